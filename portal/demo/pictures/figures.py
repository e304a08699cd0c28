"""People and what they ride, as flat figures without faces; a grown person is 100 units tall."""

from dataclasses import dataclass

from .canvas import Canvas
from .geometry import arc, spline
from .paint import Shade, mix

SKIN = "#c98d63"
HAIR = "#231a1c"
STRAW = "#e9cf94"


@dataclass(frozen=True)
class Look:
    """How a person is dressed."""

    shirt: str = "#b33a2e"
    trousers: str = "#2c3444"
    skin: str = SKIN
    hair: str = HAIR
    hat: str = ""
    long_hair: bool = False
    gown: bool = False


def conical_hat(c: Canvas, x: float, y: float, radius: float, colour: str = STRAW) -> None:
    """A conical hat whose rim stands at the level."""
    tip = (x, y - radius * 0.72)
    rim = arc(x, y, radius, radius * 0.16, 0, 180, 24)
    c.shape([tip, *rim], colour, shade=Shade(mix(colour, "#7a4a1c", 0.6), 10, 0.75, 0.35))
    for share in (0.35, 0.6, 0.82):
        c.line(
            [(x + (px - x) * share, tip[1] + (py - tip[1]) * share) for px, py in rim],
            radius * 0.022,
            mix(colour, "#7a4a1c", 0.35),
        )


def head(c: Canvas, x: float, y: float, look: Look, facing: int = 0, size: float = 1) -> None:
    """A head around a point: facing 1 is right, -1 left, 0 towards the viewer, 2 away."""
    skin = Shade(mix(look.skin, "#6b2f1c", 0.6), 20, 0.5, 0.4)
    side = facing if facing in (1, -1) else 0

    def around(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + px * size, y + py * size) for px, py in points]

    if look.long_hair and side:
        c.blob(
            around([(0, -8), (-7 * side, -5), (-8 * side, 6), (-10 * side, 17), (-4 * side, 18), (-2.5 * side, 6)]),
            look.hair,
        )
    elif look.long_hair:
        c.blob(around([(-6.5, -3), (0, -9), (6.5, -3), (7.6, 9), (5, 13), (-5, 13), (-7.6, 9)]), look.hair)
        if facing == 0:
            c.limb(around([(0, 4), (0, 12)]), 4.6 * size, 5.4 * size, mix(look.skin, "#6b2f1c", 0.25))
    if look.hat and side:
        c.oval(x - 2.6 * side * size, y - 1 * size, 5.2 * size, 5.6 * size, look.hair)
    c.oval(x, y, 5.6 * size, 6.8 * size, look.skin, shade=skin)
    if facing == 2:
        c.oval(x, y - 0.8 * size, 6.3 * size, 7 * size, look.hair)
        c.shape(around([(-5.6, 1), (5.6, 1), (3.6, 9.5), (-3.6, 9.5)]), look.hair)
    elif side and not look.hat:
        c.blob(
            around(
                [
                    (5.6 * side, -3.6),
                    (2 * side, -8.2),
                    (-4 * side, -7.8),
                    (-7.2 * side, -3),
                    (-6.4 * side, 3.6),
                    (-2.8 * side, 3.4),
                    (-1.6 * side, -2.4),
                ]
            ),
            look.hair,
        )
    elif not look.hat:
        c.blob(
            around([(-6.2, 1), (-5.6, -6), (0, -8.6), (5.6, -6), (6.2, 1), (4.4, -3.2), (0, -4.6), (-4.6, -3)]),
            look.hair,
        )
    if look.hat:
        conical_hat(c, x, y - 3.4 * size, 15 * size, look.hat)


def standing(
    c: Canvas,
    look: Look,
    facing: int = 0,
    stride: float = 0,
    arms: tuple[tuple[float, float], ...] = ((-13, -48), (13, -48)),
) -> None:
    """A person standing on the origin; `arms` are the places of the hands."""
    dark = mix(look.trousers, "#0b0d16", 0.3)
    for sign, colour in ((-1, dark), (1, look.trousers)):
        foot = sign * (4 + stride)
        c.limb(spline([(sign * 3.5, -50), (sign * 4 + foot * 0.3, -26), (foot, -3)], steps=5), 9.5, 6, colour)
        c.oval(foot + (2.5 * facing if facing in (1, -1) else sign * 1.2), -1.5, 5, 2.2, mix(look.skin, "#201414", 0.6))
    shade = Shade(mix(look.shirt, "#1a0d18", 0.4), 10, 0.65, 0.3)
    for hand in arms[:1]:
        _arm(c, look, -9, hand, mix(look.shirt, "#1a0d18", 0.2))
    hem = -22 if look.gown else -46
    flare = 11 if look.gown else 9
    c.blob(
        [
            (-8, -81),
            (0, -84),
            (8, -81),
            (10.5, -74),
            (8.5, -58),
            (flare, hem),
            (0, hem + 1),
            (-flare, hem),
            (-8.5, -58),
            (-10.5, -74),
        ],
        look.shirt,
        shade=shade,
    )
    for hand in arms[1:]:
        _arm(c, look, 9, hand, look.shirt)
    c.limb([(0, -86), (0, -80)], 4.6, 5, mix(look.skin, "#6b2f1c", 0.25))
    head(c, 0, -91.5, look, facing)


def _arm(c: Canvas, look: Look, shoulder: float, hand: tuple[float, float], sleeve: str) -> None:
    hx, hy = hand
    elbow = ((shoulder + hx) / 2 + (2.5 if shoulder > 0 else -2.5), (-78 + hy) / 2 + 3)
    c.limb(spline([(shoulder * 0.86, -78), elbow, hand], steps=5), 6.4, 4, sleeve)
    c.disc(hx, hy, 2.8, look.skin)


def bust(c: Canvas, look: Look, facing: int = 0, tie: str = "") -> None:
    """A person down to the waist, seated behind something whose edge is the origin."""
    c.blob(
        [(-6, -34), (6, -34), (15, -29), (18, -14), (19, 4), (-19, 4), (-18, -14), (-15, -29)],
        look.shirt,
        shade=Shade(mix(look.shirt, "#1a0d18", 0.55), 20, 0.6, 0.35),
    )
    if facing != 2:
        c.shape([(-4.5, -35), (4.5, -35), (0, -24)], mix(look.skin, "#6b2f1c", 0.2))
    if tie:
        c.shape([(-1.6, -32), (1.6, -32), (2.8, -10), (0, -6), (-2.8, -10)], tie)
    c.limb([(0, -42), (0, -33)], 6.5, 7, mix(look.skin, "#6b2f1c", 0.3))
    head(c, 0, -46.5, look, facing, 1.35)


def wheel(c: Canvas, x: float, y: float, radius: float, colour: str, tyre: float = 0.1) -> None:
    """A wheel with spokes."""
    c.line(arc(x, y, radius, radius), radius * tyre, colour)
    for i in range(6):
        a, b = arc(x, y, radius, radius, i * 30, i * 30 + 180, 1)
        c.line([a, b], radius * 0.025, mix(colour, "#ffffff", 0.3))


def bicycle(c: Canvas, frame: str, rider: Look | None = None) -> None:
    """A bicycle rolling to the right, its wheels on the level of the origin."""
    wheel(c, -28, -17, 17, "#22202a")
    wheel(c, 28, -17, 17, "#22202a")
    for path in (
        [(-28, -17), (-10, -40), (20, -42), (-2, -17), (-28, -17)],
        [(-2, -17), (-12, -46)],
        [(28, -17), (18, -52), (12, -53)],
    ):
        c.line(path, 2.2, frame)
    c.limb([(-19, -47), (-6, -47)], 4, 2.5, "#22202a")
    if rider:
        shade = Shade(mix(rider.shirt, "#1a0d18", 0.5), 180, 0.6, 0.35)
        c.limb(spline([(-12, -50), (6, -38), (2, -12)], steps=6), 10, 5, rider.trousers)
        c.blob([(-18, -48), (-16, -72), (-6, -86), (2, -82), (0, -64), (-6, -47)], rider.shirt, shade=shade)
        c.limb(spline([(-3, -79), (5, -64), (14, -54)], steps=6), 6, 4, rider.shirt)
        head(c, 1, -95, rider, 1)


def motorbike(c: Canvas, paint: str, rider: Look) -> None:
    """A rider with a helmet on a light motorbike going right."""
    for x in (-30, 30):
        c.disc(x, -13, 13, "#1e1c24")
        c.disc(x, -13, 6, "#8d8d96")
    c.blob(
        [(-40, -34), (-14, -36), (0, -22), (16, -24), (26, -46), (34, -42), (26, -16), (8, -10), (-20, -12)],
        paint,
        shade=Shade(mix(paint, "#100a14", 0.6), 80, 0.7, 0.3),
    )
    c.limb([(-36, -38), (-4, -36)], 7, 6, "#23212b")
    c.line([(28, -40), (22, -58), (14, -60)], 2.6, "#3a3842")
    c.disc(31, -46, 4, "#fff3c4")
    c.limb(spline([(-14, -42), (8, -40), (8, -14)], steps=6), 11, 7, rider.trousers)
    c.blob(
        [(-22, -40), (-20, -66), (-8, -78), (2, -74), (0, -54), (-6, -38)],
        rider.shirt,
        shade=Shade(mix(rider.shirt, "#1a0d18", 0.5), 180, 0.6, 0.35),
    )
    c.limb(spline([(-6, -71), (4, -60), (16, -58)], steps=6), 7, 4, rider.shirt)
    head(c, -2, -87, rider, 1)
    c.shape(arc(-2, -88, 8, 8.5, 175, 355), mix(paint, "#ffffff", 0.15), shade=Shade("#15121c", 200, 0.5, 0.5))
