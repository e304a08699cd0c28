"""Acts on who holds which role where. Each checks the right and the rule, changes and records in one transaction."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.record import record
from departments.models import Department, Membership, Role, User
from departments.refusals import NotAllowed, Refused
from departments.rights import rights_of


@transaction.atomic
def grant(
    user: User,
    department: Department,
    role: str,
    *,
    by: User,
    now: datetime,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Membership:
    """Give `user` a role in `department` and below, from `since` (now, where None) until `until`.

    Nobody gives a role to themselves: that is what makes two pairs of eyes two people.
    """
    _require_manager(department, user, by=by, now=now)
    if role not in Role.values:
        raise Refused(_("There is no such role."))
    if not user.is_active:
        raise Refused(_("This account is closed. Open it again first."))
    starts = since or now
    if until is not None and until <= starts:
        raise Refused(_("The end must be later than the start."))
    held = Membership.objects.filter(user=user, department=department, role=role).select_for_update(no_key=True)
    if any((m.until is None or m.until > starts) and (until is None or m.since < until) for m in held):
        raise Refused(_("%(person)s already has this role here at that time.") % {"person": user})
    membership = Membership.objects.create(user=user, department=department, role=role, since=starts, until=until)
    record(
        "membership.granted",
        membership,
        by=by,
        now=now,
        user=user.pk,
        department=department.pk,
        role=role,
        until=until.isoformat() if until else None,
    )
    return membership


@transaction.atomic
def end(membership: Membership, *, by: User, now: datetime, reason: str = "") -> Membership:
    """Take a role away from now on; that it was held stays on record."""
    locked = Membership.objects.select_for_update(no_key=True)
    current = locked.select_related("department", "user").get(pk=membership.pk)
    _require_manager(current.department, current.user, by=by, now=now)
    if current.until is not None and current.until <= now:
        raise Refused(_("This role has ended already."))
    if current.since >= now:
        # It never began, so there is no interval to keep; the record tells of it.
        record("membership.called_off", current, by=by, now=now, reason=reason)
        current.delete()
        return current
    current.until = now
    current.save(update_fields=["until"])
    record("membership.ended", current, by=by, now=now, reason=reason)
    return current


def _require_manager(department: Department, user: User, *, by: User, now: datetime) -> None:
    if not rights_of(by, now).may((Role.MANAGER,), department.pk):
        raise NotAllowed(_("You don't manage %(department)s.") % {"department": department})
    if user.pk == by.pk and not by.is_superuser:
        raise NotAllowed(_("Nobody changes their own roles. Ask another manager or the administrator."))
