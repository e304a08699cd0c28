"""Whether readers may comment under an article."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.record import record
from departments.models import User
from departments.rights import APPROVING, rights_of
from news.models import Article
from news.refusals import NotAllowed


@transaction.atomic
def set_open(article: Article, is_open: bool, *, by: User, now: datetime) -> Article:
    """Open or close the comments under an article; the ones that are shown stay. Pressed twice, it is done once.

    Raises NotAllowed for whoever may not approve in the article's department.
    """
    locked = Article.objects.select_for_update(of=("self",), no_key=True)
    article = locked.select_related("department").get(pk=article.pk)
    if not rights_of(by, now).may(APPROVING, article.department_id):
        raise NotAllowed(_("Your roles don't allow this for %(department)s.") % {"department": article.department})
    if article.comments_open != is_open:
        article.comments_open = is_open
        article.save(update_fields=["comments_open"])
        record("article.comments_opened" if is_open else "article.comments_closed", article, by=by, now=now)
    return article
