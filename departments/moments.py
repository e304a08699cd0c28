"""Choosing a moment in the admin: a day and a time of day, both Vietnam's."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime, AdminTimeWidget
from django.utils.translation import gettext_lazy as _


class MomentWidget(AdminSplitDateTime):
    """A day and a time, each with its own name for those who hear the page."""

    class Media:
        # Their order matters, and outside Django's own form pages the first would be missing.
        js = ["admin/js/core.js", "admin/js/calendar.js", "admin/js/admin/DateTimeShortcuts.js"]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        day = AdminDateWidget(attrs={"aria-label": _("day"), "placeholder": "31/12/2026"})
        clock = AdminTimeWidget(attrs={"aria-label": _("time of day"), "placeholder": "07:30"})
        forms.MultiWidget.__init__(self, [day, clock], attrs)
