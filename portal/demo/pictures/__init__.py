"""Illustrations of the demo content, drawn by code."""
import importlib
import pkgutil
from PIL import Image
from .picture import Picture
PICTURES: dict[str, Picture] = {}
for m in pkgutil.iter_modules(__path__):
    mod = importlib.import_module(f"{__name__}.{m.name}")
    for p in getattr(mod, "PICTURES", ()):
        PICTURES[p.key] = p
def render(key: str) -> Image.Image:
    return PICTURES[key].render()
