"""What is refused before anything else looks at it."""

import codecs
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse


class RefuseNonsense:
    """Answers 400 to requests that no page of ours makes: NUL bytes, broken UTF-8, other charsets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is text."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        """Raise BadRequest, which Django turns into our page for 400."""
        # A charset in Content-Type (even `base64`) would decide how addresses and forms are read, or break it.
        if codecs.lookup(request.encoding or "utf-8").name != "utf-8":
            raise BadRequest("not in UTF-8")
        for text in (request.path_info, *request.GET, *(v for values in request.GET.lists() for v in values[1])):
            if "\x00" in text or "\ufffd" in text:
                raise BadRequest("not a text")
