"""The filters of the list: what they keep, how they are shown, and what nonsense gets."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from news.models import Edition
from tests import factories
from tests.conftest import Cast
from vietnamese.dates import ZONE


def _titles(client: Client, **query: str) -> set[str]:
    response = client.get(f"/tin-tuc/?{urlencode(query)}")
    assert response.status_code == 200
    return {edition.title for edition in response.context["page"].editions}


@pytest.fixture
def news(cast: Cast, published: Callable[..., Edition]) -> None:
    """Four articles of two departments and one below, on three days."""
    below = factories.DepartmentFactory(parent=cast.department, name="Ban Quản lý", slug="ban-quan-ly")
    roads, health = factories.CategoryFactory(slug="duong"), factories.CategoryFactory(slug="y-te", name="Y tế")
    for title, department, category, moment in (
        ("Sửa đường Thanh Hóa", cast.department, roads, datetime(2019, 4, 8, 0, 0, tzinfo=ZONE)),
        ("Mở cầu Hòa Bình", below, roads, datetime(2019, 4, 8, 23, 59, tzinfo=ZONE)),
        ("Tiêm chủng ở Hoà Bình", cast.foreign_department, health, datetime(2019, 4, 9, 0, 0, tzinfo=ZONE)),
        ("Giảm 50% viện phí", cast.foreign_department, health, datetime(2020, 1, 1, tzinfo=ZONE)),
    ):
        published(title=title, department=department, category=category, now=moment)


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"don_vi": "so-xay-dung"}, {"Sửa đường Thanh Hóa", "Mở cầu Hòa Bình"}),
        ({"don_vi": "ban-quan-ly"}, {"Mở cầu Hòa Bình"}),
        ({"don_vi": "so-y-te", "tu_khoa": "hoa"}, {"Tiêm chủng ở Hoà Bình"}),
        ({"chuyen_muc": "y-te"}, {"Tiêm chủng ở Hoà Bình", "Giảm 50% viện phí"}),
        ({"tu_khoa": "hoa binh"}, {"Mở cầu Hòa Bình", "Tiêm chủng ở Hoà Bình"}),
        ({"tu_khoa": "HÒA"}, {"Sửa đường Thanh Hóa", "Mở cầu Hòa Bình", "Tiêm chủng ở Hoà Bình"}),
        ({"tu_khoa": "bình mở"}, {"Mở cầu Hòa Bình"}),
        ({"tu_khoa": "50%"}, {"Giảm 50% viện phí"}),
        ({"tu_khoa": "%"}, {"Giảm 50% viện phí"}),
        ({"tu_khoa": "_"}, set()),
        ({"tu": "8/4/2019", "den": "08-04-2019"}, {"Sửa đường Thanh Hóa", "Mở cầu Hòa Bình"}),
        ({"tu": "09/04/2019"}, {"Tiêm chủng ở Hoà Bình", "Giảm 50% viện phí"}),
        ({"den": "08/04/2019", "chuyen_muc": "y-te"}, set()),
    ],
)
def test_a_filter_keeps_what_it_says(client: Client, query: dict[str, str], found: set[str]) -> None:
    assert _titles(client, **query) == found


@pytest.mark.usefixtures("news")
def test_the_province_means_everything(client: Client) -> None:
    assert len(_titles(client, don_vi="tinh-lam-son")) == 4


@pytest.mark.usefixtures("news")
def test_chosen_filters_are_shown_and_can_be_taken_away_one_by_one(client: Client) -> None:
    response = client.get("/tin-tuc/?don_vi=so-y-te&tu_khoa=hoa")
    chips = {str(chip["label"]): (chip["value"], chip["url"]) for chip in response.context["chips"]}
    assert chips == {
        "Đơn vị": ("Sở Y tế", "/tin-tuc/?tu_khoa=hoa"),
        "Từ trong tiêu đề": ("hoa", "/tin-tuc/?don_vi=so-y-te"),
    }
    page = response.content.decode()
    assert "noindex" in page and "Bỏ tất cả bộ lọc" in page
    assert "noindex" not in client.get("/tin-tuc/").content.decode()


def test_the_address_says_only_what_was_chosen(client: Client, db: None) -> None:
    response = client.get("/tin-tuc/?don_vi=&chuyen_muc=&tu=&den=&tu_khoa=h%C3%B2a")
    assert response.status_code == 302
    assert response["Location"] == "/tin-tuc/?tu_khoa=h%C3%B2a"


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("don_vi=khong-co", "Không có đơn vị này"),
        ("chuyen_muc=khong-co", "Không có chuyên mục này"),
        ("tu=31/02/2020", "Không có ngày này"),
        ("den=hom+qua", "Không có ngày này"),
        ("tu=1/1/0001", "Không có ngày này"),
        ("den=31/12/9999", "Không có ngày này"),
        ("tu=2/1/2020&den=1/1/2020", "Ngày cuối đứng trước ngày đầu"),
        ("tu_khoa=" + "a" * 10_000, "Không tìm thấy"),
        ("tu=" + "9" * 30, "Không có ngày này"),
        ("don_vi=" + quote("'; DROP TABLE news_edition; --"), "Không có đơn vị này"),
        ("tu_khoa=" + quote("từ không có ở đâu"), "Gõ ít từ hơn"),
        ("page=-1&tu_khoa=x", "Gõ ít từ hơn"),
    ],
)
def test_nonsense_gets_an_empty_result_with_advice(client: Client, published: Any, query: str, advice: str) -> None:
    published(title="Có tin")
    response = client.get(f"/tin-tuc/?{query}")
    assert response.status_code == 200
    page = response.content.decode()
    assert advice in page and "Không tìm thấy tin nào" in page and "Có tin" not in page


@pytest.mark.parametrize("query", ["tu_khoa=%00", "don_vi=%FF", "truoc=%00", "x%00=1"])
def test_what_is_not_text_answers_400(client: Client, db: None, query: str) -> None:
    response = client.get(f"/tin-tuc/?{query}")
    assert response.status_code == 400
    assert "Không đọc được địa chỉ này" in response.content.decode()


def test_what_was_typed_is_shown_as_text(client: Client, published: Any) -> None:
    page = client.get(f"/tin-tuc/?tu_khoa={quote('<script>alert(1)</script>')}").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page
