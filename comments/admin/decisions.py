"""From the buttons of the list to the acts: what was chosen, what happened to each, and the way to undo it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments import moderation
from comments.models import Comment, State
from departments.refusals import Busy, busy_is_refused
from news.refusals import Refused

# A button that undoes carries what it undoes; above this the list's own actions serve.
UNDO_AT_MOST = 100
_ACTS: dict[str, Callable[..., Comment]] = {
    "approve": moderation.approve,
    "reject": moderation.reject,
    "spam": moderation.mark_spam,
    "reopen": moderation.reopen,
}
_LARGEST_ID = 2**63 - 1
# More than any list shows, and than a press on "Undo" carries.
_SEEN_AT_MOST = 1000


def seen_in(text: str) -> dict[int, str]:
    """Read "12:pending 13:approved": which comments were chosen, each with the state that the person saw."""
    seen: dict[int, str] = {}
    for word in text.split():
        pk, colon, state = word.partition(":")
        if colon and state in State.values and (number := as_id(pk)) is not None:
            seen[number] = state
    if len(seen) > _SEEN_AT_MOST:
        raise BadRequest("more comments than any page shows")
    return seen


def as_id(text: str | None) -> int | None:
    """Return what can be the id of a row, or None."""
    if text and text.isascii() and text.isdigit() and len(text) <= 19 and int(text) <= _LARGEST_ID:
        return int(text)
    return None


def seen_as_text(comments: Iterable[Comment], seen: dict[int, str]) -> str:
    """Write what `seen_in` reads."""
    return " ".join(f"{comment.pk}:{seen[comment.pk]}" for comment in comments)


def carry_out(
    request: HttpRequest, move: str, comments: list[Comment], seen: dict[int, str], now: datetime, reason: str = ""
) -> list[Comment]:
    """Decide on each comment by itself, then say how many were done and why others weren't.

    Returns those that were left because the database was busy: the first that waits in vain is the last to wait.
    """
    more = {"reason": reason} if moderation.MOVES[move].needs_reason else {}
    done: list[Comment] = []
    left: list[Comment] = []
    refusals: dict[str, int] = {}
    for position, comment in enumerate(comments):
        try:
            with busy_is_refused():
                done.append(_ACTS[move](comment, by=request.user, now=now, seen=seen[comment.pk], **more))
        except Busy as busy:
            left = comments[position:]
            refusals[str(busy)] = len(left)
            break
        except Refused as refusal:
            refusals[str(refusal)] = refusals.get(str(refusal), 0) + 1
    if done:
        messages.success(request, _told(move, done))
    for words, count in refusals.items():
        messages.warning(request, f"{words} ({count})" if count > 1 else words)
    if not comments:
        messages.warning(request, _("No comment was chosen, so nothing was done."))
    return left


def _told(move: str, done: list[Comment]) -> Any:
    count = len(done)
    sentence = {
        "approve": ngettext("%(count)d comment is shown now.", "%(count)d comments are shown now.", count),
        "reject": ngettext("%(count)d comment is refused.", "%(count)d comments are refused.", count),
        "spam": ngettext("%(count)d comment is put with the spam.", "%(count)d comments are put with the spam.", count),
        "reopen": ngettext("%(count)d comment waits again.", "%(count)d comments wait again.", count),
    }[move] % {"count": count}
    if move == "reopen" or count > UNDO_AT_MOST:
        return sentence
    return format_html(
        '{} <button class="queue-undo" type="submit" form="changelist-form" '
        'formaction="{}" name="one" value="{}">{}</button>',
        sentence,
        reverse("admin:comments_comment_decide", kwargs={"move": "reopen"}),
        seen_as_text(done, {comment.pk: comment.state for comment in done}),
        _("Undo"),
    )
