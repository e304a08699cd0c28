"""Articles, their editions and pictures."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Articles, editions, pictures and lists."""

    name = "news"
    verbose_name = _("News")
