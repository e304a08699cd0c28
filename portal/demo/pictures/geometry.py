"""Points and curves, in the pixels of the finished picture."""

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Points = list[Point]
Projection = Callable[..., Point]


def spline(points: Sequence[Point], closed: bool = False, steps: int = 10) -> Points:
    """A smooth curve through the points (Catmull-Rom)."""
    count = len(points)
    result: Points = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[max(0, min(count - 1, i + k))] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            result.append((_blend(p0[0], p1[0], p2[0], p3[0], t), _blend(p0[1], p1[1], p2[1], p3[1], t)))
    if not closed:
        result.append(points[-1])
    return result


def _blend(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def arc(cx: float, cy: float, rx: float, ry: float, start: float = 0, end: float = 360, steps: int = 48) -> Points:
    """Points along an ellipse; degrees run clockwise from the right."""
    result = []
    for step in range(steps + 1):
        turn = math.radians(start + (end - start) * step / steps)
        result.append((cx + rx * math.cos(turn), cy + ry * math.sin(turn)))
    return result


def box(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> Points:
    """A rectangle, its corners rounded on demand."""
    if radius <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    r = min(radius, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    return (
        arc(x1 - r, y0 + r, r, r, -90, 0, 8)
        + arc(x1 - r, y1 - r, r, r, 0, 90, 8)
        + arc(x0 + r, y1 - r, r, r, 90, 180, 8)
        + arc(x0 + r, y0 + r, r, r, 180, 270, 8)
    )


def polar(cx: float, cy: float, radius: float, degrees: float) -> Point:
    """The point at a distance and direction from a centre."""
    turn = math.radians(degrees)
    return cx + radius * math.cos(turn), cy + radius * math.sin(turn)


def star(cx: float, cy: float, outer: float, inner: float, tips: int = 5, turn: float = -90) -> Points:
    """A star with the given number of tips."""
    return [polar(cx, cy, inner if i % 2 else outer, turn + 180 * i / tips) for i in range(tips * 2)]


def between(a: Point, b: Point, share: float) -> Point:
    """The point `share` of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def quad_map(corners: Sequence[Point]) -> Projection:
    """A true perspective map of the unit square onto four corners (clockwise from top left)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    sx, sy = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    dx1, dx2, dy1, dy2 = x1 - x2, x3 - x2, y1 - y2, y3 - y2
    det = dx1 * dy2 - dx2 * dy1
    g = (sx * dy2 - dx2 * sy) / det
    h = (dx1 * sy - sx * dy1) / det

    def place(u: float, v: float) -> Point:
        w = g * u + h * v + 1
        return (
            ((x1 - x0 + g * x1) * u + (x3 - x0 + h * x3) * v + x0) / w,
            ((y1 - y0 + g * y1) * u + (y3 - y0 + h * y3) * v + y0) / w,
        )

    return place


def ridge(rng: random.Random, width: float, base: float, height: float, peaks: int, sharp: bool = True) -> Points:
    """A mountain skyline from the left edge to the right one."""
    tops: Points = [(-60, base - height * rng.uniform(0.1, 0.5))]
    for i in range(peaks):
        x = width * (i + rng.uniform(0.3, 0.7)) / peaks
        tops.append((x, base - height * rng.uniform(0.6, 1)))
        tops.append((width * (i + 1) / peaks + rng.uniform(-20, 20), base - height * rng.uniform(0, 0.35)))
    tops.append((width + 60, base - height * rng.uniform(0.2, 0.6)))
    return jagged(rng, tops, height * 0.12) if sharp else spline(tops)


def jagged(rng: random.Random, points: Points, rough: float, depth: int = 4) -> Points:
    """The same line broken by smaller and smaller steps."""
    for _ in range(depth):
        finer = [points[0]]
        for a, b in pairwise(points):
            finer += [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + rng.uniform(-rough, rough)), b]
        points, rough = finer, rough * 0.5
    return points


def down_to(points: Sequence[Point], y: float) -> Points:
    """The line closed into a shape that reaches down (or up) to a level."""
    return [*points, (points[-1][0], y), (points[0][0], y)]


def isometric(cx: float, cy: float, unit: float) -> Projection:
    """A map from a scene in space, seen from above at a slant, onto the sheet."""

    def place(x: float, y: float, z: float = 0) -> Point:
        return cx + (x - y) * 0.866 * unit, cy + (x + y) * 0.5 * unit - z * unit

    return place
