"""What the chooser and the library's pages load: a list as JSON, and thumbnails."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from news.admin.access import rights_in
from news.models import Image
from news.pictures.serving import respond
from vietnamese.text import fold

PAGE = 24
LARGE = 640


@require_safe
def picker(request: HttpRequest) -> JsonResponse:
    """Return pictures of the person's library, newest first: `?q=` words, `?before=` an id to go on, `?id=` one."""
    images = Image.objects.visible_to(rights_in(request)).select_related("department")
    images = images.containing(fold(request.GET.get("q", "")[:200]).split()[:8]).order_by("-pk")
    if "id" in request.GET:
        images = images.filter(pk=_number(request.GET["id"]))
    if "before" in request.GET:
        images = images.filter(pk__lt=_number(request.GET["before"]))
    found = list(images[: PAGE + 1])
    shown = found[:PAGE]
    answer = {"pictures": [_described(image) for image in shown], "next": shown[-1].pk if len(found) > PAGE else None}
    return JsonResponse(answer, headers={"Cache-Control": "private, no-store"})


@require_safe
def thumb(request: HttpRequest, pk: int) -> HttpResponse:
    """Serve a small file of a picture that the person may see in the library; `?size=large` a larger one."""
    if pk >= 10**18:
        raise Http404
    image = Image.objects.visible_to(rights_in(request)).filter(pk=pk).first()
    if image is None:
        raise Http404
    width = large_width(image) if request.GET.get("size") == "large" else image.widths[0]
    return respond(request, image, width, "private, no-store")


def large_width(image: Image) -> int:
    """Return the width in which the library shows a picture by itself."""
    return max([width for width in image.widths if width <= LARGE], default=image.widths[0])


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Http404
    return int(text)


def _described(image: Image) -> dict[str, Any]:
    return {
        "id": image.pk,
        "thumb": reverse("admin:news_image_thumb", args=[image.pk]),
        "name": str(image),
        "alt": image.alt,
        "decorative": image.decorative,
        "caption": image.caption,
        "credit": image.credit,
        "department": str(image.department),
    }
