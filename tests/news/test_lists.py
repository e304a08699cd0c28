"""Lists of news: newest first, paged by place, a department with those below it; what fails and what it costs."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news import publishing
from news.lists import PAGE_SIZE, Place, _beyond, newest, page_of
from news.models import Edition
from tests import factories
from tests.conftest import Cast

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def many(published: Callable[..., Edition]) -> list[Edition]:
    """45 public editions, newest first; every third shares its moment with the one before."""
    moments = [NOW - timedelta(hours=n - (n % 3 == 1)) for n in range(45)]
    found = [published(now=moment, title=f"Tin số {n}") for n, moment in enumerate(moments)]
    return sorted(found, key=lambda edition: (edition.dated_at, edition.article_id), reverse=True)


def _public() -> Any:
    return Edition.objects.public(NOW).for_lists()


def test_older_and_newer_pages_neither_repeat_nor_skip(many: list[Edition]) -> None:
    first = page_of(_public())
    second = page_of(_public(), before=first.older)
    third = page_of(_public(), before=second.older)
    assert [*first.editions, *second.editions, *third.editions] == many
    assert first.newer is None and third.older is None
    back = page_of(_public(), after=third.newer)
    assert back.editions == second.editions
    assert back.newer is not None and back.older == second.older


def test_a_page_stays_what_it_was_when_something_is_published(many: list[Edition], published: Any) -> None:
    first = page_of(_public())
    published(now=NOW - timedelta(minutes=1), title="Vừa đăng")
    assert page_of(_public(), before=first.older).editions == many[PAGE_SIZE : 2 * PAGE_SIZE]


def test_a_place_is_read_as_it_was_written() -> None:
    for moment in (NOW, datetime(1954, 7, 20, 1, 2, 3, 4, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)):
        place = Place(moment, 12)
        assert Place.parse(str(place)) == place


@pytest.mark.parametrize(
    "text", ["", "x", "1", "1.", ".1", "1.2.3", "1.-2", "9" * 30, "9" * 18 + ".1", "1." + "9" * 13, "١.٢", "1.2\n"]
)
def test_nothing_else_is_a_place(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a"):
        Place.parse(text)


def test_a_department_s_list_has_those_below_it_in_one_order(cast: Cast, published: Any) -> None:
    below = factories.DepartmentFactory(parent=cast.department, name="Ban Quản lý")
    silent = factories.DepartmentFactory(parent=cast.department, name="Trạm")
    own = [published(now=NOW - timedelta(hours=n)) for n in (1, 3, 5)]
    lower = [published(now=NOW - timedelta(hours=n), department=below) for n in (2, 4)]
    published(now=NOW - timedelta(minutes=5), department=cast.foreign_department)
    wanted = [own[0], lower[0], own[1], lower[1], own[2]]
    ids = {cast.department.pk, below.pk, silent.pk}
    assert newest(_public(), 10, departments=ids) == wanted
    assert newest(_public(), 2, departments=ids) == wanted[:2]
    assert newest(_public(), 2, departments=ids, before=Place.of(wanted[1])) == wanted[2:4]
    assert newest(_public(), 2, departments=ids, after=Place.of(wanted[3])) == wanted[1:3]
    assert newest(_public(), 10, departments=[silent.pk]) == []
    assert newest(_public(), 10, departments=[]) == []


def test_a_hundred_departments_are_asked_together(cast: Cast, published: Any) -> None:
    edition = published(now=NOW)
    assert newest(_public(), 5, departments=range(cast.department.pk, cast.department.pk + 100)) == [edition]


def test_a_place_is_one_range_of_an_index(db: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2) as captured:
        newest(_public(), 5, before=Place(NOW, 1))
        newest(_public(), 5, after=Place(NOW, 1))
    row = '("news_edition"."dated_at", "news_edition"."article_id")'
    for query, sign in zip(captured.captured_queries, "<>", strict=True):
        assert f"{row} {sign} (" in query["sql"]
    if connection.vendor == "sqlite":
        # On PostgreSQL a few rows are read without any index.
        editions = _beyond(_public(), Place(NOW, 1), None).order_by("-dated_at", "-article_id")[:5]
        assert "news_edition_newest (state=? AND (dated_at,article_id)<(?,?))" in editions.explain()


def test_a_list_shows_only_what_is_public(client: Client, cast: Cast, published: Any) -> None:
    factories.draft(cast.department, cast.writer, title="Bản nháp kín")
    later = timezone.now() + timedelta(days=1)
    published(title="Tin ngày mai", live_from=later)
    gone = published(title="Tin đã gỡ")
    publishing.take_down(gone, by=cast.publisher, now=timezone.now(), seen=gone.version, kind="error", note="Sai")
    published(title="Tin đang hiện")
    page = client.get(reverse("news:list")).content.decode()
    assert "Tin đang hiện" in page
    for hidden in ("Bản nháp kín", "Tin ngày mai", "Tin đã gỡ"):
        assert hidden not in page


def test_the_address_leads_to_older_and_newer_news(client: Client, many: list[Edition]) -> None:
    first = client.get("/tin-tuc/")
    second = client.get(first.context["older_url"])
    assert [edition.pk for edition in second.context["page"].editions] == [
        e.pk for e in many[PAGE_SIZE : 2 * PAGE_SIZE]
    ]
    assert "Mới hơn" in second.content.decode() and "Cũ hơn" in second.content.decode()
    # At the top the first page is shown at its own address.
    response = client.get(second.context["newer_url"])
    assert response.status_code == 302 and response["Location"] == "/tin-tuc/"


@pytest.mark.parametrize(
    "query", ["truoc=x", "sau=", "truoc=1.1&sau=1.1", "sau=" + "9" * 30, "truoc=-1", "truoc=" + "a" * 10_000]
)
def test_a_place_that_is_none_answers_404_in_the_portal_s_clothes(client: Client, db: None, query: str) -> None:
    response = client.get(f"/tin-tuc/?{query}", follow=True)
    if query == "sau=":
        assert response.status_code == 200
    else:
        assert response.status_code == 404
        assert "masthead" in response.content.decode()


def test_a_place_beyond_the_last_article_says_so(client: Client, published: Any) -> None:
    published()
    response = client.get("/tin-tuc/?truoc=1.1")
    assert response.status_code == 200
    assert "Không tìm thấy tin nào" in response.content.decode()


def test_a_category_has_its_list_and_only_that(client: Client, cast: Cast, published: Any) -> None:
    health, money = factories.CategoryFactory(slug="y-te", name="Y tế"), factories.CategoryFactory(slug="kinh-te")
    published(title="Tiêm chủng", category=health)
    published(title="Thu ngân sách", category=money)
    page = client.get("/chuyen-muc/y-te/").content.decode()
    assert "Tiêm chủng" in page and "Thu ngân sách" not in page
    assert client.get("/chuyen-muc/khong-co/").status_code == 404
    assert "Y tế" in client.get("/chuyen-muc/").content.decode()


@pytest.mark.parametrize(
    "address", ["/tin-tuc/", "/tin-tuc/?don_vi=so-xay-dung&tu_khoa=tin", "/chuyen-muc/mot/", "/chuyen-muc/"]
)
def test_a_list_s_queries_do_not_grow_with_the_articles(
    client: Client, cast: Cast, published: Any, django_assert_max_num_queries: Any, address: str
) -> None:
    factories.DepartmentFactory(parent=cast.department)
    category = factories.CategoryFactory(slug="mot")
    counts = []
    for articles in (1, 7):
        for n in range(articles):
            published(title=f"Tin {articles}.{n}", category=category)
        with django_assert_max_num_queries(5) as captured:
            assert client.get(address).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
