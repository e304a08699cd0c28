"""Illustrations of the demo content, drawn by code: the same key always gives the same pixels."""

from PIL import Image

from . import (
    aerial,
    forest,
    health,
    heritage,
    highlands,
    objects,
    office,
    school,
    sea,
    town,
    village,
    works,
)
from .picture import Picture

__all__ = ["PICTURES", "Picture", "render"]

PICTURES: dict[str, Picture] = {
    picture.key: picture
    for module in (highlands, village, forest, sea, heritage, school, health, office, town, aerial, works, objects)
    for picture in module.PICTURES
}


def render(key: str) -> Image.Image:
    """Draw the picture with this key, in RGB and at its full size."""
    return PICTURES[key].render()
