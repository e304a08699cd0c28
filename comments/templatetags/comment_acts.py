"""The record's acts on a comment, in words."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

_ACTS: dict[str, str | Promise] = {
    "comment.sent": _("sent the comment"),
    "comment.approved": _("approved it"),
    "comment.rejected": _("refused it"),
    "comment.marked_spam": _("put it with the spam"),
    "comment.reopened": _("let it wait again"),
}


@register.filter
def comment_act(act: str) -> str:
    """Return what `act` means, or its name if it is none of ours."""
    return str(_ACTS.get(act, act))
