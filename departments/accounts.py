"""Acts on staff accounts."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.record import record
from departments.membership import grant
from departments.models import Department, Membership, Role, User
from departments.refusals import NotAllowed, Refused
from departments.rights import rights_of


def may_look_after(person: User, *, by: User, now: datetime) -> bool:
    """Return whether `by` may change `person`'s account.

    A manager looks only after people all of whose roles are in departments that this manager manages: whoever can set
    a password can act as that person.
    """
    if by.is_superuser:
        return by.is_active
    if person.pk == by.pk or person.is_superuser:
        return False
    held = set(Membership.objects.filter(user=person).exclude(until__lte=now).values_list("department", flat=True))
    ever = held or set(Membership.objects.filter(user=person).values_list("department", flat=True))
    return bool(ever) and ever <= rights_of(by, now).departments(Role.MANAGER)


@transaction.atomic
def open_account(
    username: str,
    full_name: str,
    email: str,
    password: str,
    *,
    by: User,
    now: datetime,
    department: Department | None = None,
    role: str = "",
) -> User:
    """Open an account, with a first role in `department`; only a superuser opens one without."""
    if department is None and not by.is_superuser:
        raise NotAllowed(_("Choose the department and the role of the new member."))
    user = User(username=username, full_name=full_name, email=email, is_staff=True)
    user.set_password(password)
    user.save()
    record("account.opened", user, by=by, now=now)
    if department is not None:
        grant(user, department, role, by=by, now=now)
    return user


@transaction.atomic
def edit(person: User, *, by: User, now: datetime, full_name: str, email: str) -> User:
    """Change a person's name or e-mail address."""
    current = _claim(person, by=by, now=now)
    changed = {
        name: [getattr(current, name), value]
        for name, value in (("full_name", full_name), ("email", email))
        if getattr(current, name) != value
    }
    if changed:
        current.full_name, current.email = full_name, email
        current.save(update_fields=["full_name", "email"])
        record("account.edited", current, by=by, now=now, fields=sorted(changed))
    return current


@transaction.atomic
def set_active(person: User, active: bool, *, by: User, now: datetime) -> User:
    """Close an account, or open it again; what the person did stays on record."""
    current = _claim(person, by=by, now=now)
    if current.pk == by.pk:
        raise Refused(_("Nobody closes their own account."))
    if current.is_active != active:
        current.is_active = active
        current.save(update_fields=["is_active"])
        record("account.reopened" if active else "account.closed", current, by=by, now=now)
    return current


@transaction.atomic
def set_password(person: User, password: str, *, by: User, now: datetime) -> User:
    """Give an account a new password: one's own, or that of a person whom `by` looks after."""
    if person.pk != by.pk:
        person = _claim(person, by=by, now=now)
    person.set_password(password)
    person.save(update_fields=["password"])
    record("account.password_set", person, by=by, now=now)
    return person


def _claim(person: User, *, by: User, now: datetime) -> User:
    current = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if not may_look_after(current, by=by, now=now):
        raise NotAllowed(_("You don't look after the account of %(person)s.") % {"person": current})
    return current
