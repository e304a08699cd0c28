"""The tree of departments and the page of each."""

from typing import Any

from django.test import Client

from departments.models import Leader
from tests import factories
from tests.conftest import Cast


def test_the_tree_shows_departments_with_their_units(client: Client, cast: Cast) -> None:
    factories.DepartmentFactory(parent=cast.department, name="Ban Quản lý dự án", slug="ban-quan-ly")
    html = client.get("/don-vi/").content.decode()
    assert html.index("Sở Xây dựng") < html.index("Ban Quản lý dự án")
    assert 'href="/don-vi/ban-quan-ly/"' in html and 'href="/don-vi/tinh-lam-son/"' in html


def test_without_departments_the_tree_says_so(client: Client, db: None) -> None:
    assert "Chưa có đơn vị nào" in client.get("/don-vi/").content.decode()


def test_a_department_s_page_says_who_it_is_and_what_is_new(client: Client, cast: Cast, published: Any) -> None:
    department = cast.department
    department.introduction = "<p>Sở quản lý <strong>xây dựng</strong>.</p><script>alert(1)</script>"
    department.address, department.phone, department.email = "1 Lê Lợi", "0237 000 111", "so@lamson.example"
    department.save()
    Leader.objects.create(department=department, name="Trương Công Diệu", title="Giám đốc", tasks="Lãnh đạo chung.")
    below = factories.DepartmentFactory(parent=department, name="Ban Quản lý dự án")
    published(title="Tin của ban", department=below)
    published(title="Tin sở khác", department=cast.foreign_department)
    html = client.get("/don-vi/so-xay-dung/").content.decode()
    for part in (
        "<strong>xây dựng</strong>",
        "Trương Công Diệu",
        "Lãnh đạo chung.",
        "1 Lê Lợi",
        'href="tel:0237000111"',
        "mailto:so@lamson.example",
        "Ban Quản lý dự án",
        "Tin của ban",
        "/tin-tuc/?don_vi=so-xay-dung",
    ):
        assert part in html, part
    assert "alert(1)" not in html and "Tin sở khác" not in html and html.count("<h1") == 1


def test_an_introduction_in_plain_text_gets_its_paragraphs(client: Client, cast: Cast) -> None:
    cast.department.introduction = "Dòng một.\n\nDòng hai & ba."
    cast.department.save()
    html = client.get("/don-vi/so-xay-dung/").content.decode()
    assert "<p>Dòng một.</p>" in html and "<p>Dòng hai &amp; ba.</p>" in html


def test_an_empty_department_has_kind_words_in_place_of_holes(client: Client, cast: Cast) -> None:
    html = client.get("/don-vi/so-xay-dung/").content.decode()
    for words in ("Chưa có thông tin liên hệ", "Phần giới thiệu đang được biên soạn", "Chưa có tin nào khác"):
        assert words in html


def test_the_path_leads_up_the_tree(client: Client, cast: Cast) -> None:
    middle = factories.DepartmentFactory(parent=cast.department, name="Chi cục", slug="chi-cuc")
    factories.DepartmentFactory(parent=middle, name="Hạt", slug="hat")
    crumbs = client.get("/don-vi/hat/").content.decode().partition('class="crumbs"')[2].partition("</nav>")[0]
    assert crumbs.index("Sở Xây dựng") < crumbs.index("Chi cục")


def test_nonsense_answers_404(client: Client, db: None) -> None:
    for slug in ("khong-co", "a" * 5000, "9" * 30):
        assert client.get(f"/don-vi/{slug}/").status_code == 404


def test_queries_do_not_grow(client: Client, cast: Cast, published: Any, django_assert_max_num_queries: Any) -> None:
    for _ in range(5):
        published(department=factories.DepartmentFactory(parent=cast.department))
    for address in ("/don-vi/so-xay-dung/", "/don-vi/", "/don-vi/tinh-lam-son/"):
        with django_assert_max_num_queries(6):
            assert client.get(address).status_code == 200
