"""From a button of the desk to the act behind it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from news import publishing
from news.admin.access import moment_of
from news.admin.desk import BESIDE_THE_TEXT, Desk
from news.models import Edition
from vietnamese.dates import local


def is_act_beside_text(name: str) -> bool:
    """Return whether the button acts on the text as it stands."""
    return name in BESIDE_THE_TEXT


def do_beside_text(desk: Desk, name: str, form: forms.Form | None, seen: int) -> HttpResponseRedirect:
    """Do the act, say what happened, and return where to go. Raises `Refused` with nothing changed."""
    data = form.cleaned_data if form is not None else {}
    edition: Edition = _ACTS[name](
        desk.edition,
        {"by": desk.request.user, "now": moment_of(desk.request), "seen": seen},
        data,
    )
    messages.success(desk.request, _told(name, edition))
    return to_edition(edition)


def to_edition(edition: Edition, query: str = "") -> HttpResponseRedirect:
    """Return the way to an edition's page."""
    return HttpResponseRedirect(reverse("admin:news_edition_change", args=[edition.pk]) + query)


def say_submitted(request: HttpRequest) -> None:
    """Say what handing over means."""
    messages.success(request, _("Handed over for approval. Somebody else reads and approves it."))


def _approve(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    return publishing.approve(edition, **common)


def _schedule(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    return publishing.approve(edition, **common, live_from=data["live_from"], live_until=data["live_until"])


def _return(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    return publishing.return_(edition, **common, note=data["note"])


def _discard(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    return publishing.discard(edition, **common, note=data["note"])


def _revise(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    return publishing.revise(edition, **common)


def _end(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    return publishing.end(edition, **common, note=data["note"])


def _take_down(edition: Edition, common: dict[str, Any], data: dict[str, Any]) -> Edition:
    publishing.take_down(edition, **common, kind=data["kind"], note=data["note"])
    return edition


_ACTS: dict[str, Callable[[Edition, dict[str, Any], dict[str, Any]], Edition]] = {
    "approve": _approve,
    "schedule": _schedule,
    "return": _return,
    "discard": _discard,
    "revise": _revise,
    "end": _end,
    "take_down": _take_down,
}


def _told(name: str, edition: Edition) -> str:
    if name == "approve":
        return format_html(
            '{} <a href="{}">{}</a>', _("Published."), edition.get_absolute_url(), _("Look at it on the portal")
        )
    if name == "schedule":
        return _("Approved. Readers see it from %(moment)s.") % {"moment": f"{local(edition.live_from):%d/%m/%Y %H:%M}"}
    return {
        "return": _("Returned to its writers with your note."),
        "discard": _("Discarded. It stays on record."),
        "revise": _("This is the new version. Readers see the old one until this one is approved."),
        "end": _("Readers no longer see this version."),
        "take_down": _("The article has been taken down."),
    }[name]
