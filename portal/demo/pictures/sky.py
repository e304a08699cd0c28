"""Suns, clouds, birds and water."""

from .canvas import Canvas
from .geometry import arc, spline
from .paint import Shade, mix


def sun(c: Canvas, x: float, y: float, radius: float, colour: str, halo: str, spread: float = 4) -> None:
    """A disc with light around it."""
    c.glow(x, y, radius * spread, halo, 0.75)
    c.glow(x, y, radius * 1.8, colour, 0.6)
    c.disc(x, y, radius, colour)


def cloud(c: Canvas, x: float, y: float, width: float, colour: str, alpha: float = 1) -> None:
    """A flat-bottomed cloud of stacked arcs."""
    lumps = [arc(x, y, width / 2, width * 0.035)]
    for share, size in ((-0.34, 0.13), (-0.12, 0.22), (0.12, 0.17), (0.33, 0.11)):
        lumps.append(arc(x + share * width, y, size * width, size * width * 0.9, 180, 360, 20))
    c.shapes(lumps, colour, alpha, Shade(mix(colour, "#5a6f9a", 0.35), 100, 0.35, 0.5))


def bird(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A far bird, two strokes of a wing."""
    c.limb(
        spline([(x - size, y - size * 0.35), (x - size * 0.4, y - size * 0.42), (x, y)], steps=4),
        0.8,
        size * 0.16,
        colour,
    )
    c.limb(
        spline([(x, y), (x + size * 0.4, y - size * 0.5), (x + size, y - size * 0.3)], steps=4),
        size * 0.16,
        0.8,
        colour,
    )


def ripples(
    c: Canvas,
    x0: float,
    x1: float,
    y0: float,
    y1: float,
    colour: str,
    count: int = 60,
    alpha: float = 0.6,
    length: float = 90,
) -> None:
    """Flat strokes of light on water, longer and thicker towards the viewer."""
    for _ in range(count):
        share = c.rng.random() ** 1.3
        y = y0 + (y1 - y0) * share
        x = c.rng.uniform(x0, x1)
        half = length * (0.2 + share) * c.rng.uniform(0.3, 1) / 2
        c.oval(x, y, half, 0.8 + 2.6 * share, colour, alpha)


def glitter(
    c: Canvas,
    x: float,
    y0: float,
    y1: float,
    narrow: float,
    wide: float,
    colour: str,
    count: int = 46,
    alpha: float = 0.85,
) -> None:
    """The path of a light on water."""
    for i in range(count):
        share = i / count
        y = y0 + (y1 - y0) * share**1.25
        spread = narrow + (wide - narrow) * share
        half = spread * c.rng.uniform(0.25, 0.6)
        px = x + c.rng.uniform(-0.5, 0.5) * spread * 0.7
        c.oval(px, y, half, 1 + 3 * share, colour, alpha)
