"""Articles, their editions, takedowns and pictures."""

from news.models.article import Article, Category
from news.models.edition import Edition, EditionWriter, State
from news.models.image import Image, ImageUse
from news.models.takedown import Takedown

__all__ = ["Article", "Category", "Edition", "EditionWriter", "Image", "ImageUse", "State", "Takedown"]
