"""The main menu."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

MENU = (
    ("home", _("Home")),
    ("news:list", _("Latest news")),
    ("departments:list", _("Departments")),
    ("news:categories", _("Categories")),
)


@register.inclusion_tag("portal/menu.html", takes_context=True)
def main_menu(context: dict[str, Any]) -> dict[str, Any]:
    """Show the menu with the current page ("page") or the section that it belongs to ("true") marked.

    Works without a request too: the page for a failure has none.
    """
    path = getattr(context.get("request"), "path", "")
    return {
        "items": [
            {"url": (url := reverse(name)), "label": label, "current": _current(path, url)} for name, label in MENU
        ]
    }


def _current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if url != "/" and path.startswith(url) else ""
