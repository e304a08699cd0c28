"""Acts on the portal-wide kinds of news."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit.record import record
from departments.models import Department, Role, User
from departments.models.department import Kind
from departments.rights import rights_of
from news.models import Category
from news.refusals import NotAllowed


@transaction.atomic
def add(category: Category, *, by: User, now: datetime) -> Category:
    """Add a category."""
    _require(by, now)
    category.save()
    record("category.added", category, by=by, now=now)
    return category


@transaction.atomic
def edit(category: Category, *, by: User, now: datetime, **changes: Any) -> Category:
    """Change a category."""
    _require(by, now)
    current = Category.objects.select_for_update(no_key=True).get(pk=category.pk)
    changed = sorted(name for name, value in changes.items() if getattr(current, name) != value)
    if changed:
        for name in changed:
            setattr(current, name, changes[name])
        current.save()
        record("category.edited", current, by=by, now=now, fields=changed)
    return current


def _require(by: User, now: datetime) -> None:
    root = Department.objects.filter(kind=Kind.PROVINCE).values_list("pk", flat=True).first()
    if not by.is_superuser and (root is None or not rights_of(by, now).may((Role.MANAGER,), root)):
        raise NotAllowed(_("Categories hold for the whole portal: its administrator changes them."))
