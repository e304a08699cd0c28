"""What readers need of a text, checked when it is submitted and again when it is approved. A list of small functions,
each given an edition and yielding the problems it sees; add one by adding it to `CHECKS`."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from news.models import Article, Edition, Image
from news.refusals import Problem
from news.richtext.figures import expand, image_ids

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def has_title(edition: Edition) -> Iterator[Problem]:
    """A title."""
    if not edition.title.strip():
        yield Problem("title", _("Give the article a title."))


def has_lead(edition: Edition) -> Iterator[Problem]:
    """A lead."""
    if not edition.lead.strip():
        yield Problem("lead", _("Write a lead: one or two sentences that say what happened."))


def has_body(edition: Edition) -> Iterator[Problem]:
    """A text, or at least a picture."""
    if not unescape(strip_tags(edition.body)).strip() and not image_ids(edition.body):
        yield Problem("body", _("The text is empty."))


def has_category(edition: Edition) -> Iterator[Problem]:
    """A category."""
    if edition.category_id is None:
        yield Problem("category", _("Choose a category."))


def cover_is_described(edition: Edition) -> Iterator[Problem]:
    """Words for the cover picture (WCAG 1.1.1)."""
    if edition.cover and not (edition.cover_alt.strip() or edition.cover.alt.strip() or edition.cover.decorative):
        yield Problem("cover_alt", _("Say what the cover picture shows, or mark it decorative in the library."))


def pictures_are_described(edition: Edition) -> Iterator[Problem]:
    """Words for each picture in the text (WCAG 1.1.1), and that each still is in the library."""
    ids = image_ids(edition.body)
    images = Image.objects.in_bulk(ids)
    for pk in ids:
        if pk not in images:
            yield Problem(
                "body", _("Picture %(number)s is no longer in the library; take it out of the text.") % {"number": pk}
            )
    undescribed: list[Image] = []

    def look(image: Image, alt: str | None, caption: str) -> str:
        if not ((alt or "").strip() or image.alt.strip() or image.decorative):
            undescribed.append(image)
        return ""

    expand(edition.body, images, look)
    for image in dict.fromkeys(undescribed):
        yield Problem(
            "body",
            _("Say what the picture “%(picture)s” shows, or mark it decorative in the library.") % {"picture": image},
        )


def internal_links_work(edition: Edition) -> Iterator[Problem]:
    """No link into the portal that leads nowhere."""
    for href in dict.fromkeys(unescape(match[1]) for match in _HREF.finditer(edition.body)):
        parts = urlsplit(href)
        if not parts.scheme and not parts.netloc and parts.path and not _leads_somewhere(parts.path):
            yield Problem("body", _("The link “%(link)s” leads nowhere in this portal.") % {"link": href})


def _leads_somewhere(path: str) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.view_name != "news:article" or Article.objects.filter(pk=match.kwargs["pk"]).exists()


CHECKS: tuple[Callable[[Edition], Iterator[Problem]], ...] = (
    has_title,
    has_lead,
    has_body,
    has_category,
    cover_is_described,
    pictures_are_described,
    internal_links_work,
)


def problems_of(edition: Edition) -> list[Problem]:
    """Return everything that keeps `edition` from readers, all at once."""
    return [problem for check in CHECKS for problem in check(edition)]
