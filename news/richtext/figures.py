"""Pictures inside the text: stored as `<figure data-image="12"><figcaption>…</figcaption></figure>`, a reference to
the library, and turned into a real picture when the page is made."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import TypeVar

from django.utils.safestring import SafeString, mark_safe

Picture = TypeVar("Picture")

# Reads what `cleaning.clean` writes: double-quoted attributes, figures never inside figures.
_FIGURE = re.compile(r'<figure((?:[^>"]|"[^"]*")*)>(.*?)</figure>', re.DOTALL)
_ID = re.compile(r'\bdata-image="(\d+)"')
_ALT = re.compile(r'\bdata-alt="([^"]*)"')
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)


def image_ids(body: str) -> list[int]:
    """Return the library ids of the pictures in a cleaned `body`, in their order, each once."""
    found = (_ID.search(match[1]) for match in _FIGURE.finditer(body))
    return list(dict.fromkeys(int(match[1]) for match in found if match))


def expand(
    body: str, pictures: Mapping[int, Picture], render: Callable[[Picture, str | None, SafeString], str]
) -> SafeString:
    """Return a cleaned `body` as readers get it.

    `pictures` maps ids to images; `render(image, alt, caption)` returns a figure's HTML, with `alt` None where the
    library's holds. A figure whose picture isn't known keeps its caption as a paragraph: no text is lost.
    """

    def one(match: re.Match[str]) -> str:
        identity, alt = _ID.search(match[1]), _ALT.search(match[1])
        caption = _CAPTION.search(match[2])
        text = mark_safe(caption[1].strip() if caption else "")  # noqa: S308 - part of a cleaned text
        picture = pictures.get(int(identity[1])) if identity else None
        if picture is None:
            return f"<p>{text}</p>" if text else ""
        return render(picture, unescape(alt[1]) if alt else None, text)

    return mark_safe(_FIGURE.sub(one, body))  # noqa: S308 - a cleaned text
