"""Departments' names within a sentence."""

from django import template

register = template.Library()


@register.filter
def mid_sentence(name: str) -> str:
    """Return the name as it stands after other words: `Tỉnh Thanh Hóa` → `tỉnh Thanh Hóa`."""
    name = str(name)
    return name[:1].lower() + name[1:]
