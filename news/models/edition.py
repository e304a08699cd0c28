"""One version of an article's text, its state and the interval in which it is public."""

from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from departments.fields import FoldedField, LineField, ParagraphField
from departments.models import Department
from news.constraints import NoOverlap
from news.models.article import Article, Category
from news.models.image import Image, ImageUse
from news.querysets import EditionQuerySet
from news.richtext.figures import image_ids
from richtext.field import RichTextField
from vietnamese.text import slug


class State(models.TextChoices):
    """What the desk has decided. Scheduled, live, superseded and expired follow from the interval."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    REVIEWED = "reviewed", _("content reviewed, waiting to be published")
    RETURNED = "returned", _("returned")
    APPROVED = "approved", _("approved")
    DISCARDED = "discarded", _("discarded")


OPEN_STATES = (State.DRAFT, State.SUBMITTED, State.REVIEWED, State.RETURNED)
EDITABLE_STATES = (State.DRAFT, State.RETURNED, State.SUBMITTED)


class Edition(models.Model):
    """One version of an article's text. Acts are in `news.publishing`; nothing else changes the state."""

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"), default=1, editable=False)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    # The department in whose name it is published: the article's at the time of approval.
    department = models.ForeignKey(Department, verbose_name=_("department"), on_delete=models.PROTECT, related_name="+")
    category = models.ForeignKey(
        Category, verbose_name=_("category"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    title = LineField(_("title"), max_length=300)
    title_folded = FoldedField(of="title")
    lead = ParagraphField(_("lead"), max_length=1000, blank=True)
    body = RichTextField(_("body"), blank=True)
    cover = models.ForeignKey(
        Image, verbose_name=_("cover picture"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cover_alt = LineField(
        _("what the cover picture shows"),
        max_length=300,
        blank=True,
        help_text=_("Empty: as the library says."),
    )
    # Fixed when the text is handed over (news.pictures.words); until then the library's words hold.
    cover_caption = LineField(_("caption of the cover picture"), max_length=500, blank=True, editable=False)
    cover_credit = LineField(_("credit of the cover picture"), max_length=200, blank=True, editable=False)
    byline = LineField(_("byline"), max_length=200, blank=True)
    source = LineField(_("source"), max_length=200, blank=True)
    change_note = LineField(
        _("change note"), max_length=500, blank=True, help_text=_("What readers are told of this new edition.")
    )
    minor_change = models.BooleanField(_("minor change"), default=False)

    dated_at = models.DateTimeField(_("date that readers see"), null=True, editable=False)
    live_from = models.DateTimeField(_("shown from"), null=True, editable=False)
    live_until = models.DateTimeField(_("shown until"), null=True, editable=False)
    # The end that the desk chose; `live_until` is earlier where another edition or an act ended it before.
    planned_until = models.DateTimeField(_("planned end"), null=True, editable=False)

    created_at = models.DateTimeField(_("created"), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    changed_at = models.DateTimeField(_("last changed"), editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("last changed by"),
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    return_note = ParagraphField(_("note on return"), blank=True, editable=False)
    approved_at = models.DateTimeField(_("approved"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="news_edition_number_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state__in=OPEN_STATES),
                name="news_edition_one_open",
                violation_error_message=_("This article has an edition in work already."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        state=State.APPROVED,
                        live_from__isnull=False,
                        dated_at__isnull=False,
                        approved_by__isnull=False,
                        approved_at__isnull=False,
                        category__isnull=False,
                    )
                    | (~Q(state=State.APPROVED) & Q(live_from=None, live_until=None, approved_by=None))
                ),
                name="news_edition_approved_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gte=F("live_from")), name="news_edition_interval_in_order"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="news_edition_known_state"),
            NoOverlap(name="news_edition_one_public"),
        ]
        indexes = [
            # The state stands first and not in a condition: a condition is known to hold only where the query names the
            # state literally, and SQLite gets it as a parameter.
            models.Index(fields=["state", "dated_at", "article"], name="news_edition_newest"),
            models.Index(fields=["state", "category", "dated_at", "article"], name="news_edition_by_category"),
            models.Index(fields=["state", "department", "dated_at", "article"], name="news_edition_by_dept"),
            models.Index(fields=["state", "changed_at"], name="news_edition_desk"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        """Store the edition, and with it which pictures it shows."""
        with transaction.atomic():
            super().save(*args, **kwargs)  # type: ignore[arg-type]
            self._store_image_uses()

    def get_absolute_url(self) -> str:
        """Return the article's address: the id decides, the slug is decoration."""
        return reverse("news:article", kwargs={"slug": slug(self.title) or "bai-viet", "pk": self.article_id})

    @property
    def words_are_fixed(self) -> bool:
        """Whether what is said of its pictures stands in the edition itself, whatever the library says by now."""
        return self.state in (State.SUBMITTED, State.REVIEWED, State.APPROVED)

    @property
    def cover_words(self) -> dict[str, str]:
        """What is said of the cover picture: `alt`, `caption`, `credit`."""
        cover = self.cover
        if cover is None or self.words_are_fixed:
            return {"alt": self.cover_alt, "caption": self.cover_caption, "credit": self.cover_credit}
        library = "" if cover.decorative else cover.alt
        return {"alt": self.cover_alt or library, "caption": cover.caption, "credit": cover.credit}

    def _store_image_uses(self) -> None:
        wanted = {(pk, ImageUse.Place.BODY.value) for pk in image_ids(self.body)}
        known = set(Image.objects.filter(pk__in=[pk for pk, _place in wanted]).values_list("pk", flat=True))
        wanted = {(pk, place) for pk, place in wanted if pk in known}
        if self.cover_id:
            wanted.add((self.cover_id, ImageUse.Place.COVER.value))
        stored = {(use.image_id, use.place): use.pk for use in self.image_uses.all()}
        ImageUse.objects.filter(pk__in=[pk for key, pk in stored.items() if key not in wanted]).delete()
        ImageUse.objects.bulk_create(
            ImageUse(edition=self, image_id=image, place=place) for image, place in sorted(wanted - set(stored))
        )

    def is_public(self, at: datetime) -> bool:
        """Return whether readers see this edition at `at`: the same rule as `Edition.objects.public(at)`."""
        return (
            self.state == State.APPROVED
            and self.live_from is not None
            and self.live_from <= at
            and (self.live_until is None or at < self.live_until)
            and not any(
                takedown.since <= at and (takedown.until is None or at < takedown.until)
                for takedown in self.article.takedowns.all()
            )
        )


class EditionWriter(models.Model):
    """Someone who changed the edition in any way: none of them may approve it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="writers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("writer of an edition")
        verbose_name_plural = _("writers of an edition")
        constraints = [models.UniqueConstraint(fields=["edition", "user"], name="news_editionwriter_once")]

    def __str__(self) -> str:
        return str(self.user)
