"""The pages of the desk: to write, and to read and decide."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from audit.models import Entry
from departments.history import entries_of_all
from news.admin.access import moment_of
from news.admin.conflicts import Difference
from news.admin.desk import Desk
from news.admin.edition_forms import EditionForm, StartForm
from news.completeness import problems_of
from news.refusals import Problem

# The whole history has a page of its own.
SHOWN_ENTRIES = 12


def start_page(model_admin: admin.ModelAdmin, request: HttpRequest, form: StartForm) -> HttpResponseBase:
    """Return the empty form of a new article."""
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Write a new article"),
        "opts": model_admin.opts,
        "form": form,
        "media": form.media,
    }
    return TemplateResponse(request, "admin/news/edition/start.html", context)


def write_page(
    model_admin: admin.ModelAdmin,
    desk: Desk,
    form: EditionForm,
    *,
    check: bool = False,
    seen: int | None = None,
    conflict: Iterable[Difference] = (),
) -> HttpResponseBase:
    """Return the form of an edition in work.

    `check`: name what is missing at its fields. `seen`: the version that the buttons carry. `conflict`: how the text
    that stands now differs from what was typed.
    """
    if check:
        _name_problems(form, problems_of(desk.edition, moment_of(desk.request)))
    context = {
        **_context(model_admin, desk),
        "form": form,
        "media": form.media,
        "seen": desk.edition.version if seen is None else seen,
        "conflict": list(conflict),
    }
    return TemplateResponse(desk.request, "admin/news/edition/write.html", context)


def read_page(
    model_admin: admin.ModelAdmin,
    desk: Desk,
    *,
    refused: dict[str, Any] | None = None,
    problems: Iterable[Problem] = (),
    conflict: Iterable[Difference] = (),
) -> HttpResponseBase:
    """Return the page on which an edition is read and decided on. `refused`: forms of acts as they were filled in."""
    desk.bound = refused or {}
    schedule = desk.form_of("schedule")
    context = {
        **_context(model_admin, desk),
        "media": schedule.media if schedule and desk.offers("schedule") else "",
        "seen": desk.edition.version,
        "problems": list(problems),
        "conflict": list(conflict),
    }
    return TemplateResponse(desk.request, "admin/news/edition/read.html", context)


def _context(model_admin: admin.ModelAdmin, desk: Desk) -> dict[str, Any]:
    edition = desk.edition
    takedown = edition.article.takedowns.at(moment_of(desk.request)).select_related("taken_down_by").first()
    return {
        **model_admin.admin_site.each_context(desk.request),
        "title": edition.title or _("(no title yet)"),
        "opts": model_admin.opts,
        "edition": edition,
        "desk": desk,
        "takedown": takedown,
        "writers": [str(writer.user) for writer in edition.writers.select_related("user").order_by("pk")],
        "entries": _entries(desk)[:SHOWN_ENTRIES],
    }


def _entries(desk: Desk) -> QuerySet[Entry]:
    return entries_of_all([desk.edition.article, desk.edition, *desk.siblings])


def _name_problems(form: EditionForm, problems: Iterable[Problem]) -> None:
    """Put each problem at its field of a form that nothing was typed into yet."""
    errors = ErrorDict()
    for problem in problems:
        errors.setdefault(problem.field, form.error_class()).append(problem.message)
    form._errors = errors  # an unbound form has no public way to carry errors
