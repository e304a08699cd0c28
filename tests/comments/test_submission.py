"""Sending: what is stored, what is refused, and how much is taken from whom."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from audit.record import entries_of
from comments.checks_of_text import RATE_WINDOW, Verdict
from comments.models import Comment, State
from comments.submission import NotTaken
from news.models import Article, Edition
from tests.comments.conftest import WORDS

Send = Callable[..., Comment]


def test_a_comment_waits_for_a_moderator(send: Send, article: Article) -> None:
    comment = send(name="  Lò  Thị Mai ", email="mai@example.vn")
    comment.refresh_from_db()
    assert comment.state == State.PENDING
    assert (comment.name, comment.email) == ("Lò Thị Mai", "mai@example.vn")
    assert comment.consent_version
    assert comment.decided_at is None
    assert not Comment.objects.shown(article)
    assert [entry.act for entry in entries_of(comment)] == ["comment.sent"]


def test_a_comment_without_a_name_is_signed_reader(send: Send) -> None:
    assert send().signature == "Bạn đọc"


def test_the_record_holds_none_of_the_readers_words(send: Send) -> None:
    entry = entries_of(send(name="Lò Thị Mai", email="mai@example.vn")).get()
    held = f"{entry.object_name} {entry.reason} {entry.data} {entry.actor_name}"
    assert "Mai" not in held and "mai@" not in held and "đèn" not in held


def test_a_text_is_stored_in_one_form(send: Send) -> None:
    comment = send("\r\n Đề nghị lắp đe\u0300n\x00 \u202echiếu sáng.\r\nCảm ơn. \n")
    assert comment.text == "Đề nghị lắp đèn chiếu sáng.\nCảm ơn."
    assert comment.text_folded == "de nghi lap den chieu sang. cam on."


def test_pressing_twice_sends_once(send: Send) -> None:
    assert send().pk == send().pk
    assert Comment.objects.count() == 1


def test_another_person_may_say_the_same_and_the_moderator_is_told(send: Send) -> None:
    send(name="Mai")
    second = send(name="Hoa", sender="b")
    assert second.evidence == [{"check": "same_text", "verdict": "note", "others": 1}]
    third = send("DE NGHI lap them den chieu sang o hai dau cau.", sender="c")
    assert third.evidence[0]["others"] == 2


def test_what_was_refused_may_be_sent_again_and_is_looked_at_again(send: Send, comment_in: Any) -> None:
    comment_in(State.REJECTED, text=WORDS, sender_hash="a")
    assert send().state == State.PENDING


def test_a_filled_trap_goes_to_the_spam_and_not_into_the_queue(send: Send) -> None:
    comment = send(trap="http://nhacai.example")
    assert comment.state == State.SPAM
    assert comment.decided_at and comment.decided_by is None
    assert not Comment.objects.waiting()


@pytest.mark.parametrize(
    ("letter", "verdict"),
    [
        ({"text": "Hay"}, Verdict.ASK),
        ({"text": "a" * 2001}, Verdict.ASK),
        ({"text": f"{WORDS} https://a.example https://b.example"}, Verdict.ASK),
        ({"age": None}, Verdict.ASK),
        ({"age": timedelta(seconds=1)}, Verdict.ASK),
        ({"age": timedelta(days=2)}, Verdict.ASK),
    ],
)
def test_what_can_be_put_right_is_refused_with_what_to_do(send: Send, letter: dict[str, Any], verdict: Verdict) -> None:
    with pytest.raises(NotTaken) as refusal:
        send(**letter)
    assert refusal.value.first(verdict)
    assert str(refusal.value)
    assert not Comment.objects.exists()


def test_everything_wrong_is_said_at_once(send: Send) -> None:
    with pytest.raises(NotTaken) as refusal:
        send("Hay", age=None)
    assert [finding.check for finding in refusal.value.findings] == ["length", "form_age"]


def test_a_closed_article_takes_no_comment_whatever_the_page_said(send: Send, article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(comments_open=False)
    with pytest.raises(NotTaken) as refusal:
        send()
    assert refusal.value.first(Verdict.CLOSED)


def some(send: Send, count: int, now: datetime, **more: Any) -> None:
    for number in range(count):
        send(f"Ý kiến thứ {number} của bà con trong xóm.", now=now + timedelta(seconds=number), **more)


def test_twenty_neighbours_behind_one_address_get_through_and_the_next_soon_after(send: Send) -> None:
    start = timezone.now() - timedelta(hours=1)
    some(send, 20, start)
    with pytest.raises(NotTaken) as refusal:
        send("Ý kiến thứ hai mươi mốt của xóm.", now=start + timedelta(minutes=5))
    later = refusal.value.first(Verdict.LATER)
    assert later and later.retry_at == start + RATE_WINDOW
    assert later.evidence == {"limits": ["sender"]}
    assert send("Ý kiến thứ hai mươi mốt của xóm.", now=later.retry_at).state == State.PENDING


def test_another_village_isnt_held_up(send: Send) -> None:
    now = timezone.now()
    some(send, 20, now - timedelta(minutes=2))
    assert send(sender="another village", now=now).state == State.PENDING


def test_an_article_and_the_whole_portal_have_limits_of_their_own(
    send: Send, settings: Any, published: Callable[..., Edition]
) -> None:
    settings.COMMENT_RATE_PER_ARTICLE, settings.COMMENT_RATE_OVERALL = 3, 5
    now = timezone.now()
    for number in range(3):
        send(sender=f"s{number}", now=now)
    with pytest.raises(NotTaken) as refusal:
        send(sender="s9", now=now)
    assert refusal.value.first(Verdict.LATER).evidence == {"limits": ["article"]}  # type: ignore[union-attr]
    other = published().article
    for number in range(2):
        send(sender=f"t{number}", now=now, article=other)
    with pytest.raises(NotTaken) as refusal:
        send(sender="t9", now=now, article=other)
    assert refusal.value.first(Verdict.LATER).evidence == {"limits": ["overall"]}  # type: ignore[union-attr]


def test_spam_counts_towards_the_limits_too(send: Send) -> None:
    now = timezone.now()
    some(send, 20, now - timedelta(minutes=1), trap="x")
    with pytest.raises(NotTaken):
        send("Thêm một ý kiến nữa từ cùng một mạng.", now=now)


def test_a_repetition_is_answered_kindly_even_when_the_limit_is_reached(send: Send) -> None:
    now = timezone.now()
    some(send, 20, now - timedelta(minutes=1))
    assert send("Ý kiến thứ 19 của bà con trong xóm.", now=now).pk
    assert Comment.objects.count() == 20


def test_sending_costs_the_same_whatever_is_there(send: Send, comment_in: Any, django_assert_num_queries: Any) -> None:
    # The record's chain is locked by one more query where rows are locked.
    most = 12 if connection.vendor == "postgresql" else 11
    with django_assert_num_queries(most):
        send("Ý kiến khi chưa có gì ở đây cả.")
    for number in range(40):
        comment_in(State.APPROVED, text=f"Ý kiến cũ số {number}", sent_at=timezone.now() - timedelta(days=1))
    with django_assert_num_queries(most):
        send("Ý kiến khi đã có nhiều ý kiến.")
