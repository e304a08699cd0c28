"""The address of a picture's file: readers get what some public article shows, staff what their library holds."""

import logging
import re
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from departments.rights import rights_of
from news.models import Image

log = logging.getLogger(__name__)
_TOKEN = re.compile(r"[A-Za-z0-9]{1,32}", re.ASCII)


@require_safe
def picture(request: HttpRequest, token: str, width: int) -> HttpResponse:
    """Serve one file of a picture, or 404 as if there were none."""
    now = timezone.now()
    if not _TOKEN.fullmatch(token):
        raise Http404
    shown = Image.objects.public(now).filter(pk=OuterRef("pk"))
    image = Image.objects.annotate(is_shown=Exists(shown)).filter(token=token).first()
    if image is None or width not in image.widths:
        raise Http404
    if image.is_shown:
        # Kept by browsers and caches, but asked for at every use: a takedown holds from the next request on.
        return respond(request, image, width, "public, no-cache")
    # Without a session cookie nobody is logged in, so a reader's request never opens the session.
    if settings.SESSION_COOKIE_NAME in request.COOKIES and may_see(request.user, image, now):
        return respond(request, image, width, "private, no-store")
    raise Http404


def may_see(user: Any, image: Image, now: Any) -> bool:
    """Return whether `user` may see the picture in the library."""
    return Image.objects.visible_to(rights_of(user, now)).filter(pk=image.pk).exists()


def respond(request: HttpRequest, image: Image, width: int, cache_control: str) -> HttpResponse:
    """Answer with the file of that width, or 304 where the browser has it. Who may ask has been decided."""
    # A file never changes: another picture, another token.
    etag = f'"{image.token}-{width}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = _file(request, image.file_name(width))
    response["ETag"] = etag
    response["Cache-Control"] = cache_control
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _file(request: HttpRequest, name: str) -> HttpResponse:
    """Read the whole file: the largest has a few hundred kilobytes, and nothing stays open."""
    try:
        if request.method == "HEAD":
            return HttpResponse(content_type="image/webp", headers={"Content-Length": str(default_storage.size(name))})
        with default_storage.open(name) as file:
            content = file.read()
    except FileNotFoundError:
        log.error("The library knows the picture %s, but its file is missing", name)
        raise Http404 from None
    return HttpResponse(content, content_type="image/webp", headers={"Content-Length": str(len(content))})
