"""The record of acts: who did what, when, to what, from which version, why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act. Rows are only ever added, by `audit.record`; the database refuses to change or delete one, and takes a
    new one only at the end of the chain (`audit.chain`)."""

    number = models.PositiveBigIntegerField(_("number"), help_text=_("From 1, without gaps."))
    at = models.DateTimeField(_("time"), db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty for an act of the system or of a reader."),
    )
    actor_name = models.CharField(_("name at that time"), max_length=150, blank=True)
    act = models.CharField(_("act"), max_length=60)
    object_type = models.CharField(_("kind of object"), max_length=60)
    object_id = models.BigIntegerField(_("object"))
    object_name = models.CharField(_("name of the object at that time"), max_length=300, blank=True)
    # No foreign key: this floor knows nothing of departments.
    department_id = models.BigIntegerField(_("department"), null=True)
    version = models.PositiveIntegerField(_("from version"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    data = models.JSONField(_("details"), default=dict)
    previous = models.CharField(_("hash of the row before"), max_length=64)
    hash = models.CharField(_("hash"), max_length=64)
    # What is searched; made of the names and the reason, so the hash needn't cover it.
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["object_type", "object_id", "-id"], name="audit_entry_object"),
            models.Index(fields=["department_id", "-id"], name="audit_entry_department"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="audit_entry_number"),
            models.UniqueConstraint(fields=["previous"], name="audit_entry_previous"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.object_type} {self.object_id}"
