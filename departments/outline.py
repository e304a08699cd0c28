"""The whole tree of departments in one query, for pages that show or choose among all of them."""

from collections.abc import Iterator

from departments.models import Department


class Outline:
    """All departments, each known with what stands above and below it. `Outline.load()` makes its one query."""

    def __init__(self, departments: list[Department]) -> None:
        self._by_id = {department.pk: department for department in departments}
        self._children: dict[int | None, list[Department]] = {}
        for department in departments:
            self._children.setdefault(department.parent_id, []).append(department)

    @classmethod
    def load(cls) -> "Outline":
        """Read the tree; siblings keep the departments' order."""
        fields = ("parent", "kind", "name", "short_name", "slug", "order")
        return cls(list(Department.objects.only(*fields).order_by("order", "name")))

    def walk(self, top: int | None = None, depth: int = 0) -> Iterator[tuple[int, Department]]:
        """Yield (depth, department) of everything below `top`, each before what is below it."""
        for department in self.children(top):
            yield depth, department
            yield from self.walk(department.pk, depth + 1)

    def children(self, top: int | None) -> list[Department]:
        """Return the departments right below `top` (None: the root)."""
        return self._children.get(top, [])

    def ids_below(self, top: int) -> frozenset[int]:
        """Return the ids of `top` and of everything below it."""
        return frozenset([top, *(department.pk for _depth, department in self.walk(top))])

    def above(self, department: Department) -> list[Department]:
        """Return what stands above `department`, the root first."""
        found: list[Department] = []
        while department.parent_id is not None and len(found) < len(self._by_id):
            department = self._by_id[department.parent_id]
            found.insert(0, department)
        return found

    def by_slug(self) -> dict[str, Department]:
        """Return all departments by their slugs."""
        return {department.slug: department for department in self._by_id.values()}
