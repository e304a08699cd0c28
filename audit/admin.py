"""The record of acts, to be read. Who may read it is for the house above to say (`portal.admin`)."""

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from audit.filters import ActFilter, DayFilter, PersonFilter
from audit.models import Entry
from audit.names import name_of, name_of_actor
from vietnamese.text import fold


class EntryAdmin(admin.ModelAdmin):
    """The list of acts. Nothing is added, changed or deleted by hand."""

    list_display = ["at", "person", "act_name", "object_name", "short_reason"]
    list_display_links = ["at"]
    list_filter = [DayFilter, ActFilter, PersonFilter]
    search_fields = ["folded"]
    search_help_text = _("Name of the person, name of the object or words of the reason, with or without marks")
    show_full_result_count = False
    list_per_page = 50
    ordering = ["-at", "-id"]
    sortable_by = ()
    fields = [
        *("number", "at", "person", "act_name", "object_name", "object_type", "object_id", "version", "reason"),
        *("details", "previous", "hash"),
    ]
    readonly_fields = fields

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Find rows that have all the words, whatever their marks."""
        for word in fold(search_term).split()[:8]:
            queryset = queryset.filter(folded__contains=word)
        return queryset, False

    @admin.display(description=_("who"), empty_value="—")
    def person(self, entry: Entry) -> SafeString | str:
        """Return the name, which leads to all that this person did."""
        if entry.actor_id is None:
            return name_of_actor(entry)
        return format_html('<a href="?person={}">{}</a>', entry.actor_id, entry.actor_name)

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
