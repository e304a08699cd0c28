"""What readers see of the comments, what waits, and who among the staff may see which."""

from datetime import datetime
from typing import Any, Self

from django.db.models import OuterRef, QuerySet, Subquery

from departments.models import Role
from departments.rights import Rights
from news.models import Edition


class CommentQuerySet(QuerySet):
    """Comments. Whatever readers see starts at `shown`."""

    def shown(self, article: Any) -> Self:
        """Return the article's approved comments, the only ones that readers see, oldest first."""
        return self.filter(article=article, state="approved").order_by("sent_at", "pk")

    def waiting(self) -> Self:
        """Return the comments that nobody has decided on, the longest waiting first."""
        return self.filter(state="pending").order_by("sent_at", "pk")

    def visible_to(self, rights: Rights) -> Self:
        """Return the comments that someone with `rights` decides on; nobody else sees any that isn't shown."""
        return self.filter(article__department__in=rights.departments(Role.MODERATOR))

    def sent_after(self, moment: datetime) -> Self:
        """Return the comments sent later than `moment`, in whatever state, the newest first."""
        return self.filter(sent_at__gt=moment).order_by("-sent_at", "-pk")

    def from_sender(self, sender_hash: str) -> Self:
        """Return the comments sent from the same truncated network address; a whole village can share one."""
        return self.filter(sender_hash=sender_hash).order_by("-sent_at", "-pk")

    def with_titles(self) -> Self:
        """Return them with `article_title`: that of the article's newest approved edition."""
        editions = Edition.objects.approved().filter(article=OuterRef("article")).order_by("-live_from")
        return self.annotate(article_title=Subquery(editions.values("title")[:1]))
