"""Opening and closing the comments under an article."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from audit.record import entries_of
from news.models import Edition
from tests.conftest import Cast
from tests.desk.pages import address, desk_of


def switch(edition: Edition) -> str:
    return reverse("admin:news_edition_discussion", args=[edition.pk])


def test_an_editor_closes_the_comments_and_readers_see_no_form(
    cast: Cast, published: Callable[..., Edition], client: object
) -> None:
    edition = published()
    desk = desk_of(cast.editor)
    answer = desk.post(switch(edition), {"open": "0"}, follow=True)
    assert "Đã đóng ý kiến" in answer.content.decode()
    page = desk.get(edition.get_absolute_url()).content.decode()
    assert "Gửi ý kiến của bạn" not in page
    assert entries_of(edition.article)[0].act == "article.comments_closed"


def test_closing_twice_is_one_act_and_opening_undoes_it(cast: Cast, published: Callable[..., Edition]) -> None:
    edition = published()
    desk = desk_of(cast.publisher)
    for value in ("0", "0", "1"):
        desk.post(switch(edition), {"open": value})
    edition.article.refresh_from_db()
    assert edition.article.comments_open
    acts = [entry.act for entry in entries_of(edition.article)]
    assert acts[:2] == ["article.comments_opened", "article.comments_closed"]


@pytest.mark.parametrize("who", ["writer", "second_writer"])
def test_a_writer_sees_the_state_and_no_button(cast: Cast, published: Callable[..., Edition], who: str) -> None:
    edition = published()
    desk = desk_of(getattr(cast, who))
    page = desk.get(address(edition)).content.decode()
    assert "Bạn đọc được gửi ý kiến" in page and "Đóng ý kiến" not in page
    desk.post(switch(edition), {"open": "0"})
    edition.article.refresh_from_db()
    assert edition.article.comments_open
