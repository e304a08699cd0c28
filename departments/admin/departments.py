"""Departments: managers keep introduction, contacts and leaders; a superuser everything."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from audit.names import name_acts
from departments import editing
from departments.access import RightsAdmin, moment_of, rights_in
from departments.models import Department, Leader, Role

name_acts(
    {
        "department.added": _("department added"),
        "department.edited": _("department changed"),
        "department.leaders_changed": _("leaders changed"),
    }
)


class _InTreeOrder(ChangeList):
    """Keeps the order of the tree: any other would part departments from what stands below them."""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[str]:
        return []

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        found = super().get_queryset(request, exclude_parameters)
        return found.extra(order_by=["__tree.tree_ordering"])


class LeaderInline(admin.StackedInline):
    """Who leads the department, and with which tasks."""

    model = Leader
    extra = 0
    fields = ["name", "title", "tasks", "phone", "email", "order"]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may see the department sees its leaders."""
        return True

    def _manages(self, request: HttpRequest, obj: Any) -> bool:
        return obj is not None and rights_in(request).may((Role.MANAGER,), obj.pk)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Managers of the department."""
        return self._manages(request, obj)

    has_change_permission = has_add_permission
    has_delete_permission = has_add_permission


@admin.register(Department)
class DepartmentAdmin(RightsAdmin):
    """The tree of departments."""

    roles = (Role.MANAGER,)
    list_display = ["branch", "kind", "phone", "email", "slug"]
    list_display_links = ["branch"]
    search_fields = ["name_folded"]
    sortable_by = ()
    list_filter = ["kind"]
    list_per_page = 200
    inlines = [LeaderInline]
    fieldsets = [
        (None, {"fields": ["name", "short_name", "kind", "parent", "slug", "order"]}),
        (_("What readers see"), {"fields": ["introduction", "address", "phone", "email"]}),
    ]

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Narrow to the departments that this person manages."""
        return objects.filter(pk__in=rights_in(request).departments(Role.MANAGER)).with_tree_fields()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Return the list that keeps the tree together."""
        return _InTreeOrder

    @admin.display(description=_("department"))
    def branch(self, department: Any) -> SafeString:
        """Return the name, set in by its depth in the tree."""
        return format_html('<span class="branch branch-{}">{}</span>', min(department.tree_depth, 4), department.name)

    def view_on_site(self, obj: Any) -> str:
        """Return the address of the page that readers see."""
        return str(obj.get_absolute_url())

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A superuser's."""
        return bool(request.user.is_superuser)  # type: ignore[union-attr]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Managers', where they manage."""
        return obj is None or rights_in(request).may((Role.MANAGER,), obj.pk)

    def get_list_filter(self, request: HttpRequest) -> list[str]:
        """Managers have too few departments to need a filter."""
        return self.list_filter if request.user.is_superuser else []  # type: ignore[union-attr]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Return what only a superuser changes."""
        if request.user.is_superuser:  # type: ignore[union-attr]
            return []
        return ["name", "short_name", "kind", "parent", "slug", "order"]

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Leaders are added once the department is there."""
        return self.inlines if obj is not None else []

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Search with and without marks."""
        from vietnamese.text import fold

        for word in fold(search_term).split()[:8]:
            queryset = queryset.filter(name_folded__contains=word)
        return queryset, False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Call the act."""
        now = moment_of(request)
        if not change:
            editing.add(obj, by=request.user, now=now)  # type: ignore[arg-type]
            return
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        editing.edit(obj, by=request.user, now=now, **changes)  # type: ignore[arg-type]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Call the act for the leaders."""
        saved = formset.save(commit=False)
        editing.change_leaders(
            form.instance,
            by=request.user,  # type: ignore[arg-type]
            now=moment_of(request),
            saved=saved,
            removed=formset.deleted_objects,
        )
