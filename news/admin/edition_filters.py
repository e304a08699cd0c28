"""How the list of articles in the admin is narrowed."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from departments.models import Department
from departments.rights import NEWSROOM
from news.admin.access import rights_in
from news.admin.standing import NAMES


class StandingFilter(admin.SimpleListFilter):
    """By state, those that follow from the interval included."""

    title = _("state")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return all standings."""
        return list(NAMES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list, which is annotated with the standing."""
        return queryset.filter(standing=self.value()) if self.value() else queryset


class DepartmentFilter(admin.SimpleListFilter):
    """By department, with everything below it."""

    title = _("department")
    parameter_name = "department"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the departments whose articles the person sees, as the tree stands."""
        seen = rights_in(request).departments(*NEWSROOM)
        departments = Department.objects.filter(pk__in=seen).with_tree_fields()
        return [(str(d.pk), "\u2003" * d.tree_depth + (d.short_name or d.name)) for d in departments]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        value = self.value()
        if not value:
            return queryset
        if value not in {key for key, _name in self.lookup_choices}:
            return queryset.none()
        return queryset.filter(article__department__in=Department.objects.ids_below(int(value)))
