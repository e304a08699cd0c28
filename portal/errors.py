"""Error pages in the portal's clothes."""

from django.http import HttpRequest, HttpResponse


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what to do when a form was sent from elsewhere or too late."""
    return HttpResponse(status=403)
