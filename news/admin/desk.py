"""What one person can do with one edition now: the buttons, made from `news.moves`, and why some are missing."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from departments.models import Role
from departments.rights import APPROVING
from news.admin.access import moment_of, rights_in
from news.admin.edition_forms import DiscardForm, NoteForm, ScheduleForm, TakedownForm
from news.admin.standing import LIVE, SCHEDULED
from news.models import Edition, State
from news.moves import MOVES, Move, offered

# A move that asks for nothing but a press of its button has no form.
_FORMS: dict[str, Any] = {
    "return": NoteForm,
    "schedule": ScheduleForm,
    "discard": DiscardForm,
    "end": NoteForm,
    "take_down": TakedownForm,
}
SCHEDULE = "schedule"
# Acts on the text as it stands; the others go with the text's form.
BESIDE_THE_TEXT = ("revise", "approve", SCHEDULE, "return", "end", "take_down", "discard")


@dataclass
class Button:
    """One thing to press, and what it asks for."""

    name: str
    label: str | Promise
    hint: str | Promise = ""
    kind: str = ""
    form: forms.Form | None = None

    @property
    def is_open(self) -> bool:
        """Whether what it asks for is unfolded: it is when something was refused."""
        return self.form is not None and self.form.is_bound


@dataclass
class Desk:
    """One person before one edition, annotated with its standing."""

    request: HttpRequest
    edition: Any
    bound: dict[str, forms.Form] = field(default_factory=dict)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The person's roles in the article's department."""
        rights = rights_in(self.request)
        return frozenset(role.value for role in Role if rights.may((role,), self.edition.article.department_id))

    @cached_property
    def wrote(self) -> bool:
        """Whether the person is a writer of the text."""
        return self.edition.writers.filter(user=self.request.user).exists()

    @cached_property
    def moves(self) -> dict[str, Move]:
        """The moves that the table offers and that make sense as the edition stands."""
        found = {move.name: move for move in offered(self.edition.state, self.roles, wrote=self.wrote)}
        shown = self.edition.standing in (LIVE, SCHEDULED)
        if not shown:
            found.pop("end", None)
            found.pop("take_down", None)
        if "revise" in found and (self.open_edition or not self.is_newest):
            del found["revise"]
        return found

    @property
    def may_edit(self) -> bool:
        """Whether the person may change the text."""
        return "edit" in self.moves

    @property
    def may_close_comments(self) -> bool:
        """Whether the person may open and close the comments under the article."""
        return not self.roles.isdisjoint(APPROVING)

    @cached_property
    def siblings(self) -> list[Edition]:
        """All editions of the article that stand beside this one, newest first."""
        from news.admin.standing import with_standing

        editions = self.edition.article.editions.exclude(pk=self.edition.pk).defer("body")
        return list(with_standing(editions, moment_of(self.request)).order_by("-number"))

    @property
    def open_edition(self) -> Edition | None:
        """Another edition of the article that is in work."""
        working = (State.DRAFT, State.SUBMITTED, State.REVIEWED, State.RETURNED)
        return next((edition for edition in self.siblings if edition.state in working), None)

    @property
    def is_newest(self) -> bool:
        """Whether no later edition of the article has been approved."""
        return not any(e.number > self.edition.number and e.state == State.APPROVED for e in self.siblings)

    @property
    def own_approval(self) -> bool:
        """Whether only the four eyes keep this person from approving."""
        move = MOVES["approve"]
        return self.wrote and self.edition.state in move.sources and not self.roles.isdisjoint(move.roles)

    def form_of(self, name: str, data: QueryDict | None = None) -> forms.Form | None:
        """Return what an act asks for, filled in with `data`."""
        if data is None and name in self.bound:
            return self.bound[name]
        if name not in _FORMS:
            return None
        more = {}
        if _FORMS[name] is NoteForm:
            more["label"] = MOVES[name].note
        return _FORMS[name](data, auto_id=f"{name}_%s", **more)

    def offers(self, name: str) -> bool:
        """Return whether an act has its button. Scheduling is approving for a later time."""
        return ("approve" if name == SCHEDULE else name) in self.moves

    @property
    def buttons(self) -> list[Button]:
        """The acts on the text as it stands, the usual ones first."""
        words = {**{name: move.label for name, move in MOVES.items()}, SCHEDULE: _("Schedule")}
        kinds = {"approve": "main", "revise": "main", "discard": "grave", "end": "grave", "take_down": "grave"}
        return [
            Button(name, words[name], self._hint(name), kinds.get(name, ""), self.form_of(name))
            for name in BESIDE_THE_TEXT
            if self.offers(name)
        ]

    @property
    def buttons_while_writing(self) -> list[Button]:
        """The acts that stand beside the text's form: none that would decide on a text with unsaved changes."""
        return [button for button in self.buttons if button.name == "discard"]

    def _hint(self, name: str) -> str:
        if name == "end" and self.edition.standing == SCHEDULED:
            return gettext("Calls the schedule off: this version doesn't appear.")
        return {
            "approve": gettext("Readers see it at once. No e-mail is sent."),
            SCHEDULE: gettext("Readers see it by itself from the time that you choose."),
            "return": gettext("Goes back to its writers with your note."),
            "revise": gettext("Readers keep seeing this version until the new one is approved."),
            "end": gettext("Readers no longer see it from now on."),
            "take_down": gettext("The whole article goes, with all its versions. Readers see the reason."),
            "discard": gettext("It is given up; it stays on record."),
        }[name]
