"""Which memberships hold, and where in the tree."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Self

from django.db.models import Q, QuerySet
from tree_queries.query import TreeQuerySet


class DepartmentQuerySet(TreeQuerySet):
    """The tree of departments."""

    def ids_below_each(self, tops: Iterable[int]) -> dict[int, frozenset[int]]:
        """Return, for each of these departments, its id and those of everything below it, in one query."""
        children: dict[int | None, list[int]] = {}
        for pk, parent in self.model.objects.values_list("pk", "parent_id"):
            children.setdefault(parent, []).append(pk)
        return {top: frozenset(_walk(top, children)) for top in tops}

    def ids_below(self, top: int) -> frozenset[int]:
        """Return the ids of this department and of everything below it, in one query."""
        return self.ids_below_each([top])[top]


def _walk(top: int, children: dict[int | None, list[int]]) -> Iterator[int]:
    seen: set[int] = set()
    waiting = [top]
    while waiting:
        pk = waiting.pop()
        if pk not in seen:
            seen.add(pk)
            yield pk
            waiting += children.get(pk, [])


class MembershipQuerySet(QuerySet):
    """Who holds which role."""

    def holding(self, at: datetime) -> Self:
        """Return the memberships that hold at `at`: [since, until)."""
        return self.filter(Q(until=None) | Q(until__gt=at), since__lte=at, user__is_active=True)
