"""Palms, trees and grass."""

import math

from .canvas import Canvas
from .geometry import Points, arc, polar, spline
from .paint import Shade, mix


def frond(
    c: Canvas,
    x: float,
    y: float,
    length: float,
    heading: float,
    droop: float,
    dark: str,
    light: str,
    width: float = 0.2,
) -> None:
    """A feather leaf that leaves in one direction and hangs over."""
    spine: Points = [(x, y)]
    turn = heading
    sign = 1 if math.cos(math.radians(heading)) >= 0 else -1
    pieces = max(12, round(length / 26))
    for _ in range(pieces):
        spine.append(polar(*spine[-1], length / pieces, turn))
        turn += sign * droop / pieces
    for i in range(1, pieces + 1):
        bx, by = spine[i]
        ax, ay = spine[i - 1]
        along = math.degrees(math.atan2(by - ay, bx - ax))
        reach = length * width * (0.45 + math.sin(math.pi * i / (pieces + 1)) * 0.75)
        for side, colour in ((-1, light), (1, dark)):
            tip = polar(bx, by, reach, along + side * 48)
            foot = polar(ax, ay, length * 0.02, along + side * 90)
            c.shape([(ax, ay), foot, tip, (bx, by)], colour)
    c.limb(spine, length * 0.03, length * 0.008, mix(dark, light, 0.5))


def crown(
    c: Canvas, x: float, y: float, size: float, dark: str, light: str, count: int = 11, droop: float = 95
) -> None:
    """The leaves of a palm."""
    for i in range(count):
        heading = -200 + 220 * i / (count - 1) + c.rng.uniform(-7, 7)
        length = size * c.rng.uniform(0.85, 1.1)
        frond(c, x, y, length, heading, droop * c.rng.uniform(0.7, 1.1), dark, light)


def areca(c: Canvas, x: float, y: float, height: float, trunk: str, dark: str, light: str) -> None:
    """A straight areca palm with its ringed stem."""
    top = y - height
    thick = height * 0.026
    lean = c.rng.uniform(-0.025, 0.025) * height
    stem = spline([(x, y), (x + lean * 0.2, y - height * 0.5), (x + lean, top)])
    c.limb(stem, thick * 1.35, thick * 0.8, trunk)
    for px, py in stem[1:-2:2]:
        c.line([(px - thick * 0.45, py), (px + thick * 0.45, py)], height * 0.004, mix(trunk, "#ffffff", 0.35))
    c.limb([(x + lean, top + height * 0.1), (x + lean, top)], thick * 1.2, thick * 0.7, mix(light, dark, 0.35))
    crown(c, x + lean, top, height * 0.27, dark, light)


def tree(
    c: Canvas, x: float, y: float, size: float, leaf: str, trunk: str = "#5b4034", lumps: int = 9, dots: str = ""
) -> None:
    """A broad tree; `dots` is the colour of its flowers."""
    c.limb(spline([(x, y), (x - size * 0.02, y - size * 0.25), (x, y - size * 0.55)]), size * 0.1, size * 0.05, trunk)
    c.limb([(x, y - size * 0.3), (x + size * 0.2, y - size * 0.55)], size * 0.05, size * 0.02, trunk)
    dark, light = mix(leaf, "#10202a", 0.35), mix(leaf, "#e6e05a", 0.3)
    places = [
        (x + size * c.rng.uniform(-0.36, 0.36), y - size * c.rng.uniform(0.5, 0.88), size * c.rng.uniform(0.15, 0.24))
        for _ in range(lumps)
    ]
    places.append((x, y - size * 0.68, size * 0.3))
    for dx, dy, colour, share in ((0.02, 0.04, dark, 1.08), (0, 0, leaf, 1), (-0.03, -0.05, light, 0.62)):
        for px, py, r in places:
            c.disc(
                px + dx * size,
                py + dy * size,
                r * share,
                colour,
                shade=Shade(dark, 60, 0.5, 0.35) if share == 1 else None,
            )
    for _ in range(320 if dots else 0):
        px, py, r = c.rng.choice(places)
        sx, sy = polar(px, py, r * c.rng.uniform(0.1, 1), c.rng.uniform(0, 360))
        c.disc(sx, sy, size * c.rng.uniform(0.006, 0.014), dots)


def shrub(c: Canvas, x: float, y: float, size: float, leaf: str) -> None:
    """A low round bush standing on a level."""
    dark = mix(leaf, "#0c1a20", 0.4)
    c.shapes(
        [
            arc(x + dx * size, y - r * size * 0.7, r * size, r * size * 0.75)
            for dx, r in ((-0.45, 0.36), (0.45, 0.34), (0, 0.5))
        ],
        leaf,
        shade=Shade(dark, 70, 0.8, 0.2),
    )


def tuft(c: Canvas, x: float, y: float, height: float, colour: str, blades: int = 6) -> None:
    """A tuft of grass."""
    for _ in range(blades):
        lean = c.rng.uniform(-0.6, 0.6) * height
        reach = height * c.rng.uniform(0.6, 1)
        root = x + c.rng.uniform(-0.15, 0.15) * height
        c.limb(
            spline([(root, y), (root + lean * 0.25, y - reach * 0.6), (root + lean, y - reach)], steps=4),
            height * 0.07,
            0.6,
            colour,
        )


def leaf(
    c: Canvas, x: float, y: float, length: float, heading: float, fill: str, width: float = 0.3, vein: str = ""
) -> None:
    """A single pointed leaf."""
    tip = polar(x, y, length, heading)
    left = polar(*polar(x, y, length * 0.42, heading), length * width, heading - 90)
    right = polar(*polar(x, y, length * 0.42, heading), length * width, heading + 90)
    c.shape(
        spline([(x, y), left, tip], steps=8) + spline([tip, right, (x, y)], steps=8),
        fill,
        shade=Shade(mix(fill, "#08181c", 0.5), heading + 90, 0.55, 0.4),
    )
    if vein:
        c.limb([(x, y), polar(x, y, length * 0.9, heading)], length * 0.03, length * 0.008, vein)
