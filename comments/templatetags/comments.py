"""What the page of an article shows of comments: news knows nothing of them and asks by this tag."""

from typing import Any

from django import template
from django.utils import timezone

from comments.addresses import write_url
from comments.forms import CommentForm
from comments.models import Comment
from comments.protection import make_stamp
from news.models import Edition

register = template.Library()

SHOWN_AT_MOST = 50


@register.inclusion_tag("comments/section.html", takes_context=True)
def article_comments(context: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """Show the comments on the edition's article, and the form: `comment_form` of the context, or an empty one.

    One query, and a second to count them where there are more than are shown.
    """
    article = edition.article
    now = context.get("now") or timezone.now()
    shown = Comment.objects.shown(article).defer("text_folded", "email", "evidence", "reason")
    newest = list(shown.reverse()[: SHOWN_AT_MOST + 1])
    total = len(newest) if len(newest) <= SHOWN_AT_MOST else shown.count()
    form = context.get("comment_form") or CommentForm()
    return {
        "edition": edition,
        "comments": newest[:SHOWN_AT_MOST][::-1],
        "total": total,
        "shown_at_most": SHOWN_AT_MOST,
        "is_open": article.comments_open,
        "form": form,
        "stamp": make_stamp(article.pk, now),
        "write_url": write_url(edition),
    }
