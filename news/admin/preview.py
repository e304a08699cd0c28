"""An edition as readers will see it, for those who may see it in the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from news.admin.access import moment_of
from news.admin.standing import ALL_NAMES, LIVE
from news.models import Edition


def preview(request: HttpRequest, edition: Any) -> HttpResponse:
    """Return the reader's page of an edition, under a strip that says how it stands. Kept by nobody, indexed by nobody."""
    from news.views import article_context

    context = {
        **article_context(edition, moment_of(request)),
        "preview_state": _state(edition),
        "preview_edition": edition,
    }
    response = render(request, "news/article.html", context)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _state(edition: Edition) -> str:
    standing = edition.standing  # type: ignore[attr-defined]
    return _("shown to readers") if standing == LIVE else str(ALL_NAMES[standing])
