"""Pictures as readers get them, and an article's text with its pictures and tables."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from news.models import Edition, Image
from news.pictures.words import words_of
from news.richtext.figures import expand, image_ids

register = template.Library()

# A picture in the text is as wide as the column of text.
COLUMN = "(min-width: 48rem) 44rem, 100vw"
# For browsers that don't know srcset.
PLAIN_WIDTH = 640

_TABLE_TAG = re.compile(r"<(/?)table>")
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)


@register.simple_tag
def picture(image: Image, sizes: str = COLUMN, alt: str | None = None, lazy: bool = True) -> SafeString:
    """Return an `<img>` in all its widths.

    `alt` holds for this use, an empty one makes it silent; without it the library's words hold.
    """
    widths = image.widths
    plain = max([width for width in widths if width <= PLAIN_WIDTH], default=widths[0])
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {} decoding="async">',
        image.url(plain),
        ", ".join(f"{image.url(width)} {width}w" for width in widths),
        sizes,
        plain,
        image.height_at(plain),
        words_of(image) if alt is None else alt.strip(),
        mark_safe('loading="lazy"' if lazy else 'fetchpriority="high"'),  # noqa: S308 - one of two constants
    )


@register.simple_tag
def article_body(edition: Edition) -> SafeString:
    """Return the cleaned text with its pictures, and with tables that scroll sideways on a phone. At most one query."""
    ids = image_ids(edition.body)
    images = Image.objects.in_bulk(ids) if ids else {}
    body = expand(edition.body, images, partial(_figure, fixed=edition.words_are_fixed))
    return mark_safe("".join(_scrolling_tables(body)))  # noqa: S308 - a cleaned text


def _figure(image: Image, alt: str | None, caption: SafeString, credit: str | None, *, fixed: bool) -> str:
    """Return a figure's HTML; `fixed`: the text says everything itself, so that the library is not asked."""
    context = {
        "image": image,
        "alt": (alt or "").strip() or ("" if fixed else words_of(image)),
        "caption": caption,
        "credit": credit or "" if fixed else image.credit,
        "is_tall": image.height > image.width,
        "lazy": True,
    }
    return render_to_string("news/picture_figure.html", context)


def _scrolling_tables(body: str) -> Iterator[str]:
    """Yield the text with each outermost table in a region that keyboards can scroll."""
    depth = begins = number = ends = 0
    for tag in _TABLE_TAG.finditer(body):
        if not tag[1]:
            if depth == 0:
                yield body[ends : tag.start()]
                begins = tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                number, ends = number + 1, tag.end()
                yield _region(body[begins:ends], number)
    yield body[ends:] if depth == 0 else body[begins:]


def _region(table: str, number: int) -> SafeString:
    caption = _CAPTION.search(table)
    label = unescape(strip_tags(caption[1])).strip() if caption else ""
    return format_html(
        '<div class="table-scroll" role="region" tabindex="0" aria-label="{}">{}</div>',
        label or _("Table %(number)d") % {"number": number},
        mark_safe(table),  # noqa: S308 - part of a cleaned text
    )
