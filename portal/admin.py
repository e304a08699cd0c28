"""What the roof adds to the admin: the record of acts for those who manage, and the editor for what departments say
of themselves. Both join two floors of which neither may know the other."""

from typing import Any

from django.contrib import admin
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.admin import EntryAdmin
from audit.models import Entry
from departments.access import RightsAdmin, manages_everything, rights_in
from departments.admin import DepartmentAdmin
from departments.models import Department, Role
from news.richtext.widget import RichTextWidget, editor_csp


class RecordDepartmentFilter(admin.SimpleListFilter):
    """By department, with everything below it."""

    title = gettext_lazy("department")
    parameter_name = "department"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the departments that this person manages, as the tree stands."""
        managed = rights_in(request).departments(Role.MANAGER)
        departments = Department.objects.filter(pk__in=managed).with_tree_fields()
        return [(str(d.pk), "\u2003" * d.tree_depth + (d.short_name or d.name)) for d in departments]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        if not self.value():
            return queryset
        if self.value() not in {key for key, _name in self.lookup_choices}:
            return queryset.none()
        return queryset.filter(department_id__in=Department.objects.ids_below(int(str(self.value()))))


@admin.register(Entry)
class RecordAdmin(EntryAdmin, RightsAdmin):
    """The record: managers read what was done in their departments, who answers for the whole portal everything."""

    roles = (Role.MANAGER,)
    list_filter = [*EntryAdmin.list_filter, RecordDepartmentFilter]

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """What was done in the departments that this person manages; all of it, for the province's managers."""
        if manages_everything(request):
            return objects
        return objects.filter(department_id__in=rights_in(request).departments(Role.MANAGER))


class IntroductionWidget(RichTextWidget):
    """The editor without pictures: an introduction has none."""

    def _set_config(self) -> None:
        super()._set_config()
        buttons = [[button for button in group if button != "Picture"] for group in self.config["toolbar"]]
        self.config = {**self.config, "toolbar": buttons, "height": 260, "title": _("Introduction of the department")}


admin.site.unregister(Department)


@admin.register(Department)
class RichDepartmentAdmin(DepartmentAdmin):
    """Departments, their introduction written with the editor."""

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:  # type: ignore[override]
        """Offer the editor for the introduction."""
        if db_field.name == "introduction":
            return db_field.formfield(widget=IntroductionWidget)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Allow what the editor needs, on this page."""
        view = super().changeform_view
        return editor_csp(lambda asked: view(asked, *args, **kwargs))(request)
