"""The acts of a moderator. Each checks the right and what the person saw, changes the state and adds its record in one
transaction.

Every act takes `by`, `now` (aware) and `seen`: the state that the person looked at. Whoever comes second is told
(`Settled`) and nothing flips.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.record import record
from comments.models import Comment, State
from departments.models import Role, User
from departments.rights import rights_of
from news.refusals import NotAllowed, Refused


@dataclass(frozen=True)
class Move:
    """One decision: from which states, to which, and whether it needs a reason."""

    name: str
    label: str | Promise
    sources: tuple[State, ...]
    target: State
    needs_reason: bool = False


MOVES = {
    move.name: move
    for move in (
        Move("approve", gettext_lazy("Approve"), (State.PENDING,), State.APPROVED),
        Move("reject", gettext_lazy("Refuse…"), (State.PENDING, State.APPROVED), State.REJECTED, needs_reason=True),
        Move("spam", gettext_lazy("Spam"), (State.PENDING, State.APPROVED), State.SPAM),
        Move("reopen", gettext_lazy("Undo"), (State.APPROVED, State.REJECTED, State.SPAM), State.PENDING),
    )
}


class Settled(Refused):
    """Somebody else has decided since the person looked. `current` is the comment as it is now."""

    def __init__(self, current: Comment) -> None:
        self.current = current
        super().__init__(
            _("%(person)s has decided already: this comment is “%(state)s” now. Nothing was changed.")
            % {"person": current.decided_by or _("Somebody else"), "state": current.get_state_display()}
        )


def approve(comment: Comment, *, by: User, now: datetime, seen: str) -> Comment:
    """Let readers see the comment."""
    return _decide(comment, MOVES["approve"], by=by, now=now, seen=seen)


def reject(comment: Comment, *, by: User, now: datetime, seen: str, reason: str) -> Comment:
    """Refuse the comment, or take a shown one away, with the reason in words."""
    return _decide(comment, MOVES["reject"], by=by, now=now, seen=seen, reason=reason)


def mark_spam(comment: Comment, *, by: User, now: datetime, seen: str) -> Comment:
    """Put the comment with the rubbish."""
    return _decide(comment, MOVES["spam"], by=by, now=now, seen=seen)


def reopen(comment: Comment, *, by: User, now: datetime, seen: str) -> Comment:
    """Undo a decision: the comment waits again and readers don't see it."""
    return _decide(comment, MOVES["reopen"], by=by, now=now, seen=seen)


def offered(state: str) -> list[Move]:
    """Return the decisions that can be made from `state`, in the table's order."""
    return [move for move in MOVES.values() if state in move.sources]


@transaction.atomic
def _decide(comment: Comment, move: Move, *, by: User, now: datetime, seen: str, reason: str = "") -> Comment:
    locked = Comment.objects.select_for_update(of=("self",), no_key=True)
    current = locked.select_related("article", "decided_by").get(pk=comment.pk)
    if not rights_of(by, now).may([Role.MODERATOR], current.article.department_id):
        raise NotAllowed(_("Your roles don't let you decide on comments here."))
    if current.state != seen:
        raise Settled(current)
    if current.state not in move.sources:
        raise Refused(
            _("This comment is “%(state)s”, so this step is not possible.") % {"state": current.get_state_display()}
        )
    if move.needs_reason and not reason.strip():
        raise Refused(_("Write down why the comment is refused."))
    is_open = move.target == State.PENDING
    current.state, current.reason = move.target, reason.strip()
    current.decided_at, current.decided_by = (None, None) if is_open else (now, by)
    current.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    record(
        f"comment.{_PAST[move.name]}",
        current,
        by=by,
        now=now,
        reason=current.reason,
        department_id=current.article.department_id,
        before=seen,
    )
    return current


_PAST = {"approve": "approved", "reject": "rejected", "spam": "marked_spam", "reopen": "reopened"}
