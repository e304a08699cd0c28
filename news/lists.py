"""Lists of news, newest first, paged by key: any page of them costs the same, however many articles there are.

A place in a list is (dated_at, article id), which is unique among public editions and never moves; so pages neither
repeat nor skip when something is published in between.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.lookups import GreaterThan, LessThan

from news.models import Edition

PAGE_SIZE = 20
# Beyond this many departments one query for each would cost more than looking at every department's news.
MOST_ARMS = 60

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLACE = re.compile(r"(-?[0-9]{1,18})\.([0-9]{1,12})", re.ASCII)


@dataclass(frozen=True)
class Place:
    """A place in a list, as the address bar carries it."""

    dated_at: datetime
    article_id: int

    @classmethod
    def of(cls, edition: Edition) -> "Place":
        """Return the place at which a public edition stands."""
        assert edition.dated_at is not None  # noqa: S101 - the database holds it for all that is approved
        return cls(edition.dated_at, edition.article_id)

    @classmethod
    def parse(cls, text: str) -> "Place":
        """Read what `str` wrote. Raises ValueError for anything else."""
        match = _PLACE.fullmatch(text)
        if not match:
            raise ValueError("not a place")
        try:
            return cls(_EPOCH + int(match[1]) * _MICROSECOND, int(match[2]))
        except OverflowError as error:
            raise ValueError("not a moment") from error

    def __str__(self) -> str:
        return f"{(self.dated_at - _EPOCH) // _MICROSECOND}.{self.article_id}"


@dataclass(frozen=True)
class Page:
    """One page of a list, and where the pages beside it begin (None: there is none)."""

    editions: list[Edition]
    newer: Place | None
    older: Place | None


def page_of(
    editions: QuerySet[Edition],
    *,
    departments: Collection[int] | None = None,
    before: Place | None = None,
    after: Place | None = None,
) -> Page:
    """Return the page of older editions right `before` a place, of newer ones right `after` it, or the first page."""
    found = newest(editions, PAGE_SIZE + 1, departments=departments, before=before, after=after)
    more = len(found) > PAGE_SIZE
    if after is not None:
        shown = found[-PAGE_SIZE:]
        return Page(shown, Place.of(shown[0]) if more else None, Place.of(shown[-1]) if shown else None)
    shown = found[:PAGE_SIZE]
    return Page(shown, Place.of(shown[0]) if before and shown else None, Place.of(shown[-1]) if more else None)


def newest(
    editions: QuerySet[Edition],
    count: int,
    *,
    departments: Collection[int] | None = None,
    before: Place | None = None,
    after: Place | None = None,
) -> list[Edition]:
    """Return at most `count` of `editions`, newest first, in one query.

    `departments` None: of all. `after` a place: the ones nearest to it, not the newest of all.
    """
    direction = "" if after is not None else "-"
    ordered = _beyond(editions, before, after).order_by(f"{direction}dated_at", f"{direction}article_id")
    if departments is not None:
        ordered = _within(ordered, frozenset(departments), count, "ASC" if after is not None else "DESC")
    found = list(ordered[:count])
    return found[::-1] if after is not None else found


class _Before(TupleLessThan):
    """`(dated_at, article_id) < (x, y)` as one range of the index.

    Django writes it as `a < x OR (a = x AND b < y)` for SQLite, which reads the index from its end.
    """

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Compare rows; both kinds of database can."""
        return LessThan.as_sql(self, compiler, connection)


class _After(TupleGreaterThan):
    """`(dated_at, article_id) > (x, y)`, likewise."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Compare rows; both kinds of database can."""
        return GreaterThan.as_sql(self, compiler, connection)


def _beyond(editions: QuerySet[Edition], before: Place | None, after: Place | None) -> QuerySet[Edition]:
    key = Tuple(F("dated_at"), F("article_id"))
    if before is not None:
        editions = editions.filter(_Before(key, (before.dated_at, before.article_id)))
    if after is not None:
        editions = editions.filter(_After(key, (after.dated_at, after.article_id)))
    return editions


def _within(ordered: QuerySet[Edition], departments: frozenset[int], count: int, direction: str) -> QuerySet[Edition]:
    if len(departments) == 1:
        return ordered.filter(department=next(iter(departments)))
    if not departments or len(departments) > MOST_ARMS:
        return ordered.filter(department__in=departments)
    # The first `count` of each department, by its own index, are all that can be among the first `count` of them
    # together. A plain IN list walks through everybody's news where these departments have been silent for long.
    # SQLite takes ORDER BY and LIMIT in an arm of a UNION only inside a nested SELECT, so Django's union() won't do.
    # Nothing in this SQL was typed by anybody: it is made of compiled querysets, and their values are parameters.
    arms: list[str] = []
    params: list[Any] = []
    for department in sorted(departments):
        arm = ordered.filter(department=department).values_list("id", "dated_at", "article_id")[:count]
        sql, values = arm.query.get_compiler(arm.db).as_sql()
        arms.append(f"SELECT * FROM ({sql}) AS d{department}")  # noqa: S608
        params.extend(values)
    united = " UNION ALL ".join(arms)
    order = f"united.dated_at {direction}, united.article_id {direction}"
    first = f"SELECT united.id FROM ({united}) AS united ORDER BY {order} LIMIT {count}"  # noqa: S608
    return ordered.filter(pk__in=RawSQL(first, params))  # noqa: S611
