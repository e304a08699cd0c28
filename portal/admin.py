"""The record of acts in the admin: read by superusers and by the managers of the province."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from audit.admin import EntryAdmin
from audit.models import Entry
from departments.access import RightsAdmin, manages_everything


@admin.register(Entry)
class RecordAdmin(EntryAdmin, RightsAdmin):
    """The record, for those who answer for the whole portal."""

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Everything, or nothing."""
        return objects if manages_everything(request) else objects.none()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who answer for the whole portal."""
        return manages_everything(request)
