"""The record of acts, to be read. Who may read it is for the house above to say (`portal.admin`)."""

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from audit.models import Entry
from audit.names import name_of, name_of_actor, named_acts


class ActFilter(admin.SimpleListFilter):
    """By what was done."""

    title = _("act")
    parameter_name = "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the acts that have a name."""
        return named_acts()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        return queryset.filter(act=self.value()) if self.value() else queryset


class EntryAdmin(admin.ModelAdmin):
    """The list of acts. Nothing is added, changed or deleted by hand."""

    list_display = ["at", "who", "act_name", "object_name", "short_reason"]
    list_display_links = ["at"]
    list_filter = [ActFilter, "at"]
    search_fields = ["actor_name", "object_name", "reason"]
    search_help_text = _("Name of the person, name of the object or words of the reason")
    show_full_result_count = False
    list_per_page = 50
    ordering = ["-at", "-id"]
    sortable_by = ()
    fields = ["at", "who", "act_name", "object_name", "object_type", "object_id", "version", "reason", "details"]
    readonly_fields = fields

    @admin.display(description=_("who"))
    def who(self, entry: Entry) -> str:
        """Return who did it, by the name of that time."""
        return name_of_actor(entry)

    @admin.display(description=_("act"))
    def act_name(self, entry: Entry) -> str:
        """Return what was done, in words."""
        return name_of(entry.act)

    @admin.display(description=_("reason"))
    def short_reason(self, entry: Entry) -> str:
        """Return the beginning of the reason."""
        return entry.reason if len(entry.reason) <= 120 else entry.reason[:119] + "…"

    @admin.display(description=_("details"))
    def details(self, entry: Entry) -> SafeString | str:
        """Return the details as they are stored."""
        if not entry.data:
            return "—"
        return format_html("<pre>{}</pre>", json.dumps(entry.data, ensure_ascii=False, indent=1))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only acts add."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False
