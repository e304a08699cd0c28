"""Categories: kept by those who answer for the whole portal."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from audit.names import name_acts
from news import categories
from news.admin.access import RightsAdmin, manages_everything, moment_of
from news.models import Category

name_acts({"category.added": _("category added"), "category.edited": _("category changed")})


@admin.register(Category)
class CategoryAdmin(RightsAdmin):
    """The portal-wide kinds of news."""

    list_display = ["name", "slug", "order"]
    search_fields = ["name"]
    fields = ["name", "slug", "description", "order"]

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """All categories."""
        return objects

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who answer for the whole portal."""
        return manages_everything(request)

    def view_on_site(self, obj: Any) -> str:
        """Return the address of the page that readers see."""
        return str(obj.get_absolute_url())

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Those who answer for the whole portal."""
        return manages_everything(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who answer for the whole portal."""
        return manages_everything(request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Call the act."""
        by, now = request.user, moment_of(request)
        if not change:
            categories.add(obj, by=by, now=now)  # type: ignore[arg-type]
            return
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        categories.edit(obj, by=by, now=now, **changes)  # type: ignore[arg-type]
