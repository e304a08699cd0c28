"""What gunicorn and runserver start."""

import os
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")


class Request(WSGIRequest):
    """A request whose address is read as UTF-8 whatever charset its Content-Type names.

    Django reads the address by that charset while it makes the request: `base64` would fail before any page of ours
    could answer. `portal.middleware.RefuseNonsense` refuses other charsets.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


class Handler(WSGIHandler):
    """Django's handler with our requests."""

    request_class = Request


django.setup(set_prefix=False)
application = Handler()
