"""What the demo knows about one picture."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from .canvas import Canvas

CREDIT = "Minh họa của Cổng thông tin"


@dataclass(frozen=True)
class Picture:
    """A drawing with the words that go with it."""

    key: str
    size: tuple[int, int]
    alt: str
    caption: str
    draw: Callable[[Canvas], None]
    credit: str = CREDIT

    def render(self) -> Image.Image:
        """Draw the picture; the same key always gives the same pixels."""
        canvas = Canvas(self.size, self.key)
        self.draw(canvas)
        return canvas.finish()
