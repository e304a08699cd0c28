"""Acts on what a department says of itself."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit.record import record
from departments.models import Department, Leader, Role, User
from departments.refusals import NotAllowed
from departments.rights import rights_of

# What a manager may change; the place in the tree and the address are the administrator's.
OPEN_TO_MANAGERS = ("introduction", "address", "phone", "email")


@transaction.atomic
def add(department: Department, *, by: User, now: datetime) -> Department:
    """Add a department to the tree."""
    if not by.is_superuser or not by.is_active:
        raise NotAllowed(_("Only the administrator adds departments."))
    department.save()
    record("department.added", department, by=by, now=now, department_id=department.pk)
    return department


@transaction.atomic
def edit(department: Department, *, by: User, now: datetime, **changes: Any) -> Department:
    """Change what is said of a department: managers its introduction and contacts, a superuser everything."""
    current = Department.objects.select_for_update(no_key=True).get(pk=department.pk)
    _require_manager(current, by=by, now=now)
    if not by.is_superuser and not set(changes) <= set(OPEN_TO_MANAGERS):
        raise NotAllowed(_("Name, address and place in the tree are changed by the administrator."))
    changed = sorted(name for name, value in changes.items() if getattr(current, name) != value)
    if not changed:
        return current
    for name in changed:
        setattr(current, name, changes[name])
    current.save()
    record("department.edited", current, by=by, now=now, department_id=current.pk, fields=changed)
    return current


@transaction.atomic
def change_leaders(
    department: Department, *, by: User, now: datetime, saved: Iterable[Leader], removed: Iterable[Leader]
) -> None:
    """Store and remove leaders of a department."""
    _require_manager(department, by=by, now=now)
    saved, removed = list(saved), list(removed)
    for leader in removed:
        leader.delete()
    for leader in saved:
        leader.department = department
        leader.save()
    if saved or removed:
        record(
            "department.leaders_changed",
            department,
            by=by,
            now=now,
            department_id=department.pk,
            saved=[str(leader) for leader in saved],
            removed=[str(leader) for leader in removed],
        )


def _require_manager(department: Department, *, by: User, now: datetime) -> None:
    if not rights_of(by, now).may((Role.MANAGER,), department.pk):
        raise NotAllowed(_("You don't manage %(department)s.") % {"department": department})
