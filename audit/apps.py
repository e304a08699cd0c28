"""The append-only record of acts, and the rules that the database itself holds."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """Takes the database rules down before each migrate and puts them back after it."""

    name = "audit"
    verbose_name = _("Audit")

    def ready(self) -> None:
        """Connect to Django's migrate signals and register the check."""
        from audit import checks, database_rules  # noqa: F401

        pre_migrate.connect(database_rules.before_migrate, sender=self)
        post_migrate.connect(database_rules.after_migrate, sender=self)
