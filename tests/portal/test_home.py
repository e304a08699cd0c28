"""The home page, and what stands on every page."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from departments.models import Leader
from news.models import Edition
from news.pictures import library
from portal.home import CARDS, FEATURED, TITLES, arrange
from tests import factories
from tests.conftest import Cast


def _edition(pk: int, department: int, *, cover: bool) -> Edition:
    return Edition(pk=pk, article_id=pk, department_id=department, cover_id=1 if cover else None)


def test_the_newest_with_a_picture_leads_and_nobody_stands_twice() -> None:
    editions = [_edition(n, n % 9, cover=n % 3 != 0) for n in range(60)]
    front = arrange(editions)
    assert front.lead is editions[1]
    assert [len(front.featured), len(front.cards), len(front.titles)] == [FEATURED, CARDS, TITLES]
    shown = [front.lead, *front.featured, *front.cards, *front.titles]
    assert len({edition.pk for edition in shown}) == len(shown)
    assert len({edition.department_id for edition in front.cards}) == CARDS
    assert front.titles[0] is editions[0]


def test_without_pictures_the_newest_leads_and_the_rest_are_titles() -> None:
    front = arrange([_edition(n, 1, cover=False) for n in range(3)])
    assert front.lead is not None and front.lead.pk == 0
    assert not front.featured and not front.cards and len(front.titles) == 2


def test_an_empty_portal_has_a_home_page(client: Client, db: None) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "Chưa có tin nào được đăng" in response.content.decode()


def test_every_page_says_whose_it_is(client: Client, cast: Cast) -> None:
    province = factories.province()
    province.address, province.phone = "35 Lê Lợi", "0237 000 001"
    province.save()
    Leader.objects.create(department=province, name="Ông Một", title="Chủ tịch", order=1)
    Leader.objects.create(department=province, name="Bà Hai", title="Trưởng Ban Biên tập", order=2)
    for address in ("/", "/tin-tuc/", "/don-vi/", "/chuyen-muc/", "/khong-co/"):
        html = client.get(address).content.decode()
        for part in (
            "Cổng thông tin điện tử tỉnh Lam Sơn",
            "Ủy ban nhân dân tỉnh Lam Sơn",
            "Bà Hai, Trưởng Ban Biên tập",
            "35 Lê Lợi",
            'href="#noi-dung"',
            'id="noi-dung"',
            'name="tu_khoa"',
            '<html lang="vi">',
        ):
            assert part in html, (address, part)
        assert html.count("<h1") == 1


@pytest.mark.parametrize("demo", [True, False])
def test_the_demo_says_that_it_is_one(client: Client, db: None, settings: Any, demo: bool) -> None:
    settings.PORTAL_DEMO = demo
    assert ("minh họa" in client.get("/").content.decode()) is demo


def test_the_menu_marks_where_the_reader_is(client: Client, cast: Cast) -> None:
    assert '<a href="/don-vi/" aria-current="page">' in client.get("/don-vi/").content.decode()
    assert '<a href="/don-vi/" aria-current="true">' in client.get("/don-vi/so-y-te/").content.decode()


def test_queries_do_not_grow(client: Client, cast: Cast, published: Any, django_assert_max_num_queries: Any) -> None:
    image = library.add(
        factories.jpeg(), department=cast.department, by=cast.writer, now=timezone.now(), alt="Cầu", decorative=False
    )
    counts = []
    for _ in range(2):
        for _ in range(6):
            published(cover=image)
        with django_assert_max_num_queries(4) as captured:
            response = client.get("/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert not response.cookies
