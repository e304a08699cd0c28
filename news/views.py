"""The public pages of news: an article, the list with its filters, the categories."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from departments.models import Department
from news.filters import NewsFilter
from news.lists import Place, newest, page_of
from news.models import Article, Category, Edition
from news.richtext.figures import image_ids

# As many other titles as the page of an article names.
OTHER_TITLES = 8


@require_safe
def article(request: HttpRequest, pk: str, slug: str = "") -> HttpResponse:
    """Show an article at its one address; any other form of the address leads there."""
    now = timezone.now()
    edition = Edition.objects.public(now).for_article().filter(article=int(pk)).first()
    if edition is None:
        return _gone(request, int(pk), now)
    if request.path != edition.get_absolute_url():
        moved = redirect(edition, permanent=True)
        # A title can change back: a browser that kept this for good would go round in circles.
        moved["Cache-Control"] = "no-cache"
        return moved
    return render(request, "news/article.html", article_context(edition, now))


def article_context(edition: Edition, now: datetime) -> dict[str, Any]:
    """Return what `news/article.html` shows of an edition, public or not, at the moment `now`.

    A view may add `comment_form` (a form that failed) or `preview_state` (what a preview says of the state).
    """
    department = edition.department
    others = Edition.objects.public(now).exclude(article=edition.article_id).only("title", "dated_at", "article")
    return {
        "edition": edition,
        "department": department,
        "masthead_department": department,
        "newest": newest(others, OTHER_TITLES, departments=_with_those_below(department)),
        # A picture that the text shows is not shown a second time above it.
        "cover_above": edition.cover if edition.cover_id and edition.cover_id not in image_ids(edition.body) else None,
        "cover_words": edition.cover_words,
        "cover_url": edition.cover.url(max(edition.cover.widths)) if edition.cover else "",
        "now": now,
    }


def _with_those_below(department: Department) -> Collection[int] | None:
    """Return the ids of a department and of those below it; None for the province, which means all."""
    return None if department.parent_id is None else Department.objects.ids_below(department.pk)


def _gone(request: HttpRequest, pk: int, now: datetime) -> HttpResponse:
    """Answer 410 where there was something to read once, and 404 as if there were nothing otherwise."""
    found = get_object_or_404(Article.objects.select_related("department"), pk=pk)
    takedown = found.takedowns.at(now).first()
    was_shown = Q(live_until=None) | Q(live_until__gt=F("live_from"))
    until = takedown.since if takedown else now
    last = found.editions.approved().filter(was_shown, live_from__lte=until).order_by("-live_from").first()
    if last is None:
        raise Http404
    context = {
        "takedown": takedown,
        # Somebody ended it; otherwise it reached the end that was planned for it.
        "ended": last.live_until is not None and last.live_until != last.planned_until,
        "department": found.department,
        "masthead_department": found.department,
        "now": now,
    }
    return render(request, "news/gone.html", context, status=410)


@require_safe
def news_list(request: HttpRequest) -> HttpResponse:
    """Show the newest news, or those that the filters leave, twenty at a time."""
    now = timezone.now()
    if "" in request.GET.values():
        # A form sends its empty fields too; the address should say only what was chosen.
        return redirect(_address(request, {name: str(text) for name, text in request.GET.items() if text}))
    filters = NewsFilter(request.GET, queryset=Edition.objects.public(now).for_lists())
    chips = [{**chip, "url": _address(request, chip["others"])} for chip in filters.chips]
    context = {"filters": filters, "chips": chips, "now": now}
    if not filters.is_valid():
        return render(request, "news/list.html", context)
    return _paged(request, "news/list.html", context, filters.qs, filters.departments, filters.typed)


@require_safe
def categories(request: HttpRequest) -> HttpResponse:
    """Show all kinds of news."""
    return render(request, "news/categories.html", {"categories": Category.objects.all(), "now": timezone.now()})


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the newest news of one kind, twenty at a time."""
    now = timezone.now()
    chosen = get_object_or_404(Category, slug=slug)
    editions = Edition.objects.public(now).for_lists().filter(category=chosen)
    return _paged(request, "news/category.html", {"category": chosen, "now": now}, editions)


def _paged(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    editions: QuerySet[Edition],
    departments: Collection[int] | None = None,
    chosen: dict[str, str] | None = None,
) -> HttpResponse:
    """Answer with the page of a list that the address asks for."""
    chosen = chosen or {}
    before, after = place_in(request, "truoc"), place_in(request, "sau")
    if before and after:
        raise Http404
    page = page_of(editions, departments=departments, before=before, after=after)
    first = _address(request, chosen)
    if after and page.newer is None:
        # At the top there may be fewer than a page of newer ones; the first page has them all.
        return redirect(first)
    places = {
        "page": page,
        "first_url": first if before or after else "",
        "newer_url": _address(request, {**chosen, "sau": str(page.newer)}) if page.newer else "",
        "older_url": _address(request, {**chosen, "truoc": str(page.older)}) if page.older else "",
    }
    return render(request, template, {**context, **places})


def place_in(request: HttpRequest, name: str) -> Place | None:
    """Return the place that the address names, or None; 404 where it isn't one."""
    text = request.GET.get(name)
    if text is None:
        return None
    try:
        return Place.parse(text)
    except ValueError:
        raise Http404 from None


def _address(request: HttpRequest, query: dict[str, str]) -> str:
    return f"{request.path}?{urlencode(query)}" if query else request.path
