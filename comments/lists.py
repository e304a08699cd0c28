"""All comments on an article, the newest first page by page; on each page they stand in the order they were sent in.

Paged by key, as lists of news are: a page neither repeats nor skips when a comment is approved in between.
"""

from dataclasses import dataclass

from django.db.models import Q

from comments.models import Comment
from comments.querysets import CommentQuerySet
from news.lists import Place

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """One page of comments, and where the pages beside it begin (None: there is none)."""

    comments: list[Comment]
    newer: Place | None
    older: Place | None


def page_of(shown: CommentQuerySet, *, before: Place | None = None, after: Place | None = None) -> Page:
    """Return the newest page, that of the comments sent before a place, or that of those sent after one."""
    if after:
        later = Q(sent_at__gt=after.dated_at) | Q(sent_at=after.dated_at, pk__gt=after.article_id)
        found = list(shown.filter(later)[: PAGE_SIZE + 1])
        comments = found[:PAGE_SIZE]
        return Page(comments, _last(comments) if len(found) > PAGE_SIZE else None, _first(comments))
    if before:
        shown = shown.filter(Q(sent_at__lt=before.dated_at) | Q(sent_at=before.dated_at, pk__lt=before.article_id))
    found = list(shown.reverse()[: PAGE_SIZE + 1])
    comments = found[:PAGE_SIZE][::-1]
    return Page(comments, _last(comments) if before else None, _first(comments) if len(found) > PAGE_SIZE else None)


def _first(comments: list[Comment]) -> Place | None:
    return Place(comments[0].sent_at, comments[0].pk) if comments else None


def _last(comments: list[Comment]) -> Place | None:
    return Place(comments[-1].sent_at, comments[-1].pk) if comments else None
