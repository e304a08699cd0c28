"""What the roof adds to the admin: the record of acts for those who answer for the whole portal, and the editor for
what departments say of themselves. Both join two floors of which neither may know the other."""

from typing import Any

from django.contrib import admin
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from audit.admin import EntryAdmin
from audit.models import Entry
from departments.access import RightsAdmin, manages_everything
from departments.admin import DepartmentAdmin
from departments.models import Department
from news.richtext.widget import RichTextWidget, editor_csp


@admin.register(Entry)
class RecordAdmin(EntryAdmin, RightsAdmin):
    """The record, for those who answer for the whole portal."""

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Everything, or nothing."""
        return objects if manages_everything(request) else objects.none()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who answer for the whole portal."""
        return manages_everything(request)


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
