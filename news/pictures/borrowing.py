"""Whose pictures a text may show: those of the own library, and those that readers can see anyway."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from departments.models import User
from departments.rights import NEWSROOM, rights_of
from news.models import Article, Image
from news.refusals import Problem
from news.richtext.figures import image_ids


def foreign_pictures(
    body: str, cover: Image | None, *, by: User, now: datetime, article: Article | None = None
) -> list[Problem]:
    """Return a problem for each picture that `by` has no right to show: publishing it would give it away.

    `body` is cleaned; what an edition of `article` shows already may stay, whoever edits it. Unknown ids are no problem
    here: `news.completeness` names them.
    """
    in_body = image_ids(body)
    ids = {*in_body, *([cover.pk] if cover else [])}
    if not ids:
        return []
    open_to_all = Q(department__in=rights_of(by, now).departments(*NEWSROOM))
    if article is not None:
        open_to_all |= Q(uses__edition__article=article)
    asked = Image.objects.filter(pk__in=ids)
    allowed = set(asked.filter(open_to_all).values_list("pk", flat=True))
    allowed |= set(asked.public(now).values_list("pk", flat=True))
    foreign = [image for image in asked if image.pk not in allowed]
    message = _("Picture %(number)s belongs to another department's library. Choose one of your own.")
    return [Problem("body" if image.pk in in_body else "cover", message % {"number": image.pk}) for image in foreign]
