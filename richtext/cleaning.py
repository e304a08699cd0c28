"""Cleaning of rich text on the server: nothing that an editor, a paste or an import sends is trusted."""

import nh3

from richtext import allowlist
from vietnamese.text import nfc


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute in allowlist.NUMBERS:
        return value if value.isascii() and value.isdigit() and len(value) <= 12 else None
    if attribute == "scope":
        return value if value in allowlist.SCOPES else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(allowlist.TAGS),
    # "*": without it nh3 lets `lang` and `title` stand on everything.
    attributes={tag: set(attributes) for tag, attributes in allowlist.TAGS.items() if attributes} | {"*": set()},
    clean_content_tags=set(allowlist.DROPPED_WITH_CONTENT),
    url_schemes=set(allowlist.URL_SCHEMES),
    attribute_filter=_kept,
    strip_comments=True,
    link_rel="noopener noreferrer nofollow",
)


def clean(html: str) -> str:
    """Return `html` (NFC) with nothing but what `allowlist` names. Cleaning twice changes nothing."""
    return _CLEANER.clean(nfc(html))
