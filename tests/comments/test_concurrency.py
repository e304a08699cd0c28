"""Acts that meet: real transactions at the same time, one outcome."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from audit.models import Entry
from comments import moderation
from comments.models import Comment, State
from comments.moderation import Settled
from comments.submission import NotTaken
from departments.models import Role
from tests import factories
from tests.concurrently import at_once
from tests.conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_moderators_decide_at_once_and_the_second_is_told(comment_in: Any, cast: Cast) -> None:
    comment = comment_in()
    second = factories.member(cast.department, Role.MODERATOR)
    now = timezone.now()
    results = at_once(
        lambda: moderation.approve(comment, by=cast.moderator, now=now, seen=State.PENDING),
        lambda: moderation.reject(comment, by=second, now=now, seen=State.PENDING, reason="Quảng cáo."),
    )
    assert sum(isinstance(result, Settled) for result in results) == 1
    comment.refresh_from_db()
    winner = next(result for result in results if isinstance(result, Comment))
    assert (comment.state, comment.decided_by) == (winner.state, winner.decided_by)
    assert Entry.objects.filter(act__in=("comment.approved", "comment.rejected")).count() == 1


def test_a_double_press_at_the_same_moment_sends_once(send: Callable[..., Comment]) -> None:
    now = timezone.now()
    results = at_once(*[lambda: send(name="Mai", now=now)] * 4)
    assert len({result.pk for result in results if isinstance(result, Comment)}) == 1
    assert Comment.objects.count() == 1


def test_a_limit_holds_for_senders_at_the_same_moment(send: Callable[..., Comment], settings: Any) -> None:
    settings.COMMENT_RATE_PER_SENDER = 2
    now = timezone.now()
    results = at_once(*[lambda n=n: send(f"Ý kiến khác nhau số {n}", now=now) for n in range(5)])  # type: ignore[misc]
    assert Comment.objects.count() == 2
    assert sum(isinstance(result, NotTaken) for result in results) == 3
