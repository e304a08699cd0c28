"""Pictures inside the text: stored as `<figure data-image="12"><figcaption>…</figcaption></figure>`, a reference to
the library, and turned into a real picture when the page is made."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import TypeVar

from django.utils.safestring import SafeString, mark_safe

Picture = TypeVar("Picture")

# Reads what `cleaning.clean` writes: double-quoted attributes, figures never inside figures.
_FIGURE = re.compile(r'<figure((?:[^>"]|"[^"]*")*)>(.*?)</figure>', re.DOTALL)
_ID = re.compile(r'\bdata-image="(\d+)"')
_ALT = re.compile(r'\bdata-alt="([^"]*)"')
_CREDIT = re.compile(r'\bdata-credit="([^"]*)"')
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)


def image_ids(body: str) -> list[int]:
    """Return the library ids of the pictures in a cleaned `body`, in their order, each once."""
    found = (_ID.search(match[1]) for match in _FIGURE.finditer(body))
    return list(dict.fromkeys(int(match[1]) for match in found if match))


def expand(
    body: str,
    pictures: Mapping[int, Picture],
    render: Callable[[Picture, str | None, SafeString, str | None], str],
) -> SafeString:
    """Return a cleaned `body` as readers get it.

    `pictures` maps ids to images; `render(image, alt, caption, credit)` returns a figure's HTML, with `alt` and
    `credit` None where the text has none of its own. A figure whose picture isn't known keeps its caption as a
    paragraph: no text is lost.
    """

    def one(match: re.Match[str]) -> str:
        identity, alt, credit = (part.search(match[1]) for part in (_ID, _ALT, _CREDIT))
        caption = _CAPTION.search(match[2])
        text = mark_safe(caption[1].strip() if caption else "")  # noqa: S308 - part of a cleaned text
        picture = pictures.get(int(identity[1])) if identity else None
        if picture is None:
            return f"<p>{text}</p>" if text else ""
        return render(picture, unescape(alt[1]) if alt else None, text, unescape(credit[1]) if credit else None)

    return mark_safe(_FIGURE.sub(one, body))  # noqa: S308 - a cleaned text


def fix_words(body: str, words: Mapping[int, tuple[str, str]]) -> str:
    """Return a cleaned `body` in which each known picture says for itself what it shows and whose it is.

    `words` maps ids to (what it shows, credit); what the text says of a picture goes before what `words` say.
    """

    def one(match: re.Match[str]) -> str:
        identity, alt = _ID.search(match[1]), _ALT.search(match[1])
        if not identity or int(identity[1]) not in words:
            return match[0]
        said, credit = words[int(identity[1])]
        own = unescape(alt[1]).strip() if alt else ""
        return (
            f'<figure data-image="{identity[1]}" data-alt="{escape(own or said)}" data-credit="{escape(credit)}">'
            f"{match[2]}</figure>"
        )

    return _FIGURE.sub(one, body)
