"""Two people changed one text: what stands there now beside what was typed."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from news.models import Edition

_BLOCK_END = re.compile(r"</(p|h[2-4]|li|tr|figcaption|caption|blockquote)>|<br>")


@dataclass(frozen=True)
class Difference:
    """One field that differs."""

    label: str
    current: str
    typed: str


def differences(current: Edition, typed: dict[str, Any]) -> list[Difference]:
    """Return the fields in which `typed` differs from the text as it stands now."""
    return [
        Difference(
            str(Edition._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            readable(name, getattr(current, name)),
            readable(name, value),
        )
        for name, value in typed.items()
        if getattr(current, name) != value
    ]


def readable(name: str, value: Any) -> str:
    """Return a field's value as plain text."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value is None:
        return ""
    if name == "body":
        return unescape(strip_tags(_BLOCK_END.sub("\n", value))).strip()
    return str(value)
