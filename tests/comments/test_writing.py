"""The road of a comment through the browser's requests: taken, refused with everything kept, or turned away."""

from collections.abc import Callable
from datetime import timedelta
from html import escape
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from comments.models import Comment, State
from comments.protection import make_stamp
from news import publishing
from news.models import Article, Edition
from news.models.takedown import Kind
from tests.comments.conftest import OWN_PAGE, WORDS
from tests.conftest import Cast

Typed = Callable[..., dict[str, str]]


@pytest.fixture
def reader() -> Client:
    """A browser that insists on CSRF tokens, without any cookie."""
    return Client(enforce_csrf_checks=True)


def post(reader: Client, url: str, data: Any, **more: Any) -> Any:
    return reader.post(url, data, headers={**OWN_PAGE, **more.pop("headers", {})}, **more)


def test_a_comment_is_taken_without_cookie_and_without_token(reader: Client, write_url: str, typed: Typed) -> None:
    answer = post(reader, write_url, typed(email="mai@example.vn"))
    assert answer.status_code == 303
    assert answer.url == f"{write_url}da-gui/"
    comment = Comment.objects.get()
    assert (comment.state, comment.name, comment.text) == (State.PENDING, "Lò Thị Mai", WORDS)
    assert not answer.cookies and "Set-Cookie" not in answer
    thanks = reader.get(answer.url)
    assert thanks.status_code == 200
    assert not thanks.cookies


def test_no_address_of_the_sender_is_kept(reader: Client, write_url: str, typed: Typed) -> None:
    post(reader, write_url, typed(), REMOTE_ADDR="203.0.113.57")
    stored = Comment.objects.values().get()
    assert "203.0.113" not in str(stored)


def test_the_comment_isnt_shown_until_a_moderator_approves(
    reader: Client, write_url: str, edition: Edition, typed: Typed, cast: Cast
) -> None:
    from comments import moderation

    post(reader, write_url, typed())
    assert WORDS not in reader.get(edition.get_absolute_url()).content.decode()
    moderation.approve(Comment.objects.get(), by=cast.moderator, now=timezone.now(), seen=State.PENDING)
    page = reader.get(edition.get_absolute_url()).content.decode()
    assert WORDS in page and "Lò Thị Mai" in page


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_form_on_another_site_is_turned_away(
    reader: Client, write_url: str, typed: Typed, headers: dict[str, str]
) -> None:
    answer = reader.post(write_url, typed(), headers=headers)
    assert answer.status_code == 403
    assert not Comment.objects.exists()
    assert WORDS not in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": ""}, "comment-text"),
        ({"text": "Hay"}, "comment-text"),
        ({"text": "a" * 2001}, "comment-text"),
        ({"text": f"{WORDS} https://a.example https://b.example"}, "comment-text"),
        ({"text": f"{WORDS}\ufffd"}, "comment-text"),
        ({"name": "M" * 81}, "comment-name"),
        ({"email": "không phải thư"}, "comment-email"),
        ({"consent": ""}, "comment-consent"),
    ],
)
def test_each_problem_is_named_at_its_field_and_everything_is_kept(
    reader: Client, write_url: str, typed: Typed, changes: dict[str, str], field: str
) -> None:
    data = typed(email="mai@example.vn") | changes
    answer = post(reader, write_url, data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="{field}_error"' in page
    assert f'href="#{field}"' in page
    for name in ("name", "text", "email"):
        assert escape(data[name]) in page
    assert "Khánh thành cầu Bãi Lau" in page
    assert not answer.cookies
    assert not Comment.objects.exists()


def test_all_problems_are_named_at_once(reader: Client, write_url: str, typed: Typed) -> None:
    page = post(reader, write_url, typed(text="Hay", email="x", consent="", name="M" * 90)).content.decode()
    for field in ("text", "email", "consent", "name"):
        assert f'id="comment-{field}_error"' in page


@pytest.mark.parametrize("age", [timedelta(seconds=0), timedelta(days=2), None])
def test_a_form_too_young_too_old_or_foreign_comes_back_filled_with_a_fresh_stamp(
    reader: Client, write_url: str, article: Article, typed: Typed, age: timedelta | None
) -> None:
    old = "invented" if age is None else make_stamp(article.pk, timezone.now() - age)
    answer = post(reader, write_url, typed(stamp=old))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert WORDS in page and "Lò Thị Mai" in page
    assert not Comment.objects.exists()
    fresh = answer.context["stamp"]
    assert fresh in page and fresh != "invented"


def test_a_stamp_of_another_article_is_worth_nothing(
    reader: Client, write_url: str, typed: Typed, published: Callable[..., Edition]
) -> None:
    stamp = make_stamp(published().article_id, timezone.now() - timedelta(minutes=2))
    assert post(reader, write_url, typed(stamp=stamp)).status_code == 422


def test_the_consent_that_the_page_showed_is_the_one_that_is_kept(
    reader: Client, write_url: str, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comments.protection.VERSION", "2025-01-01")
    data = typed()
    monkeypatch.undo()
    post(reader, write_url, data)
    assert Comment.objects.get().consent_version == "2025-01-01"


def test_a_filled_trap_is_thanked_and_goes_to_the_spam(reader: Client, write_url: str, typed: Typed) -> None:
    assert post(reader, write_url, typed(website="http://nhacai.example")).status_code == 303
    assert Comment.objects.get().state == State.SPAM


def test_pressing_twice_sends_once_and_thanks_twice(reader: Client, write_url: str, typed: Typed) -> None:
    data = typed()
    assert [post(reader, write_url, data).status_code for _time in range(2)] == [303, 303]
    assert Comment.objects.count() == 1


def test_too_many_are_asked_to_come_back_with_their_text_kept(
    reader: Client, write_url: str, typed: Typed, settings: Any
) -> None:
    settings.COMMENT_RATE_PER_SENDER = 1
    post(reader, write_url, typed(text="Ý kiến đầu tiên của xóm."))
    answer = post(reader, write_url, typed(email="mai@example.vn"))
    page = answer.content.decode()
    assert answer.status_code == 429
    assert 540 <= int(answer["Retry-After"]) <= 601
    assert WORDS in page and "mai@example.vn" in page
    assert Comment.objects.count() == 1


def test_an_article_closed_meanwhile_gives_the_text_back(
    reader: Client, write_url: str, typed: Typed, article: Article
) -> None:
    Article.objects.filter(pk=article.pk).update(comments_open=False)
    answer = post(reader, write_url, typed())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Bài viết đã đóng ý kiến" in page and WORDS in page
    assert not Comment.objects.exists()


def test_the_address_of_the_form_shows_all_comments(reader: Client, write_url: str, edition: Edition) -> None:
    answer = reader.get(write_url)
    assert answer.status_code == 200
    assert f"{edition.get_absolute_url()}#gui-y-kien" in answer.content.decode()


def test_a_busy_database_gives_the_text_back_and_says_when_to_come_again(
    reader: Client, write_url: str, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("comments.views.submit", locked)
    answer = post(reader, write_url, typed(email="mai@example.vn"))
    html = answer.content.decode()
    assert answer.status_code == 503 and int(answer["Retry-After"]) > 0
    assert WORDS in html and "Lò Thị Mai" in html and "mai@example.vn" in html
    assert "Ý kiến của bạn chưa được lưu vì cổng đang bận" in html


def test_any_slug_does_for_the_id_decides(reader: Client, edition: Edition, typed: Typed) -> None:
    answer = post(reader, f"/tin-tuc/bat-ky-{edition.article_id}/y-kien/", typed())
    assert answer.status_code == 303 and answer.url.startswith(edition.get_absolute_url())


@pytest.mark.parametrize("address", ["y-kien/", "y-kien/da-gui/"])
def test_what_readers_dont_see_takes_no_comment(
    reader: Client, edition: Edition, typed: Typed, cast: Cast, address: str
) -> None:
    unknown = f"/tin-tuc/khong-co-999999999/{address}"
    answer = post(reader, unknown, typed()) if address == "y-kien/" else reader.get(unknown)
    assert answer.status_code == 404
    publishing.take_down(
        edition, by=cast.publisher, now=timezone.now(), seen=edition.version, kind=Kind.ERROR, note="Đăng nhầm."
    )
    url = f"{edition.get_absolute_url()}{address}"
    answer = post(reader, url, typed()) if address == "y-kien/" else reader.get(url)
    assert answer.status_code == 410
    assert not Comment.objects.exists()


NUL = "Ý kiến\x00 có ký tự \x00 rỗng bên trong."


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"text=%00%00%00&name=%00&consent=on", "application/x-www-form-urlencoded"),
        (b"text=%ff%fe%c3%28&name=%80&consent=on&stamp=%ff", "application/x-www-form-urlencoded"),
        (b"text=" + b"a" * 10_000, "application/x-www-form-urlencoded"),
        (b"text=" + b"%E1%BB%87" * 10_000 + b"&email=" + b"a" * 5000 + b"@b.vn", "application/x-www-form-urlencoded"),
        (b"\xff\xfe\x00" * 100, "application/x-www-form-urlencoded"),
        (b"text=x", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"text=x", "application/x-www-form-urlencoded; charset=base64"),
        (b"not multipart", "multipart/form-data; boundary=x"),
        (b"not multipart", "multipart/form-data"),
        (
            b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\x00\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc\r\n--x--\r\n',
            "multipart/form-data; boundary=x; charset=base64",
        ),
        (b"&".join(b"a%d=1" % number for number in range(3000)), "application/x-www-form-urlencoded"),
        (b'{"text": "x"}', "application/json"),
        (b"", ""),
    ],
)
def test_nonsense_is_answered_and_never_breaks(reader: Client, write_url: str, body: bytes, content_type: str) -> None:
    reader.raise_request_exception = False
    answer = reader.generic("POST", write_url, body, content_type=content_type, headers=OWN_PAGE)
    assert answer.status_code in (400, 422)
    assert b"\x00" not in answer.content
    assert not Comment.objects.exists()


def test_nul_bytes_are_dropped_from_an_otherwise_good_comment(reader: Client, write_url: str, typed: Typed) -> None:
    assert post(reader, write_url, typed(text=NUL)).status_code == 303
    assert "\x00" not in Comment.objects.get().text


@pytest.mark.parametrize("name", ["privacy", "thanks"])
def test_the_pages_around_are_read_without_cookie(reader: Client, edition: Edition, name: str) -> None:
    url = {"privacy": "/bao-ve-du-lieu-ca-nhan/", "thanks": f"{edition.get_absolute_url()}y-kien/da-gui/"}[name]
    answer = reader.get(url)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer.content.decode().count("<h1") == 1


def test_writing_costs_as_many_queries_whatever_is_there(
    reader: Client, write_url: str, typed: Typed, comment_in: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        comment_in(State.APPROVED, text=f"Ý kiến cũ số {number}", sent_at=timezone.now() - timedelta(days=1))
    with django_assert_max_num_queries(15):
        assert post(reader, write_url, typed()).status_code == 303
