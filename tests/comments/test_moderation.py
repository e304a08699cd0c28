"""Deciding: who may, what follows, who is told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.record import entries_of
from comments import moderation
from comments.models import Comment, State
from comments.moderation import MOVES, Settled, offered
from departments.models import Role
from departments.rights import rights_of
from news.models import Edition
from news.refusals import NotAllowed, Refused
from tests import factories
from tests.conftest import Cast

Make = Callable[..., Comment]
ACTS: dict[str, Callable[..., Comment]] = {
    "approve": moderation.approve,
    "reject": moderation.reject,
    "spam": moderation.mark_spam,
    "reopen": moderation.reopen,
}


def act(name: str, comment: Comment, by: Any, **more: Any) -> Comment:
    extra = {"reason": "Quảng cáo."} if name == "reject" else {}
    return ACTS[name](comment, **{"by": by, "now": timezone.now(), "seen": comment.state, **extra, **more})


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", MOVES)
def test_each_move_goes_from_its_states_and_from_no_other(
    comment_in: Make, cast: Cast, name: str, state: State
) -> None:
    comment = comment_in(state)
    move = MOVES[name]
    if state not in move.sources:
        with pytest.raises(Refused):
            act(name, comment, cast.moderator)
        comment.refresh_from_db()
        assert comment.state == state
        return
    act(name, comment, cast.moderator)
    comment.refresh_from_db()
    assert comment.state == move.target
    assert (comment.decided_by == cast.moderator) is (move.target != State.PENDING)
    assert (comment.decided_at is not None) is (move.target != State.PENDING)
    assert comment.reason == ("Quảng cáo." if name == "reject" else "")


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("who", ["writer", "editor", "publisher", "manager", "stranger"])
def test_only_a_moderator_of_the_articles_department_decides(comment_in: Make, cast: Cast, name: str, who: str) -> None:
    comment = comment_in(MOVES[name].sources[0])
    with pytest.raises(NotAllowed):
        act(name, comment, getattr(cast, who))
    comment.refresh_from_db()
    assert comment.state == MOVES[name].sources[0]


def test_a_moderator_above_decides_and_a_superuser_too(comment_in: Make, cast: Cast) -> None:
    above = factories.member(factories.province(), Role.MODERATOR)
    assert act("approve", comment_in(), above).state == State.APPROVED
    assert act("approve", comment_in(), cast.admin).state == State.APPROVED


def test_a_refusal_needs_a_reason(comment_in: Make, cast: Cast) -> None:
    comment = comment_in()
    with pytest.raises(Refused):
        act("reject", comment, cast.moderator, reason="  \n")
    comment.refresh_from_db()
    assert comment.state == State.PENDING


def test_of_two_moderators_the_second_is_told_and_nothing_flips(comment_in: Make, cast: Cast) -> None:
    comment = comment_in()
    as_the_second_saw_it = Comment.objects.get(pk=comment.pk)
    act("approve", comment, cast.moderator)
    second = factories.member(cast.department, Role.MODERATOR)
    with pytest.raises(Settled) as told:
        act("reject", as_the_second_saw_it, second)
    assert str(cast.moderator) in str(told.value)
    assert told.value.current.state == State.APPROVED
    comment.refresh_from_db()
    assert comment.state == State.APPROVED and comment.decided_by == cast.moderator
    assert [entry.act for entry in entries_of(comment)] == ["comment.approved"]


def test_each_act_leaves_one_row_with_what_was_before(comment_in: Make, cast: Cast) -> None:
    comment = comment_in()
    comment = act("approve", comment, cast.moderator)
    comment = act("reject", comment, cast.moderator, reason="Có số điện thoại.")
    comment = act("reopen", comment, cast.moderator)
    rows = [(entry.act, entry.data["before"], entry.reason, entry.actor) for entry in reversed(entries_of(comment))]
    assert rows == [
        ("comment.approved", "pending", "", cast.moderator),
        ("comment.rejected", "approved", "Có số điện thoại.", cast.moderator),
        ("comment.reopened", "rejected", "", cast.moderator),
    ]


def test_the_text_stays_as_it_was_written(comment_in: Make, cast: Cast) -> None:
    comment = comment_in(text="Nguyên văn của bạn đọc.")
    comment.text = "Sửa lén"
    act("approve", comment, cast.moderator)
    comment.refresh_from_db()
    assert comment.text == "Nguyên văn của bạn đọc."


def test_only_approved_comments_are_shown(comment_in: Make) -> None:
    comments = {state: comment_in(state) for state in State}
    assert list(Comment.objects.shown(comments[State.PENDING].article)) == [comments[State.APPROVED]]


def test_the_longest_waiting_comes_first(comment_in: Make) -> None:
    now = timezone.now()
    new = comment_in(sent_at=now)
    old = comment_in(sent_at=now - timedelta(days=1))
    comment_in(State.APPROVED)
    assert list(Comment.objects.waiting()) == [old, new]


def test_everybody_sees_only_what_they_decide_on(
    comment_in: Make, cast: Cast, published: Callable[..., Edition]
) -> None:
    now = timezone.now()
    own = comment_in()
    foreign = comment_in(article=published(department=cast.foreign_department).article)

    def seen_by(person: Any) -> set[Comment]:
        return set(Comment.objects.visible_to(rights_of(person, now)))

    assert seen_by(cast.moderator) == {own}
    assert seen_by(cast.stranger) == {foreign}
    assert seen_by(cast.admin) == {own, foreign}
    for person in (cast.writer, cast.editor, cast.publisher, cast.manager):
        assert seen_by(person) == set()


def test_moves_are_offered_by_state() -> None:
    names = {state: [move.name for move in offered(state)] for state in State}
    assert names == {
        State.PENDING: ["approve", "reject", "spam"],
        State.APPROVED: ["reject", "spam", "reopen"],
        State.REJECTED: ["reopen"],
        State.SPAM: ["reopen"],
    }


@pytest.mark.parametrize(
    ("state", "wrong"),
    [
        (State.APPROVED, {"decided_at": None, "decided_by": None}),
        (State.PENDING, {"decided_at": timezone.now()}),
        (State.REJECTED, {"reason": ""}),
        (State.PENDING, {"text": ""}),
        (State.PENDING, {"state": "published"}),
    ],
)
def test_the_database_refuses_what_cant_be(comment_in: Make, state: State, wrong: dict[str, Any]) -> None:
    comment = comment_in(state)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**wrong)
