"""Whether the record is what was written: every row there, unchanged, in its place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from audit.chain import FIELDS, START, Link, hash_of
from audit.models import Entry

_CHUNK = 1000


class Broken(Exception):
    """The chain doesn't hold; `number` is the first row that doesn't fit, the text says how."""

    def __init__(self, number: int, message: str) -> None:
        self.number = number
        super().__init__(message)


def rows_from(number: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of the record from `number` on, in the order of the chain, some at a time."""
    rows = Entry.objects.order_by("number", "id").values("id", *FIELDS, "hash")
    page = rows.filter(number__gte=number) if number > 1 else rows
    seen: set[int] = set()
    # The next page begins with the last number once more: in a record that was tampered with, it may stand twice.
    while batch := [row for row in page[:_CHUNK] if row["id"] not in seen]:
        seen = {row.pop("id") for row in batch}
        page = rows.filter(number__gte=batch[-1]["number"])
        yield from batch


def link_before(number: int) -> Link:
    """Return the link that row `number` has to follow. Raises Broken where that row is missing."""
    if number <= 1:
        return START
    stored = Entry.objects.filter(number=number - 1).values_list("hash", flat=True).first()
    if stored is None:
        raise _missing(number - 1)
    return Link(number - 1, stored)


def verify(rows: Iterable[Mapping[str, Any]], last: Link) -> Link:
    """Go along `rows`, which follow `last`, and return the link at their end. Raises Broken at the first misfit."""
    for row in rows:
        number = row["number"]
        if number > last.number + 1:
            raise _missing(last.number + 1)
        if number <= last.number:
            raise Broken(number, _("A row with the number %(number)d was put in.") % {"number": number})
        if hash_of(row) != row["hash"]:
            raise Broken(number, _("Row %(number)d was changed.") % {"number": number})
        if row["previous"] != last.hash:
            raise Broken(
                number,
                _("Row %(number)d doesn't follow the row before it: one of the two was exchanged.")
                % {"number": number},
            )
        last = Link(number, row["hash"])
    return last


def require(known: Link, last: Link) -> None:
    """Raise Broken unless the record, which ends with `last`, still has the row that was `known` earlier."""
    if known == START:
        return
    stored = Entry.objects.filter(number=known.number).values_list("hash", flat=True).first()
    if stored is None:
        raise _missing(last.number + 1)
    if stored != known.hash:
        raise Broken(
            known.number,
            _("Row %(number)d is not the one that was verified earlier: the record was written anew.")
            % {"number": known.number},
        )


def require_hash(known: str, last: Link) -> None:
    """Raise Broken unless some row of the record, which ends with `last`, has the hash `known`."""
    if known not in (START.hash, last.hash) and not Entry.objects.filter(previous=known).exists():
        raise Broken(
            last.number + 1,
            _("No row has the hash %(hash)s. The record ends with row %(number)d: later rows are missing or changed.")
            % {"hash": known, "number": last.number},
        )


def _missing(number: int) -> Broken:
    return Broken(number, _("Row %(number)d is missing.") % {"number": number})
