"""The demo's comments, sent and decided through the same acts as a reader's and a moderator's."""

import random
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from comments import consent, moderation, submission
from comments.models import Comment
from departments.models import User
from news.models import Edition
from portal.demo import content
from portal.demo.people import REFERENCE
from portal.demo.progress import bar

_FORM_AGE = timedelta(minutes=2)


def load(editions: dict[str, Edition], people: dict[str, User], now: datetime) -> None:
    """Send and decide what is missing of the comments, each some time after its article came out."""
    entries = content.read("comments")["comment"]
    places = _places(entries, editions)
    for number, (entry, edition) in enumerate(bar(zip(entries, places, strict=True), "Ý kiến", len(entries)), 1):
        # The text decides whether an earlier run has sent it: the article of this week's news may be another next week.
        if Comment.objects.filter(text=submission.normal(entry["text"])).exists():
            continue
        sent = min(edition.live_from + timedelta(minutes=entry["minutes_after"]), now - timedelta(minutes=number))
        if entry["state"] == "pending":
            sent = max(sent, now - timedelta(minutes=11 * number))  # what waits has not waited for years
        comment = submission.submit(
            edition.article,
            submission.Letter(
                text=entry["text"], name=entry["name"], age=_FORM_AGE, trap="x" if entry["state"] == "spam" else ""
            ),
            sender=f"demo-{number}",
            consent_version=consent.VERSION,
            now=sent,
        )
        moderator = people["kiemduyet" if edition.article.department.slug == REFERENCE else "kiemduyet.tinh"]
        _decide(comment, entry, moderator, min(sent + timedelta(hours=1), now))


def _decide(comment: Comment, entry: dict[str, Any], by: User, now: datetime) -> None:
    if entry["state"] == "approved":
        moderation.approve(comment, by=by, now=now, seen=comment.state)
    elif entry["state"] == "rejected":
        moderation.reject(comment, by=by, now=now, seen=comment.state, reason=entry["reason"])


def _places(entries: list[dict[str, Any]], editions: dict[str, Edition]) -> list[Edition]:
    """Choose for each comment the article that it names, or one of its category, newer ones more often."""
    chance = random.Random(2019)
    by_category: dict[str, list[Edition]] = defaultdict(list)
    for edition in sorted(editions.values(), key=lambda edition: edition.live_from, reverse=True):
        by_category[edition.category.slug if edition.category else ""].append(edition)
    everything = [edition for group in by_category.values() for edition in group]
    return [
        editions[entry["article"]]
        if "article" in entry
        else chance.choice((by_category.get(entry.get("category", "")) or everything)[:6])
        for entry in entries
    ]
