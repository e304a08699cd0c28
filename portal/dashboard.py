"""What waits for one person: the admin's first page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from comments.models import Comment
from departments.access import moment_of, rights_in
from departments.models import Department, Role
from departments.rights import APPROVING, NEWSROOM, WRITING, Rights
from news.models import Edition, State
from vietnamese.dates import local
from vietnamese.text import cut

# A panel shows the oldest; the rest is one press away.
SHOWN = 8


@dataclass(frozen=True)
class Item:
    """One thing that waits."""

    title: str
    url: str
    where: str
    age: str
    by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Panel:
    """One kind of things that wait, oldest first."""

    key: str
    heading: str | Promise
    empty: str | Promise
    all_url: str
    items: list[Item] = field(default_factory=list)
    count: int = 0

    @property
    def more(self) -> int:
        """How many aren't shown."""
        return self.count - len(self.items)


def dashboard(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows to this person."""
    rights, now = rights_in(request), moment_of(request)
    panels = [panel for make in _PANELS if (panel := make(request.user, rights, now)) is not None]
    return {
        "panels": panels,
        "may_write": rights.anywhere(*WRITING),
        "managed": _managed(rights),
        "today": now,
        "has_business": rights.anywhere(),
    }


def _returned(user: Any, rights: Rights, now: datetime) -> Panel | None:
    if not rights.anywhere(*WRITING):
        return None
    mine = _mine(user, rights).filter(state=State.RETURNED).order_by("changed_at")
    return _editions_panel(
        "returned",
        _("Returned to me"),
        _("Nothing has been returned to you."),
        mine,
        lambda e: Item(**_of(e), age=_age(e.changed_at, now), note=cut(e.return_note, 240)),
        "returned",
    )


def _to_approve(user: Any, rights: Rights, now: datetime) -> Panel | None:
    if not rights.anywhere(*APPROVING):
        return None
    waiting = (
        Edition.objects.filter(state=State.SUBMITTED, article__department__in=rights.departments(*APPROVING))
        .exclude(writers__user=user)
        .order_by("submitted_at")
    )
    return _editions_panel(
        "to-approve",
        _("Waiting for my approval"),
        _("Nothing waits for your approval."),
        waiting,
        lambda e: Item(**_of(e), age=_waiting(e.submitted_at or e.changed_at, now), by=str(e.submitted_by or "")),
        "submitted",
    )


def _comments(user: Any, rights: Rights, now: datetime) -> Panel | None:
    if not rights.anywhere(Role.MODERATOR):
        return None
    waiting = Comment.objects.visible_to(rights).waiting()
    shown = waiting.with_titles().select_related("article__department")[:SHOWN]
    items = [
        Item(
            title=cut(comment.text, 140),
            url=reverse("admin:comments_comment_change", args=[comment.pk]),
            where=_("on “%(title)s”") % {"title": cut(getattr(comment, "article_title", "") or "", 90)},
            age=_waiting(comment.sent_at, now),
            by=comment.name,
        )
        for comment in shown
    ]
    return Panel(
        "comments",
        _("Comments to decide on"),
        _("No comment waits. Readers have had their answers."),
        reverse("admin:comments_comment_changelist"),
        items,
        waiting.count(),
    )


def _drafts(user: Any, rights: Rights, now: datetime) -> Panel | None:
    if not rights.anywhere(*WRITING):
        return None
    return _editions_panel(
        "drafts",
        _("My drafts"),
        _("You have no draft. Write a new article whenever you like."),
        _mine(user, rights).filter(state=State.DRAFT).order_by("changed_at"),
        lambda e: Item(**_of(e), age=_age(e.changed_at, now)),
        "draft",
    )


def _with_others(user: Any, rights: Rights, now: datetime) -> Panel | None:
    if not rights.anywhere(*WRITING):
        return None
    return _editions_panel(
        "with-others",
        _("Mine, waiting for somebody else"),
        _("Nothing of yours waits for approval."),
        _mine(user, rights).filter(state=State.SUBMITTED).order_by("submitted_at"),
        lambda e: Item(**_of(e), age=_waiting(e.submitted_at or e.changed_at, now)),
        "submitted",
    )


def _scheduled(user: Any, rights: Rights, now: datetime) -> Panel | None:
    if not rights.anywhere(*NEWSROOM):
        return None
    coming = (
        Edition.objects.visible_to(rights)
        .approved()
        .filter(live_from__gt=now)
        .exclude(live_until=F("live_from"))
        .order_by("live_from")
    )
    return _editions_panel(
        "scheduled",
        _("Scheduled"),
        _("Nothing is scheduled."),
        coming,
        lambda e: Item(**_of(e), age=f"{local(e.live_from):%d/%m/%Y %H:%M}"),
        "scheduled",
    )


_PANELS: tuple[Callable[[Any, Rights, datetime], Panel | None], ...] = (
    _returned,
    _to_approve,
    _comments,
    _drafts,
    _with_others,
    _scheduled,
)


def _mine(user: Any, rights: Rights) -> QuerySet[Any]:
    return Edition.objects.visible_to(rights).filter(writers__user=user)


def _editions_panel(
    key: str, heading: str, empty: str, editions: QuerySet[Any], show: Callable[[Any], Item], standing: str
) -> Panel:
    shown = editions.select_related("article__department", "submitted_by").defer("body")[:SHOWN]
    return Panel(
        key,
        heading,
        empty,
        f"{reverse('admin:news_edition_changelist')}?standing={standing}",
        [show(edition) for edition in shown],
        editions.count(),
    )


def _of(edition: Any) -> dict[str, str]:
    return {
        "title": edition.title or _("(no title yet)"),
        "url": reverse("admin:news_edition_change", args=[edition.pk]),
        "where": edition.article.department.short_name or edition.article.department.name,
    }


def _age(since: datetime, now: datetime) -> str:
    """How long ago something happened."""
    return _("%(age)s ago") % {"age": timesince(since, now, depth=1)}


def _waiting(since: datetime, now: datetime) -> str:
    """How long something has waited for somebody."""
    return _("has waited %(age)s") % {"age": timesince(since, now, depth=1)}


def _managed(rights: Rights) -> list[Department]:
    """The departments that the person manages, the highest ones."""
    managed = rights.departments(Role.MANAGER)
    return list(Department.objects.filter(pk__in=managed).exclude(parent__in=managed)[:SHOWN]) if managed else []
