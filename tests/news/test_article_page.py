"""The page of an article: every part of the reference page, its one address, and what a reader gets when it is gone."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone

from news import publishing
from news.models import Edition
from news.pictures import library
from news.views import article_context
from tests import factories
from tests.conftest import Cast
from vietnamese.dates import ZONE

LONG = "Tập huấn triển khai Mô hình thí điểm “Thành phố an toàn thân thiện với phụ nữ và trẻ em gái” cho cán bộ cơ sở"


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def test_every_part_of_the_reference_page_is_there(
    client: Client, cast: Cast, published: Callable[..., Edition]
) -> None:
    for n in range(9):
        published(now=datetime(2020, 7, 2, 16, 54 - n, tzinfo=ZONE), title=LONG if n == 0 else f"Tin khác {n}")
    edition = published(
        now=datetime(2019, 4, 8, 9, tzinfo=ZONE),
        title="Nâng cao nhận thức",
        byline="Phòng Trẻ em",
        source="Báo Lam Sơn",
    )
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 200
    html = response.content.decode()
    words = _words(html)
    for part in (
        "Cổng thông tin điện tử tỉnh Lam Sơn",
        "Sở Xây dựng",
        "Nâng cao nhận thức",
        "Đăng ngày 08 - 04 - 2019",
        "100%",
        "cây cầu dài 126 mét đã thông xe",
        "Ý kiến bạn đọc",
        "Về trang Sở Xây dựng",
        "Tin mới nhất",
        "trẻ em gái” cho…(02/07/2020 4:54 CH)",
        "Tác giả: Phòng Trẻ em",
        "Báo Lam Sơn",
    ):
        assert part in words, part
    others = html.partition('id="tin-moi-nhat"')[2]
    assert len(re.findall(r"\(\d\d/\d\d/2020 4:\d\d CH\)", others)) == 8
    assert edition.title not in others.partition("</aside>")[0]
    assert html.count("<h1") == 1


def test_the_text_size_needs_no_script(client: Client, published: Any) -> None:
    html = client.get(published().get_absolute_url()).content.decode()
    assert re.search(r'<input[^>]+type="radio"[^>]+id="co-chu-100"[^>]+checked>', html)
    assert '<label for="co-chu-200">200%</label>' in html
    assert "<script>" not in html and "style=" not in html and not re.search(r"\son[a-z]+=", html)


def test_newest_titles_are_of_the_department_and_those_below_it(client: Client, cast: Cast, published: Any) -> None:
    below = factories.DepartmentFactory(parent=cast.department)
    published(title="Tin của đơn vị dưới", department=below)
    published(title="Tin của sở khác", department=cast.foreign_department)
    edition = published(title="Chính bài này")
    titles = [other.title for other in client.get(edition.get_absolute_url()).context["newest"]]
    assert titles == ["Tin của đơn vị dưới"]


@pytest.mark.parametrize(
    "form",
    ["/tin-tuc/sai-{pk}/", "/tin-tuc/{pk}/", "/tin-tuc/x-1-{pk}/", "/tin-tuc/b%C3%A0i-{pk}/", "/tin-tuc/sai-000{pk}/"],
)
def test_any_other_form_of_the_address_leads_to_the_right_one(client: Client, published: Any, form: str) -> None:
    edition = published(title="Sửa đường")
    response = client.get(form.format(pk=edition.article_id))
    assert response.status_code == 301
    # Slugs change and may change back: browsers would keep a bare 301 for good.
    assert response["Cache-Control"] == "no-cache"
    assert response["Location"] == f"/tin-tuc/sua-duong-{edition.article_id}/"


def test_a_new_title_moves_the_address(client: Client, cast: Cast, published: Any) -> None:
    edition = published(title="Cũ")
    now = timezone.now()
    fresh = publishing.revise(edition, by=cast.writer, now=now, seen=edition.version)
    fresh = publishing.edit(fresh, by=cast.writer, now=now, seen=fresh.version, title="Mới", change_note="Sửa tên cầu")
    fresh = publishing.submit(fresh, by=cast.writer, now=now, seen=fresh.version)
    fresh = publishing.approve(fresh, by=cast.editor, now=now, seen=fresh.version)
    assert client.get(edition.get_absolute_url())["Location"] == fresh.get_absolute_url()
    html = client.get(fresh.get_absolute_url()).content.decode()
    assert "Cập nhật" in html and "Sửa tên cầu" in html


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 12, "9" * 13, "9" * 30, "-1"])
def test_an_article_that_never_was_answers_404(client: Client, db: None, pk: str) -> None:
    assert client.get(f"/tin-tuc/bai-{pk}/").status_code == 404


def test_a_draft_and_a_scheduled_edition_answer_404(client: Client, cast: Cast, published: Any) -> None:
    draft = factories.draft(cast.department, cast.writer)
    scheduled = published(now=timezone.now(), live_from=timezone.now() + timedelta(hours=1))
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(scheduled.get_absolute_url()).status_code == 404


def test_an_article_taken_down_answers_410_with_the_reason_and_nothing_of_its_text(
    client: Client, cast: Cast, published: Any
) -> None:
    edition = published(title="Tin sai sự thật", lead="Tóm tắt sai")
    note = "Số liệu không đúng <b>hoàn toàn</b>"
    publishing.take_down(edition, by=cast.publisher, now=timezone.now(), seen=edition.version, kind="error", note=note)
    response = client.get(edition.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 410
    assert "vì đăng nhầm." in html
    assert "Số liệu không đúng &lt;b&gt;" in html and "masthead" in html and "noindex" in html
    assert "Tin sai sự thật" not in html and "Tóm tắt sai" not in html


def test_an_article_whose_time_is_over_answers_410(client: Client, published: Any) -> None:
    now = timezone.now()
    edition = published(now=now - timedelta(days=2), live_until=now - timedelta(days=1))
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 410
    assert "không còn được đăng" in response.content.decode()
    assert "Thời hạn đăng bài" in response.content.decode()


@pytest.mark.parametrize("planned", [None, timedelta(days=5)])
def test_an_article_that_somebody_ended_does_not_speak_of_its_time(
    client: Client, cast: Cast, published: Any, planned: timedelta | None
) -> None:
    now = timezone.now()
    edition = published(now=now - timedelta(days=2), live_until=now + planned if planned else None)
    publishing.end(edition, by=cast.publisher, now=now, seen=edition.version, note="Thôi.")
    html = client.get(edition.get_absolute_url()).content.decode()
    assert "đã dừng hiển thị bài này" in html and "Thời hạn" not in html


def test_a_schedule_called_off_and_then_taken_down_was_never_there(client: Client, cast: Cast, published: Any) -> None:
    now = timezone.now()
    edition = published(now=now, live_from=now + timedelta(hours=1))
    publishing.take_down(edition, by=cast.publisher, now=now, seen=edition.version, kind="error", note="Nhầm")
    assert client.get(edition.get_absolute_url()).status_code == 404


def test_a_preview_says_what_it_is_and_has_no_form(cast: Cast) -> None:
    draft = factories.draft(cast.department, cast.writer, title="Đang viết", category=None)
    context = {**article_context(draft, timezone.now()), "preview_state": "Bản nháp"}
    html = render_to_string("news/article.html", context, RequestFactory().get("/"))
    assert "Xem trước: Bản nháp" in html and "Đang viết" in html
    assert "<form" not in html.partition("<main")[2] and "noindex" in html


def test_the_cover_stands_above_the_text_unless_the_text_shows_it(client: Client, cast: Cast, published: Any) -> None:
    image = library.add(
        factories.jpeg(),
        department=cast.department,
        by=cast.writer,
        now=timezone.now(),
        alt="Cây cầu",
        decorative=False,
    )
    above = published(cover=image, cover_alt="Cầu mới")
    inside = published(cover=image, body=f'<p>Chữ</p><figure data-image="{image.pk}"></figure>')
    html = client.get(above.get_absolute_url()).content.decode()
    assert html.count('alt="Cầu mới"') == 1 and "og:image" in html
    assert client.get(inside.get_absolute_url()).content.decode().count("<img") == 1


def test_engines_are_told_what_it_is(client: Client, published: Any) -> None:
    edition = published(title="Mở “cầu”", lead='Lời "dẫn"')
    html = client.get(edition.get_absolute_url()).content.decode()
    for part in ("https://schema.org/NewsArticle", 'property="og:title"', 'name="DC.date"', 'itemprop="datePublished"'):
        assert part in html
    assert f'rel="canonical" href="http://testserver{edition.get_absolute_url()}"' in html
    assert 'content="Lời &quot;dẫn&quot;"' in html


def test_its_queries_do_not_grow_with_the_articles(
    client: Client, cast: Cast, published: Any, django_assert_max_num_queries: Any
) -> None:
    below = factories.DepartmentFactory(parent=cast.department)
    image = library.add(
        factories.jpeg(), department=cast.department, by=cast.writer, now=timezone.now(), alt="Cầu", decorative=False
    )
    edition = published(department=below, cover=image, body=f'<p>Chữ</p><figure data-image="{image.pk}"></figure>')
    for _ in range(10):
        published(department=below)
    with django_assert_max_num_queries(8):
        response = client.get(edition.get_absolute_url())
    assert response.status_code == 200 and not response.cookies
