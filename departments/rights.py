"""Who may do what where: a role holds for the department and everything below it. The only place that works it out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from departments.models import Department, Membership, Role

WRITING = (Role.WRITER, Role.EDITOR, Role.PUBLISHER)
APPROVING = (Role.EDITOR, Role.PUBLISHER)
# Every role that has something to see in the admin's articles.
NEWSROOM = WRITING


@dataclass(frozen=True)
class Rights:
    """What one person may do at one moment. Ask `rights_of` for it; it holds ids and makes no queries."""

    by_role: dict[str, frozenset[int]] = field(default_factory=dict)
    everything: frozenset[int] | None = None

    def departments(self, *roles: str) -> frozenset[int]:
        """Return the ids of the departments where any of `roles` is held (no roles given: any role at all)."""
        if self.everything is not None:
            return self.everything
        return frozenset().union(*(self.by_role.get(role, frozenset()) for role in roles or Role.values))

    def may(self, roles: Iterable[str], department_id: int | None) -> bool:
        """Return whether any of `roles` is held in that department."""
        return department_id in self.departments(*roles)

    def anywhere(self, *roles: str) -> bool:
        """Return whether any of `roles` is held in some department."""
        return bool(self.departments(*roles))


def rights_of(user: Any, at: datetime) -> Rights:
    """Return the rights of `user` (a User or AnonymousUser) at `at`; a superuser has all roles. Two queries."""
    if not user.is_authenticated or not user.is_active or not user.is_staff:
        return Rights()
    if user.is_superuser:
        return Rights(everything=frozenset(Department.objects.values_list("pk", flat=True)))
    held: dict[str, list[int]] = {}
    for role, department in Membership.objects.holding(at).filter(user=user).values_list("role", "department"):
        held.setdefault(role, []).append(department)
    tops = {top for departments in held.values() for top in departments}
    if not tops:
        return Rights()
    below = Department.objects.ids_below_each(tops)
    return Rights({role: frozenset().union(*(below[top] for top in tops)) for role, tops in held.items()})
