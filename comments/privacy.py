"""The act behind a reader's right to be forgotten: what a comment holds of a person is erased for good."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.record import record
from comments.models import Comment
from departments.models import Role, User
from departments.refusals import NotAllowed, Refused
from departments.rights import rights_of

REASON_AT_MOST = 1000


def is_erased(comment: Comment) -> bool:
    """Return whether a reader's data has been erased: every comment is sent with the mark of a network."""
    return not comment.sender_hash


@transaction.atomic
def erase(comment: Comment, *, by: User, now: datetime, reason: str) -> Comment:
    """Erase name, words, e-mail, network mark and evidence of a comment; its state and its place stay.

    The record says who did it, when and why, and nothing of what was erased.
    """
    locked = Comment.objects.select_for_update(of=("self",), no_key=True)
    current = locked.select_related("article").get(pk=comment.pk)
    if not rights_of(by, now).may([Role.MODERATOR], current.article.department_id):
        raise NotAllowed(_("Your roles don't let you decide on comments here."))
    if is_erased(current):
        raise Refused(_("The data of this reader has been erased already."))
    if not reason.strip():
        raise Refused(_("Write down why the data is erased, for example how the reader asked for it."))
    current.text = _("(erased on request)")
    current.name = current.email = current.sender_hash = ""
    current.evidence = []
    current.save(update_fields=["text", "text_folded", "name", "email", "sender_hash", "evidence"])
    department_id = current.article.department_id
    record("comment.erased", current, by=by, now=now, reason=reason.strip(), department_id=department_id)
    return current
