"""What readers may see, said once; and what staff may see."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q, QuerySet

from departments.rights import NEWSROOM, Rights


class EditionQuerySet(QuerySet):
    """Editions. Whatever readers see starts at `public`."""

    def approved(self) -> Self:
        """Return the editions that the desk has approved, past and scheduled ones included."""
        return self.filter(state="approved")

    def public(self, at: datetime) -> Self:
        """Return what readers see at `at`: approved, live_from ≤ at < live_until, its article not taken down."""
        from news.models import Takedown

        down = Takedown.objects.filter(article=OuterRef("article")).at(at)
        return self.approved().filter(Q(live_until=None) | Q(live_until__gt=at), ~Exists(down), live_from__lte=at)

    def newest_first(self) -> Self:
        """Return them as lists show them; (dated_at, article) is unique among public editions."""
        return self.order_by("-dated_at", "-article")

    def for_lists(self) -> Self:
        """Return them with what a list shows of each, and without the text."""
        return self.select_related("department", "category", "cover").defer("body")

    def for_article(self) -> Self:
        """Return them with everything that the page of an article shows."""
        return self.select_related("article", "department__parent", "category", "cover")

    def visible_to(self, rights: Rights) -> Self:
        """Return the editions that someone with `rights` may see in the admin."""
        return self.filter(article__department__in=rights.departments(*NEWSROOM))

    def open(self) -> Self:
        """Return the editions in work."""
        return self.filter(state__in=("draft", "submitted", "reviewed", "returned"))


class ArticleQuerySet(QuerySet):
    """Articles."""

    def visible_to(self, rights: Rights) -> Self:
        """Return the articles that someone with `rights` may see in the admin."""
        return self.filter(department__in=rights.departments(*NEWSROOM))


class TakedownQuerySet(QuerySet):
    """Takedowns."""

    def at(self, at: datetime) -> Self:
        """Return the takedowns that hold at `at`: [since, until)."""
        return self.filter(Q(until=None) | Q(until__gt=at), since__lte=at)


class ImageQuerySet(QuerySet):
    """Pictures of the library."""

    def public(self, at: datetime) -> Self:
        """Return the pictures that some public edition shows at `at`."""
        from news.models import Edition, ImageUse

        shown = ImageUse.objects.filter(image=OuterRef("pk"), edition__in=Edition.objects.public(at))
        return self.filter(Exists(shown))

    def visible_to(self, rights: Rights) -> Self:
        """Return the pictures that someone with `rights` may see in the library."""
        return self.filter(department__in=rights.departments(*NEWSROOM))

    def containing(self, words: Iterable[Any]) -> Self:
        """Return the pictures whose description has all these folded words."""
        found = self
        for word in words:
            found = found.filter(search_text__contains=word)
        return found
