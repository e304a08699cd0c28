"""What pages of other floors show of news: they load these tags and import nothing."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from departments.models import Department
from news.lists import newest
from news.models import Edition
from richtext.cleaning import clean

register = template.Library()


@register.inclusion_tag("news/newest.html", takes_context=True)
def newest_of(context: dict[str, Any], department: Department, count: int = 10) -> dict[str, Any]:
    """List the newest titles of a department and of those below it. Two queries, one for the province."""
    editions = Edition.objects.public(context.get("now") or timezone.now()).only("title", "dated_at", "article")
    whole = department.parent_id is None
    below = None if whole else Department.objects.ids_below(department.pk)
    return {"editions": newest(editions, count, departments=below)}


@register.filter
def rich_text(value: str) -> SafeString:
    """Return text that an editor wrote, as HTML from the allow-list; plain text gets its paragraphs."""
    cleaned = clean(value or "")
    if "<" not in cleaned:
        return mark_safe(linebreaks(cleaned))  # noqa: S308 - cleaned a line above
    return mark_safe(cleaned)  # noqa: S308 - cleaned above
