"""The newsroom's side of the admin."""

from news.admin.act_names import ACT_NAMES
from news.admin.categories import CategoryAdmin
from news.admin.editions import EditionAdmin
from news.admin.images import ImageAdmin

__all__ = ["ACT_NAMES", "CategoryAdmin", "EditionAdmin", "ImageAdmin"]
