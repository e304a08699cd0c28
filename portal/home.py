"""The home page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from departments.outline import Outline
from news.lists import newest
from news.models import Category, Edition

# Enough of the newest to find pictures and several departments among them.
LOOKED_AT = 60
FEATURED = 4
CARDS = 6
TITLES = 8


@dataclass
class Front:
    """Who stands where on the front page; no article stands there twice."""

    lead: Edition | None = None
    featured: Sequence[Edition] = field(default_factory=list)
    cards: Sequence[Edition] = field(default_factory=list)
    titles: Sequence[Edition] = field(default_factory=list)


def arrange(editions: Sequence[Edition]) -> Front:
    """Give the newest editions (newest first) their places.

    Pictures go on top; the cards are from as many departments as there are; the rest is a list of titles.
    """
    left = list(editions)
    front = Front()
    if left:
        front.lead = next((edition for edition in left if edition.cover_id), left[0])
        left.remove(front.lead)
    front.featured = _take(left, FEATURED, (edition for edition in left if edition.cover_id))
    front.cards = _take(left, CARDS, _one_of_each_department(left))
    front.titles = left[:TITLES]
    return front


def _take(left: list[Edition], count: int, wanted: Iterable[Edition]) -> list[Edition]:
    taken = [edition for edition, _place in zip(list(wanted), range(count), strict=False)]
    for edition in taken:
        left.remove(edition)
    return taken


def _one_of_each_department(editions: Sequence[Edition]) -> list[Edition]:
    firsts: dict[int, Edition] = {}
    for edition in editions:
        if edition.cover_id:
            firsts.setdefault(edition.department_id, edition)
    return list(firsts.values())


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the lead story, the featured ones, the newest titles and the way to the departments."""
    now = timezone.now()
    editions = newest(Edition.objects.public(now).for_lists(), LOOKED_AT)
    outline = Outline.load()
    roots = outline.children(None)
    context = {
        "front": arrange(editions),
        "departments": outline.children(roots[0].pk) if roots else [],
        "categories": Category.objects.all(),
        "now": now,
    }
    return render(request, "home.html", context)
