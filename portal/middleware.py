"""What is answered or refused before anything else looks at it."""

import codecs
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from portal.errors import bad_request
from portal.health import healthz

Answer = Callable[[HttpRequest], HttpResponse]

_SESSION_KEY = re.compile(r"[a-z0-9]{1,64}", re.ASCII)


class AnswerAlive:
    """Answers /healthz whatever host is asked: a load balancer asks by address, which is nobody's ALLOWED_HOSTS."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or pass on."""
        return healthz(request) if request.path_info == "/healthz" else self.get_response(request)


class RefuseNonsense:
    """Answers 400 to requests that no page of ours makes: NUL bytes, broken UTF-8, other charsets.

    It stands before all that reads sessions, addresses or forms, so that no error page meets them either.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is text."""
        # A charset in Content-Type (even `base64`) would decide how addresses and forms are read, or break it.
        request.encoding = "utf-8"
        if not (_is_utf_8(request) and _is_text(request)):
            return bad_request(request)
        if not _SESSION_KEY.fullmatch(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")):
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return self.get_response(request)


def _is_utf_8(request: HttpRequest) -> bool:
    try:
        return codecs.lookup((request.content_params or {}).get("charset") or "utf-8").name == "utf-8"
    except LookupError:
        # No charset at all: read as UTF-8, as Django does.
        return True


def _is_text(request: HttpRequest) -> bool:
    texts = (request.path_info, *request.GET, *(text for _name, values in request.GET.lists() for text in values))
    return not any("\x00" in text or "\ufffd" in text for text in texts)
