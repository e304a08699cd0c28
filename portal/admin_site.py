"""The admin in the portal's clothes."""

from django.contrib import admin


class PortalAdminSite(admin.AdminSite):
    """The staff's side of the portal."""
