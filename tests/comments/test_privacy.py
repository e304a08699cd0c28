"""A reader's right to have a comment erased."""

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from audit.models import Entry
from comments import privacy
from comments.models import Comment, State
from news.refusals import NotAllowed, Refused
from tests.conftest import Cast
from tests.desk.pages import desk_of

SECRET = {"name": "Lò Thị Mai", "text": "Nhà tôi ở số 5 bản Lau.", "email": "mai@example.vn"}


def test_nothing_of_the_reader_is_left_anywhere(comment_in: Any, cast: Cast) -> None:
    evidence = [{"check": "honeypot", "verdict": "spam", "filled_with": "Lò Thị Mai"}]
    comment = comment_in(State.APPROVED, evidence=evidence, **SECRET)
    privacy.erase(comment, by=cast.moderator, now=timezone.now(), reason="Bạn đọc yêu cầu qua điện thoại.")
    comment = Comment.objects.get()
    assert (comment.name, comment.email, comment.sender_hash, comment.evidence) == ("", "", "", [])
    assert comment.text == "(đã xóa theo yêu cầu)" and comment.state == State.APPROVED
    left = json.dumps([*Comment.objects.values(), *Entry.objects.values()], default=str, ensure_ascii=False)
    for secret in (*SECRET.values(), "ban lau", "a" * 64):
        assert secret not in left
    entry = Entry.objects.get(act="comment.erased")
    assert entry.reason == "Bạn đọc yêu cầu qua điện thoại." and entry.object_id == comment.pk


def test_only_a_moderator_of_the_department_erases_and_with_a_reason(comment_in: Any, cast: Cast) -> None:
    comment, now = comment_in(**SECRET), timezone.now()
    for person in (cast.stranger, cast.writer, cast.manager):
        with pytest.raises(NotAllowed):
            privacy.erase(comment, by=person, now=now, reason="Yêu cầu.")
    with pytest.raises(Refused):
        privacy.erase(comment, by=cast.moderator, now=now, reason="  ")
    privacy.erase(comment, by=cast.moderator, now=now, reason="Yêu cầu.")
    with pytest.raises(Refused):
        privacy.erase(comment, by=cast.moderator, now=now, reason="Yêu cầu.")
    assert Entry.objects.filter(act="comment.erased").count() == 1


def test_the_button_stands_on_the_comment_s_page(comment_in: Any, cast: Cast) -> None:
    comment, desk = comment_in(**SECRET), desk_of(cast.moderator)
    page = f"/quan-tri/comments/comment/{comment.pk}/change/"
    address = f"/quan-tri/comments/comment/{comment.pk}/xoa-du-lieu/"
    assert address in desk.get(page).content.decode()
    assert "Hãy ghi lý do" in desk.post(address, {"reason": ""}, follow=True).content.decode()
    assert Comment.objects.get().name == "Lò Thị Mai"
    html = desk.post(address, {"reason": "Yêu cầu bằng thư."}, follow=True).content.decode()
    assert "Nhà tôi ở" not in html and "Yêu cầu bằng thư." in html and address not in html
    assert desk_of(cast.writer).post(address, {"reason": "x"}).status_code == 404


def test_erased_comments_of_different_readers_arent_shown_as_of_one_network(comment_in: Any, cast: Cast) -> None:
    first, second = comment_in(**SECRET), comment_in(**SECRET, sender_hash="b" * 64)
    for comment in (first, second):
        privacy.erase(comment, by=cast.moderator, now=timezone.now(), reason="Yêu cầu.")
    html = desk_of(cast.moderator).get(f"/quan-tri/comments/comment/{second.pk}/change/").content.decode()
    assert f"/quan-tri/comments/comment/{first.pk}/change/" not in html


def test_the_page_promises_what_can_be_kept(client: Client, db: None) -> None:
    html = client.get("/bao-ve-du-lieu-ca-nhan/").content.decode()
    assert "20 ngày" in html and "chừng nào còn đọc được bài" not in html.lower()
