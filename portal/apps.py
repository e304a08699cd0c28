"""The roof: what is put together from all apps."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Home page, error pages, health, checks of the settings, demo content."""

    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        """Register the checks of what an operator can mis-set, and tell the record which acts are readers' own."""
        from audit.names import acts_of_readers
        from portal import checks  # noqa: F401

        acts_of_readers("comment.sent")


class PortalAdminConfig(AdminConfig):
    """The admin in the portal's clothes."""

    default_site = "portal.admin_site.PortalAdminSite"

    def ready(self) -> None:
        """Leave out Django's groups: rights come from memberships, and a second way would lead nowhere."""
        super().ready()
        from django.contrib import admin
        from django.contrib.auth.models import Group

        admin.site.unregister(Group)
