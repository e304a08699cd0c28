"""Adding to the record; there is no other way to write it."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet

from audit.models import Entry


def record(
    act: str,
    obj: models.Model,
    *,
    by: Any,
    now: datetime,
    version: int | None = None,
    reason: str = "",
    **data: Any,
) -> Entry:
    """Add one row for an act on `obj` inside the act's own transaction.

    `by` is the user, or None for a reader or the system; `now` is aware; `version` is the one the act started from;
    `data` must be JSON. Raises TransactionManagementError outside a transaction: a row without its change would lie.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an act and its record belong in one transaction")
    return Entry.objects.create(
        at=now,
        actor=by,
        actor_name=str(by)[:150] if by else "",
        act=act,
        object_type=obj._meta.label_lower,
        object_id=obj.pk,
        object_name=str(obj)[:300],
        version=version,
        reason=reason,
        data=data,
    )


def entries_of(obj: models.Model) -> QuerySet[Entry]:
    """Return what was done to `obj`, newest first."""
    return Entry.objects.filter(object_type=obj._meta.label_lower, object_id=obj.pk).select_related("actor")
