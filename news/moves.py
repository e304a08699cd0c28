"""The workflow, on one screen: from which states, to which, who may, and what is asked. Acts, buttons, tests and the
docs are all made from this table."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from departments.models import Role
from departments.rights import APPROVING, WRITING
from news.models.edition import EDITABLE_STATES, OPEN_STATES, State


@dataclass(frozen=True)
class Move:
    """One move. `target` None: the state stays. `note`: what the person must write down.

    `four_eyes`: refused to everyone who wrote any of the text.
    """

    name: str
    label: str | Promise
    sources: tuple[State, ...]
    target: State | None
    roles: tuple[Role, ...]
    note: str | Promise = ""
    four_eyes: bool = False


MOVES = {
    move.name: move
    for move in (
        Move("edit", _("Save draft"), EDITABLE_STATES, None, WRITING),
        Move("submit", _("Submit for approval"), (State.DRAFT, State.RETURNED), State.SUBMITTED, WRITING),
        Move("return", _("Return"), (State.SUBMITTED,), State.RETURNED, APPROVING, note=_("Why it is returned")),
        Move("approve", _("Approve and publish"), (State.SUBMITTED,), State.APPROVED, APPROVING, four_eyes=True),
        Move("discard", _("Discard"), OPEN_STATES, State.DISCARDED, WRITING),
        Move("revise", _("Edit a new version"), (State.APPROVED,), None, WRITING),
        Move("end", _("Stop showing"), (State.APPROVED,), None, (Role.PUBLISHER,), note=_("Why it ends")),
        Move("take_down", _("Take down"), (State.APPROVED,), None, (Role.PUBLISHER,), note=_("Why it is taken down")),
    )
}


def offered(state: str, roles: frozenset[str] | set[str], *, wrote: bool) -> list[Move]:
    """Return the moves that a person with these `roles` in the department may make from `state`, in the table's order.

    `wrote`: whether the person is a writer of the text.
    """
    return [
        move
        for move in MOVES.values()
        if state in move.sources and not roles.isdisjoint(move.roles) and not (wrote and move.four_eyes)
    ]
