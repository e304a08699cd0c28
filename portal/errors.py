"""Error pages in the portal's clothes."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer to an address or a form that can't be read. Its host may be foreign: no template asks for it."""
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer to someone who may not do this."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer to an address that has nothing. Staff who went astray at the desk find the way back to it."""
    at_desk = request.path.startswith(reverse("admin:index"))
    desk = at_desk and getattr(getattr(request, "user", None), "is_staff", False)
    return render(request, "404.html", {"desk": desk}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when something of ours failed: no query, no session, nothing that could fail in its turn."""
    try:
        page: str = render_to_string("500.html")
    except Exception:
        log.exception("The page for failures failed itself")
        head = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>500</title>'
        page = f"{head}<p>{_('Please try again in a few minutes.')}</p>"
    return HttpResponse(page, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what to do when a form was sent from elsewhere or too late."""
    return render(request, "403_csrf.html", status=403)
