"""Colours, gradients and grain: what a shape may be filled with."""

import math
import random
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageColor

RAMP_SIDE = 96
GRAIN_SIDE = 512


@dataclass(frozen=True)
class Gradient:
    """Colours spread evenly along an angle: 90 runs from top to bottom, 0 from left to right."""

    colours: tuple[str, ...]
    angle: float = 90


@dataclass(frozen=True)
class Shade:
    """Screen-print grain of one colour, growing denser along an angle."""

    colour: str
    angle: float = 90
    amount: float = 0.6
    start: float = 0.15


Fill = str | Gradient


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of a hex colour."""
    return ImageColor.getrgb(colour)[:3]


@lru_cache(maxsize=4096)
def mix(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from the first to the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def vertical(*colours: str) -> Gradient:
    """A gradient from top to bottom."""
    return Gradient(colours)


def sideways(*colours: str) -> Gradient:
    """A gradient from left to right."""
    return Gradient(colours, 0)


@lru_cache(maxsize=64)
def ramp(angle: float) -> Image.Image:
    """A small grey image that brightens along the angle from 0 to 255."""
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    half = (RAMP_SIDE - 1) / 2
    reach = half * (abs(dx) + abs(dy))
    values = bytes(
        round(max(0, min(255, 127.5 + 127.5 * ((x - half) * dx + (y - half) * dy) / reach)))
        for y in range(RAMP_SIDE)
        for x in range(RAMP_SIDE)
    )
    return Image.frombytes("L", (RAMP_SIDE, RAMP_SIDE), values)


@lru_cache(maxsize=8)
def falloff(power: float) -> Image.Image:
    """A small grey disc, white in the middle and black at its rim."""
    half = (RAMP_SIDE - 1) / 2
    values = bytes(
        round(255 * max(0.0, 1 - math.hypot(x - half, y - half) / half) ** power)
        for y in range(RAMP_SIDE)
        for x in range(RAMP_SIDE)
    )
    return Image.frombytes("L", (RAMP_SIDE, RAMP_SIDE), values)


def gradient_image(gradient: Gradient, size: tuple[int, int]) -> Image.Image:
    """The gradient painted over a rectangle."""
    grey = ramp(gradient.angle).resize(size, Image.Resampling.BILINEAR)
    spans = len(gradient.colours) - 1
    table = []
    for level in range(256):
        place = level / 255 * spans
        index = min(int(place), spans - 1)
        colour = mix(gradient.colours[index], gradient.colours[index + 1], place - index)
        table.append(rgb(colour))
    return Image.merge("RGB", [grey.point([row[band] for row in table]) for band in range(3)])


def grain_tile(rng: random.Random) -> Image.Image:
    """A square of even grey noise."""
    return Image.frombytes("L", (GRAIN_SIDE, GRAIN_SIDE), rng.randbytes(GRAIN_SIDE**2))


def tiled(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The tile repeated over a rectangle."""
    sheet = Image.new(tile.mode, size)
    for left in range(0, size[0], tile.width):
        for top in range(0, size[1], tile.height):
            sheet.paste(tile, (left, top))
    return sheet
