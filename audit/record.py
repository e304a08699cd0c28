"""Adding to the record; there is no other way to write it.

Rows form a chain (`audit.chain`), so they are written one after the other: from its first row on, an act holds the
chain until its transaction ends, and the next act waits. Two rules keep acts from waiting for each other in a circle:
an act takes its other locks before its first row, and it takes them with `select_for_update(no_key=True)`, since the
foreign keys that another act checks at its commit wait for stronger ones.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models import QuerySet

from audit.chain import START, Link, link, plain
from audit.models import Entry
from vietnamese.text import fold

# Any number will do that nothing else in this database locks.
_CHAIN_LOCK = 7_310_579_616_214
# As long as SQLite waits (portal.settings): an act that can't be recorded by then fails whole.
LOCK_TIMEOUT = "20s"
_BATCH = 500


def record(
    act: str,
    obj: models.Model,
    *,
    by: Any,
    now: datetime,
    version: int | None = None,
    reason: str = "",
    department_id: int | None = None,
    **data: Any,
) -> Entry:
    """Add one row for an act on `obj` inside the act's own transaction.

    `by` is the user, or None for a reader or the system; `now` is aware; `version` is the one the act started from;
    `department_id` is whose record it is, where `obj` itself has none; `data` must be JSON without fractions.
    Raises TransactionManagementError outside a transaction: a row without its change would lie.
    """
    entry = row(act, obj, by=by, now=now, version=version, reason=reason, department_id=department_id, **data)
    return record_all([entry])[0]


def row(
    act: str,
    obj: models.Model,
    *,
    by: Any,
    now: datetime,
    version: int | None = None,
    reason: str = "",
    department_id: int | None = None,
    **data: Any,
) -> Entry:
    """Return a row that isn't in the record yet, for `record_all`; it takes what `record` takes."""
    entry = Entry(
        at=now,
        actor=by,
        actor_name=str(by)[:150] if by else "",
        act=act,
        object_type=obj._meta.label_lower,
        object_id=obj.pk,
        object_name=str(obj)[:300],
        department_id=getattr(obj, "department_id", None) if department_id is None else department_id,
        version=version,
        reason=str(reason),
        data=plain(data),
    )
    entry.folded = fold(f"{entry.actor_name} {entry.object_name} {entry.reason}")
    return entry


def record_all(rows: Sequence[Entry]) -> list[Entry]:
    """Add `rows` in their order, as `record` adds one; for acts on many objects."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an act and its record belong in one transaction")
    link(rows, _hold_last())
    return Entry.objects.bulk_create(rows, batch_size=_BATCH)


def entries_of(obj: models.Model) -> QuerySet[Entry]:
    """Return what was done to `obj`, newest first."""
    return Entry.objects.filter(object_type=obj._meta.label_lower, object_id=obj.pk).select_related("actor")


def _hold_last() -> Link:
    """Hold the chain for this transaction, and return its last link.

    On SQLite a transaction holds the whole database from its beginning. On PostgreSQL the lock is a statement of its
    own: one that also read would read what stood before the wait.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('lock_timeout', %s, true), pg_advisory_xact_lock(%s)", [LOCK_TIMEOUT, _CHAIN_LOCK]
            )
    last = Entry.objects.order_by("-number").values_list("number", "hash").first()
    return Link(*last) if last else START
