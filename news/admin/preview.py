"""An edition as readers will see it, for those who may see it in the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from news.admin.access import moment_of
from news.admin.standing import ALL_NAMES


def preview(request: HttpRequest, edition: Any) -> HttpResponse:
    """Return the reader's page of an edition under a strip that says how it stands.

    Nobody keeps or indexes it, and pages of the desk may frame it.
    """
    from news.views import article_context

    context = {**article_context(edition, moment_of(request)), "preview_state": _strip(edition)}
    response = render(request, "news/article.html", context)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _strip(edition: Any) -> SafeString:
    """How it stands, and the way back to the desk."""
    return format_html(
        '{} · <span class="back"><a href="{}">{}</a></span> ·',
        ALL_NAMES[edition.standing],
        reverse("admin:news_edition_change", args=[edition.pk]),
        _("Back to the desk"),
    )
