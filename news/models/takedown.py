"""Why and when an article is no longer public."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from departments.fields import ParagraphField
from news.models.article import Article
from news.querysets import TakedownQuerySet


class Kind(models.TextChoices):
    """Why an article was taken down."""

    ERROR = "error", _("published in error")
    EXPIRED = "expired", _("no longer valid")


class Takedown(models.Model):
    """The half-open interval [since, until) in which an article is not public, whatever its editions say."""

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="takedowns")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    reason = ParagraphField(_("reason"), help_text=_("Readers see it."))
    since = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = _("takedown")
        verbose_name_plural = _("takedowns")
        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="news_takedown_in_order"),
            models.CheckConstraint(condition=~Q(reason=""), name="news_takedown_has_reason"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(until=None),
                name="news_takedown_once",
                violation_error_message=_("This article has been taken down already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.article}"
