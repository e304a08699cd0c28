"""The chain that the rows of the record form: a number without gaps, the hash of the row before, and one's own.

docs/kiem-toan.md tells the canonical form, and how an auditor verifies it without this code. It never changes: rows
that were written with it would no longer fit.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

# What the hash of a row covers, in the words of the export; the hash itself is apart.
FIELDS = (
    "number",
    "previous",
    "at",
    "actor_id",
    "actor_name",
    "act",
    "object_type",
    "object_id",
    "object_name",
    "department_id",
    "version",
    "reason",
    "data",
)


@dataclass(frozen=True)
class Link:
    """What the next row of the chain needs of the one before it."""

    number: int
    hash: str


# The first row follows no row.
START = Link(0, "0" * 64)


def line(row: Mapping[str, Any]) -> str:
    """Return the canonical form of what `row` holds: JSON with sorted keys, no spaces, times in UTC."""
    at = row["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps({**row, "at": at}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the canonical form of FIELDS in UTF-8, in hexadecimal."""
    return hashlib.sha256(line({name: row[name] for name in FIELDS}).encode()).hexdigest()


def link(rows: Iterable[Any], last: Link) -> Link:
    """Give each of `rows` its number and its hashes, the first one after `last`; return the new last link."""
    for row in rows:
        row.number, row.previous = last.number + 1, last.hash
        row.hash = hash_of({name: getattr(row, name) for name in FIELDS})
        last = Link(row.number, row.hash)
    return last


def plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return `data` as both databases give it back: lists for tuples, texts for keys.

    Raises TypeError for what isn't JSON, and for fractions: each database writes 1e22 in its own way.
    """
    return json.loads(json.dumps(data), parse_float=_refuse_fraction, parse_constant=_refuse_fraction)


def _refuse_fraction(number: str) -> None:
    raise TypeError(f"the record takes whole numbers and texts, not {number}")
