"""What readers say and how it is decided."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Reader comments and their moderation."""

    name = "comments"
    verbose_name = _("Reader comments")
