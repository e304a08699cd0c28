"""What readers need of a text, checked when it is submitted and again when it is approved. A list of small functions,
each given an edition and the time of asking, and yielding the problems it sees; add one by adding it to `CHECKS`."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, Q
from django.urls import Resolver404, resolve
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from departments.models import Department
from news.models import Category, Edition, Image
from news.refusals import Problem
from news.richtext.figures import expand, image_ids

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def has_title(edition: Edition, at: datetime) -> Iterator[Problem]:
    """A title."""
    if not edition.title.strip():
        yield Problem("title", _("Give the article a title."))


def has_lead(edition: Edition, at: datetime) -> Iterator[Problem]:
    """A lead."""
    if not edition.lead.strip():
        yield Problem("lead", _("Write a lead: one or two sentences that say what happened."))


def has_body(edition: Edition, at: datetime) -> Iterator[Problem]:
    """A text, or at least a picture."""
    if not unescape(strip_tags(edition.body)).strip() and not image_ids(edition.body):
        yield Problem("body", _("The text is empty."))


def has_category(edition: Edition, at: datetime) -> Iterator[Problem]:
    """A category."""
    if edition.category_id is None:
        yield Problem("category", _("Choose a category."))


def cover_is_described(edition: Edition, at: datetime) -> Iterator[Problem]:
    """Words for the cover picture (WCAG 1.1.1)."""
    if edition.cover and not (edition.cover_alt.strip() or edition.cover.alt.strip() or edition.cover.decorative):
        yield Problem("cover_alt", _("Say what the cover picture shows, or mark it decorative in the library."))


def pictures_are_described(edition: Edition, at: datetime) -> Iterator[Problem]:
    """Words for each picture in the text (WCAG 1.1.1), and that each still is in the library."""
    ids = image_ids(edition.body)
    images = Image.objects.in_bulk(ids)
    for pk in ids:
        if pk not in images:
            yield Problem(
                "body", _("Picture %(number)s is no longer in the library; take it out of the text.") % {"number": pk}
            )
    undescribed: list[Image] = []

    def look(image: Image, alt: str | None, caption: str, credit: str | None) -> str:
        if not ((alt or "").strip() or image.alt.strip() or image.decorative):
            undescribed.append(image)
        return ""

    expand(edition.body, images, look)
    for image in dict.fromkeys(undescribed):
        yield Problem(
            "body",
            _("Say what the picture “%(picture)s” shows, or mark it decorative in the library.") % {"picture": image},
        )


def internal_links_work(edition: Edition, at: datetime) -> Iterator[Problem]:
    """No link into the portal that leads nowhere, now or from the time for which its target is scheduled."""
    for href in dict.fromkeys(unescape(match[1]) for match in _HREF.finditer(edition.body)):
        if not _leads_somewhere(href, edition, at):
            yield Problem("body", _("The link “%(link)s” leads nowhere in this portal.") % {"link": href})


def _leads_somewhere(href: str, edition: Edition, at: datetime) -> bool:
    """Return whether a link works as far as this portal can know; what leads to other hosts is not looked at."""
    try:
        parts = urlsplit(href)
        foreign = parts.scheme not in ("", "http", "https") or (parts.netloc and parts.hostname not in _own_hosts())
        if foreign or not parts.path:
            return True
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        return False
    if match.view_name == "news:article":
        pk = int(match.kwargs["pk"])
        coming = Edition.objects.approved().filter(Q(live_until=None) | Q(live_until__gt=at), article=pk)
        return pk == edition.article_id or coming.exclude(live_until=F("live_from")).exists()
    if match.view_name == "news:category":
        return Category.objects.filter(slug=match.kwargs["slug"]).exists()
    if match.view_name == "departments:department":
        return Department.objects.filter(slug=match.kwargs["slug"]).exists()
    return True


def _own_hosts() -> list[str]:
    return settings.ALLOWED_HOSTS


CHECKS: tuple[Callable[[Edition, datetime], Iterator[Problem]], ...] = (
    has_title,
    has_lead,
    has_body,
    has_category,
    cover_is_described,
    pictures_are_described,
    internal_links_work,
)


def problems_of(edition: Edition, at: datetime) -> list[Problem]:
    """Return everything that keeps `edition` from readers at `at` (aware), all at once."""
    return [problem for check in CHECKS for problem in check(edition, at)]
