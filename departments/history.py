"""What the record says of an object, as a page of the admin."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from audit.models import Entry

# Enough for any real object; the record itself has them all.
LONGEST = 500


def entries_of_all(objects: Iterable[models.Model]) -> QuerySet[Entry]:
    """Return what was done to any of `objects`, newest first, in one query."""
    wanted = Q(pk__in=())
    for obj in objects:
        wanted |= Q(object_type=obj._meta.label_lower, object_id=obj.pk)
    return Entry.objects.filter(wanted).select_related("actor").order_by("-at", "-id")


def history_page(model_admin: Any, request: HttpRequest, obj: Any, objects: Iterable[models.Model]) -> HttpResponseBase:
    """Return the page that lists the acts on `objects`, under the name of `obj`."""
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("History"),
        "subtitle": str(obj),
        "opts": model_admin.opts,
        "object": obj,
        "list_name": model_admin.menu_name or model_admin.opts.verbose_name_plural,
        "entries": entries_of_all(objects)[:LONGEST],
    }
    return TemplateResponse(request, "admin/object_history.html", context)
