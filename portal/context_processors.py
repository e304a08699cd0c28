"""What every page's head and foot need."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from departments.models import Department
from departments.models.department import Kind


def masthead(request: HttpRequest) -> dict[str, Any]:
    """Give templates `province` (the root department or None, one query when used) and `is_demo`."""
    return {
        "province": SimpleLazyObject(lambda: Department.objects.filter(kind=Kind.PROVINCE).first()),
        "is_demo": settings.PORTAL_DEMO,
    }
