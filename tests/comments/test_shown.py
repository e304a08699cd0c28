"""What readers see under an article."""

from datetime import timedelta
from html import escape
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from comments.forms import CommentForm
from comments.models import State
from news.models import Article, Edition

TAG = Template("{% load comments %}{% article_comments edition %}")


def shown(edition: Edition, **context: Any) -> str:
    return TAG.render(Context({"edition": edition, "now": timezone.now(), **context}))


def test_approved_comments_are_shown_newest_last_with_name_and_local_time(edition: Edition, comment_in: Any) -> None:
    from datetime import UTC, datetime

    comment_in(
        State.APPROVED,
        name="Hà Văn Ất",
        text="Ý kiến viết sau cùng.",
        sent_at=datetime(2026, 11, 24, 9, 54, tzinfo=UTC),
    )
    comment_in(State.APPROVED, text="Ý kiến viết trước tiên.", sent_at=datetime(2026, 11, 24, 1, 5, tzinfo=UTC))
    page = shown(edition)
    assert page.index("Ý kiến viết trước tiên.") < page.index("Ý kiến viết sau cùng.")
    assert "24/11/2026 4:54 CH" in page and "24/11/2026 8:05 SA" in page
    assert "Hà Văn Ất" in page and "Bạn đọc" in page
    assert "Ý kiến bạn đọc" in page and "(2)" in page


@pytest.mark.parametrize("state", [State.PENDING, State.REJECTED, State.SPAM])
def test_nothing_else_is_shown(edition: Edition, comment_in: Any, state: State) -> None:
    comment_in(state, text="Không được hiện câu này.", name="Người giấu tên")
    page = shown(edition)
    assert "Không được hiện" not in page and "Người giấu tên" not in page


def test_an_e_mail_is_never_shown(edition: Edition, comment_in: Any) -> None:
    comment_in(State.APPROVED, email="mai@example.vn")
    assert "mai@example.vn" not in shown(edition)


def test_comments_of_another_article_stay_there(edition: Edition, comment_in: Any, published: Any) -> None:
    comment_in(State.APPROVED, article=published().article, text="Ý kiến ở bài khác.")
    assert "Ý kiến ở bài khác." not in shown(edition)


def test_the_fifty_newest_are_shown_with_a_note_in_two_queries(
    edition: Edition, comment_in: Any, django_assert_num_queries: Any
) -> None:
    start = timezone.now() - timedelta(hours=2)
    for number in range(55):
        comment_in(State.APPROVED, text=f"Ý kiến số {number:03}.", sent_at=start + timedelta(seconds=number))
    edition = Edition.objects.select_related("article").get(pk=edition.pk)
    with django_assert_num_queries(2):
        page = shown(edition)
    assert page.count('<li class="comment"') == 50
    assert "số 004" not in page and "số 005" in page and "số 054" in page
    assert "50 ý kiến mới nhất trong số 55" in page


def test_few_comments_take_one_query(edition: Edition, comment_in: Any, django_assert_num_queries: Any) -> None:
    comment_in(State.APPROVED)
    edition = Edition.objects.select_related("article").get(pk=edition.pk)
    with django_assert_num_queries(1):
        shown(edition)


def test_the_form_names_its_fields_and_ticks_no_box(edition: Edition) -> None:
    page = shown(edition)
    for name in ("name", "text", "email", "consent", "website"):
        assert f'<label for="comment-{name}"' in page
    assert "checked" not in page
    assert "maxlength" not in page.split('id="comment-text"')[0].rsplit("<textarea", 1)[-1]
    assert "/bao-ve-du-lieu-ca-nhan/" in page
    assert "csrfmiddlewaretoken" not in page
    assert "style=" not in page and "<script" not in page


def test_the_page_is_the_same_for_everybody(edition: Edition) -> None:
    now = timezone.now()
    assert shown(edition, now=now) == shown(edition, now=now)


def test_a_closed_article_shows_its_comments_and_no_form(edition: Edition, comment_in: Any) -> None:
    comment_in(State.APPROVED)
    Article.objects.filter(pk=edition.article_id).update(comments_open=False)
    page = shown(Edition.objects.get(pk=edition.pk))
    assert "Bài viết đã đóng ý kiến" in page
    assert "<form" not in page
    assert '<li class="comment"' in page


class Tags(HTMLParser):
    """Collects the tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Any]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, sorted(name for name, _value in attrs)))


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            '"><svg onload=alert(1)>',
            "javascript:alert(1)",
            "https://a.example/<b>",
            "&lt;script&gt;",
            "{{ settings.SECRET_KEY }}{% now 'Y' %}",
            "</li></ol><h1>",
            "<!--",
            "]]>",
        ]
    ),
)


@given(text=HOSTILE, name=HOSTILE)
def test_whatever_is_written_shows_as_text(text: str, name: str) -> None:
    comment = SimpleNamespace(pk=1, signature=name, text=text, sent_at=timezone.now())
    page = render_to_string("comments/comment.html", {"comment": comment})
    plain = render_to_string(
        "comments/comment.html", {"comment": SimpleNamespace(pk=1, signature="x", text="x", sent_at=timezone.now())}
    )
    allowed = {"p", "br"}
    assert [tag for tag in Tags(page).tags if tag[0] not in allowed] == [
        tag for tag in Tags(plain).tags if tag[0] not in allowed
    ]
    assert all(not attributes for tag, attributes in Tags(page).tags if tag == "br")
    assert escape(name, quote=True).replace("&#x27;", "&#x27;") in page


@given(text=HOSTILE, name=HOSTILE, email=HOSTILE)
def test_whatever_was_typed_comes_back_as_text(text: str, name: str, email: str) -> None:
    def form_with(**typed: str) -> list[tuple[str, Any]]:
        form = CommentForm.sent({"text": "", "name": "", "email": "x", "consent": "", **typed})
        context = {"form": form, "stamp": "s", "write_url": "/"}
        return [
            tag for tag in Tags(render_to_string("comments/form.html", context)).tags if tag[0] == "textarea" or tag[1]
        ]

    hostile = {tag for tag, _attributes in form_with(text=text, name=name, email=email)}
    plain = {tag for tag, _attributes in form_with()}
    assert hostile <= plain | {"a"}


def test_line_breaks_are_kept(edition: Edition, comment_in: Any) -> None:
    comment_in(State.APPROVED, text="Dòng một\nDòng hai\n\nĐoạn hai")
    assert "<p>Dòng một<br>Dòng hai</p>" in shown(edition)


def test_the_article_page_sets_no_cookie(edition: Edition) -> None:
    answer = Client().get(edition.get_absolute_url())
    assert answer.status_code == 200
    assert not answer.cookies
    assert b'name="stamp"' in answer.content
