"""Dates and shortened text as readers see them; all of it is said once, in `vietnamese`."""

from typing import Any

from django import template
from django.utils import timezone

from vietnamese import dates, text

register = template.Library()

for _reading in (dates.dashed_day, dates.short_day, dates.clock, dates.day_and_clock, dates.weekday_and_day):
    register.filter(_reading.__name__, _reading)


@register.filter
def cut(value: str, limit: int = 100) -> str:
    """Return the text shortened at a word to at most `limit` characters, the closing "…" included."""
    return text.cut(str(value), int(limit))


@register.simple_tag(takes_context=True)
def today(context: dict[str, Any]) -> str:
    """Return the day on which the page is made: `Thứ Ba, 24/11/2026`."""
    return dates.weekday_and_day(context.get("now") or timezone.now())
