"""What is refused before anything else looks at it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse


class RefuseNonsense:
    """Answers 400 to addresses that no page of ours has: NUL bytes, broken UTF-8."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is text."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        """Raise BadRequest, which Django turns into our page for 400."""
        for text in (request.path_info, *request.GET, *(v for values in request.GET.lists() for v in values[1])):
            if "\x00" in text or "\ufffd" in text:
                raise BadRequest("not a text")
