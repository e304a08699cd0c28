"""What readers say under an article."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.querysets import CommentQuerySet
from departments.fields import FoldedField, LineField, ParagraphField
from news.models import Article


class State(models.TextChoices):
    """What the moderators have decided."""

    PENDING = "pending", _("waiting for a moderator")
    APPROVED = "approved", _("shown")
    REJECTED = "rejected", _("refused")
    SPAM = "spam", _("spam")


class Comment(models.Model):
    """A reader's comment. Acts are in `comments.submission` and `comments.moderation`; its text never changes
    (`comments.privacy` erases it)."""

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="comments")
    name = LineField(_("name"), max_length=80, blank=True, help_text=_("Empty: “Reader”."))
    text = ParagraphField(_("comment"))
    text_folded = FoldedField(of="text")
    email = models.EmailField(_("e-mail"), blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PENDING)
    sent_at = models.DateTimeField(_("sent"))
    # Which text of the consent the reader agreed to (comments.consent).
    consent_version = models.CharField(_("version of the consent"), max_length=20)
    # Keyed digest of the truncated network address (comments.sender); the address itself is kept nowhere.
    sender_hash = models.CharField(_("sender"), max_length=64)
    evidence = models.JSONField(_("evidence"), default=list, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty although decided: the checks did."),
    )
    reason = ParagraphField(_("reason"), blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        ordering = ["sent_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="comments_comment_known_state"),
            models.CheckConstraint(
                condition=Q(state=State.PENDING, decided_at=None, decided_by=None)
                | (~Q(state=State.PENDING) & Q(decided_at__isnull=False)),
                name="comments_comment_decided_has_time",
                violation_error_message=_("A decision needs its time, and a waiting comment has none."),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REJECTED) | ~Q(reason=""),
                name="comments_comment_refused_has_reason",
                violation_error_message=_("Write down why the comment is refused."),
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="comments_comment_has_text",
                violation_error_message=_("A comment needs a text."),
            ),
        ]
        indexes = [
            models.Index(fields=["article", "state", "sent_at"], name="comments_of_article"),
            models.Index(fields=["state", "sent_at"], name="comments_queue"),
            models.Index(fields=["sender_hash", "sent_at"], name="comments_of_sender"),
            models.Index(fields=["sent_at"], name="comments_newest"),
        ]

    def __str__(self) -> str:
        # Never the reader's name or words: this goes into the record of acts, which can't forget.
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def signature(self) -> str:
        """The name under the comment."""
        return self.name or str(_("Reader"))
