"""Staff accounts and the roles that they hold in departments."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from departments.fields import LineField
from departments.models.department import Department
from departments.querysets import MembershipQuerySet


class User(AbstractUser):
    """A member of staff. Readers have no accounts."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = LineField(_("full name"), max_length=120)

    REQUIRED_FIELDS = ["full_name", "email"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """Return the name as people write it: family name first, in one piece."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name, which is how Vietnamese people are addressed."""
        return self.full_name.split()[-1] if self.full_name else self.username


class Role(models.TextChoices):
    """What a member may do in a department and in everything below it."""

    WRITER = "writer", _("writer")
    EDITOR = "editor", _("editor")
    PUBLISHER = "publisher", _("publisher")
    MODERATOR = "moderator", _("moderator")
    MANAGER = "manager", _("manager")


class Membership(models.Model):
    """A role of a person in a department, in the half-open interval [since, until)."""

    user = models.ForeignKey(User, verbose_name=_("account"), on_delete=models.PROTECT, related_name="memberships")
    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    since = models.DateTimeField(_("from"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["department", "role", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "department", "role", "since"],
                name="departments_membership_once",
                violation_error_message=_("This person already has this role here from that time."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="departments_membership_ends_after_start",
                violation_error_message=_("The end must be later than the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()} – {self.department}"
