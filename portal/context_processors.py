"""What every page's head and foot need."""

from typing import Any

from django.conf import settings
from django.db.models import Case, OuterRef, QuerySet, Subquery, Value, When
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from departments.models import Department, Leader
from departments.models.department import Kind


def masthead(request: HttpRequest) -> dict[str, Any]:
    """Give templates `province` (the root department or None, one query when used) and `is_demo`."""
    return {
        "province": SimpleLazyObject(lambda: _province().first()),
        "is_demo": settings.PORTAL_DEMO,
    }


def _province() -> QuerySet[Department]:
    """Return the root with the name and position of who answers for the portal: the head of the editorial board if
    a leader's position says so, the first leader otherwise."""
    heads_board = Case(When(title__icontains="biên tập", then=Value(0)), default=Value(1))
    responsible = Leader.objects.filter(department=OuterRef("pk")).order_by(heads_board, "order", "pk")
    return Department.objects.filter(kind=Kind.PROVINCE).annotate(
        responsible_name=Subquery(responsible.values("name")[:1]),
        responsible_title=Subquery(responsible.values("title")[:1]),
    )
