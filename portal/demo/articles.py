"""The demo's articles: published through the same acts as the desk's, each at its own time."""

import re
from datetime import datetime, timedelta
from typing import Any

from departments.models import Department, User
from news import publishing
from news.models import Category, Edition
from portal.demo import content
from portal.demo.library import Library
from portal.demo.people import REFERENCE
from portal.demo.progress import bar

_FIGURE = re.compile(r'data-picture="([a-z0-9-]+)"')
_DESK_TIME = timedelta(minutes=20)
_CONTACT = (
    "<p>Cần trao đổi thêm, xin liên hệ theo địa chỉ và số điện thoại ghi ở trang giới thiệu của cơ quan đăng bài.</p>"
)


class Newsroom:
    """What all of the demo's articles are made with."""

    def __init__(self, people: dict[str, User], departments: dict[str, Department], pictures: Library) -> None:
        self.people = people
        self.departments = departments
        self.root = next(d for d in departments.values() if d.parent_id is None)
        self.pictures = pictures
        self.categories = {}
        for entry in content.read("categories")["category"]:
            slug = entry.pop("slug")
            self.categories[slug] = Category.objects.get_or_create(slug=slug, defaults=entry)[0]

    def exists(self, entry: dict[str, Any]) -> bool:
        """Return whether an earlier run has made this article."""
        department = self.departments[entry["department"]]
        return Edition.objects.filter(article__department=department, title=entry["title"]).exists()

    def draft(self, entry: dict[str, Any], now: datetime) -> Edition:
        """Start the article as its writer."""
        department = self.departments[entry["department"]]
        # The reference department's staff find its pictures in their own library.
        owner = department if department.slug == REFERENCE else self.root
        return publishing.start(
            department,
            by=self.writer(department),
            now=now,
            title=entry["title"],
            lead=entry["lead"],
            body=_FIGURE.sub(lambda m: f'data-image="{self.pictures.image(m[1], owner).pk}"', entry["body"]),
            category=self.categories[entry["category"]],
            cover=self.pictures.image(entry["cover"], owner),
            byline=entry.get("byline", ""),
            source=entry.get("source", ""),
        )

    def submit(self, edition: Edition, now: datetime) -> Edition:
        """Hand it in as its writer."""
        return publishing.submit(edition, by=edition.created_by, now=now, seen=edition.version)

    def approve(self, edition: Edition, now: datetime, **interval: datetime) -> Edition:
        """Put it out as the editor in charge."""
        return publishing.approve(
            edition, by=self.editor(edition.article.department), now=now, seen=edition.version, **interval
        )

    def writer(self, department: Department) -> User:
        """Return who writes for a department."""
        return self.people["bientap" if department.slug == REFERENCE else "bientap.tinh"]

    def editor(self, department: Department) -> User:
        """Return who approves for a department."""
        return self.people["duyet" if department.slug == REFERENCE else "duyet.tinh"]


def load_published(newsroom: Newsroom, now: datetime) -> dict[str, Edition]:
    """Put out what is missing of the published articles, oldest first; return all by key."""
    entries = content.articles(now)
    found = {}
    for entry in bar(entries, "Bài viết", len(entries)):
        moment = entry["published"]
        if not newsroom.exists(entry):
            edition = newsroom.submit(newsroom.draft(entry, moment - 2 * _DESK_TIME), moment - _DESK_TIME)
            newsroom.approve(edition, moment)
        found[entry["key"]] = Edition.objects.select_related("article__department", "category").get(
            article__department__slug=entry["department"], title=entry["title"], number=1
        )
    return found


def load_desk(newsroom: Newsroom, now: datetime) -> None:
    """Make what is missing of the articles in every other state."""
    for hours, entry in enumerate(content.read("desk")["article"], 1):
        if newsroom.exists(entry):
            continue
        began = now - timedelta(hours=3 * hours)
        if entry["state"] == "expired":
            began = now - timedelta(days=40)
        _bring_to(newsroom, entry, newsroom.draft(entry, began), began, now)


def _bring_to(newsroom: Newsroom, entry: dict[str, Any], edition: Edition, began: datetime, now: datetime) -> None:
    state = entry["state"]
    if state == "discarded":
        publishing.discard(edition, by=edition.created_by, now=began + _DESK_TIME, seen=edition.version)
    if state in ("draft", "discarded"):
        return
    edition = newsroom.submit(edition, began + _DESK_TIME)
    later = began + 2 * _DESK_TIME
    if state == "returned":
        editor = newsroom.editor(edition.article.department)
        publishing.return_(edition, by=editor, now=later, seen=edition.version, note=entry["note"])
    elif state == "scheduled":
        tomorrow = (now + timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
        newsroom.approve(edition, later, live_from=tomorrow)
    elif state == "expired":
        newsroom.approve(edition, later, live_until=later + timedelta(days=20))


def load_corrections(newsroom: Newsroom, editions: dict[str, Edition], now: datetime) -> None:
    """Give two articles of this month a second edition, with a change note for readers."""
    recent = sorted(editions.values(), key=lambda edition: edition.live_from, reverse=True)
    for edition in [e for e in recent if e.article.department.slug != REFERENCE][3:5]:
        if edition.article.editions.count() > 1:
            continue
        began = min(edition.live_from + timedelta(hours=4), now - 3 * _DESK_TIME)
        by = newsroom.writer(edition.article.department)
        fresh = publishing.revise(edition, by=by, now=began, seen=edition.version)
        fresh = publishing.edit(
            fresh,
            by=by,
            now=began + timedelta(minutes=5),
            seen=fresh.version,
            body=f"{fresh.body}{_CONTACT}",
            change_note="Bổ sung thông tin liên hệ.",
        )
        newsroom.approve(newsroom.submit(fresh, began + _DESK_TIME), began + 2 * _DESK_TIME)
