"""The village: its fields, its road and its market."""

import math

from .canvas import Canvas
from .figures import HAIR, Look, bust, conical_hat, head, standing
from .geometry import arc, down_to, polar, ridge, spline
from .paint import Shade, mix, vertical
from .picture import Picture
from .plants import areca, leaf, shrub, tree, tuft
from .sky import cloud


def ripe_rice(c: Canvas) -> None:
    """Farmers in a field of ripe rice."""
    c.wash("#2f8f96", "#7cbfae", "#e9dca0", "#f8d77c")
    c.glow(330, 330, 640, "#fff0b0", 0.8)
    cloud(c, 1080, 190, 420, "#f7f2d8", 0.9)
    cloud(c, 620, 110, 240, "#f7f2d8", 0.7)
    for x in range(-20, 1480, 50):
        tree(c, x, 470, c.rng.uniform(60, 110) * (1 + 1.2 * (x > 900)), "#4f9a6a", lumps=5)
    c.rect(0, 440, 1440, 470, "#3f7f58")
    c.rect(0, 450, 1440, 1080, vertical("#f9e28a", "#f2c244", "#dd9a24", "#a8641a"))
    figures = {
        9: ((1290, 610, 1.7, "#3f6a3a", True),),
        12: ((560, 690, 2.3, "#2d5d86", True),),
        15: ((1080, 840, 3.1, "#8e2b4a", False),),
    }
    for i in range(24):
        y = 458 + 600 * (i / 24) ** 1.5
        step = 4 + 20 * (i / 24)
        for x, level, scale, shirt, flip in figures.get(i, ()):
            with c.at(x, level, scale, flip=flip):
                _reaper(c, shirt)
        if i == 17:
            with c.at(290, 985, 5):
                _sheaf_bearer(c)
        for k in range(int(1440 / step) + 2):
            root = k * step + c.rng.uniform(-step, step)
            colour = ("#fdeba0", "#c98a1e", "#eab63c", "#f6cf5a")[(i + k) % 4]
            tuft(c, root, y + step * 1.6, step * 2.6, colour, 3)
    for i in range(40):
        _ear(
            c,
            -30 + i * 38,
            1100,
            c.rng.uniform(90, 210) + 90 * abs(i - 19) / 19,
            c.rng.choice((-1, 1)),
            c.rng.choice(("#f9d768", "#f2b836", "#e09a20", "#ffe48e")),
        )


def _reaper(c: Canvas, shirt: str) -> None:
    dark = "#2b2a3a"
    c.limb(spline([(-30, -44), (-26, -20), (-30, 6)], steps=5), 15, 8, dark)
    c.limb(spline([(-22, -44), (-12, -20), (-14, 6)], steps=5), 15, 8, mix(dark, "#ffffff", 0.1))
    c.blob(
        [(-40, -46), (-30, -62), (-4, -62), (16, -50), (14, -40), (-14, -38), (-34, -36)],
        shirt,
        shade=Shade(mix(shirt, "#160a18", 0.6), 90, 0.7, 0.3),
    )
    c.limb(spline([(10, -48), (14, -30), (26, -14)], steps=5), 7, 4.5, shirt)
    c.disc(27, -13, 3.4, "#c98d63")
    with c.at(27, -50, 1, 28):
        head(c, 0, 0, Look(hat="#f3dfae"), 1)
    for k in range(5):
        c.limb(spline([(18 + k * 6, 8), (22 + k * 5, -14), (14 + k * 11, -34)], steps=4), 3, 2, "#f6cd58")


def _sheaf_bearer(c: Canvas) -> None:
    for k in range(26):
        lean = (k - 13) * 2.6
        tip = (26 + lean, -112 + abs(k - 13) * 1.4)
        c.limb(
            spline([(4 + lean * 0.2, -56), (15 + lean * 0.25, -84), tip], steps=4),
            2.2,
            1.4,
            ("#f7d15e", "#e2a42e", "#fbe596")[k % 3],
        )
    standing(c, Look("#1f5f66", "#2a3348", hat="#f1dca6", long_hair=True), 2, 0, ((-15, -50), (13, -66)))


def _ear(c: Canvas, x: float, y: float, height: float, side: int, colour: str) -> None:
    stem = spline(
        [(x, y), (x + side * 6, y - height * 0.7), (x + side * 34, y - height), (x + side * 78, y - height * 0.86)],
        steps=9,
    )
    c.limb(stem, 5, 2.4, "#9a6f1c")
    c.limb(spline([(x, y), (x - side * 16, y - height * 0.5), (x - side * 58, y - height * 0.8)]), 8, 1, "#a8912c")
    dark = mix(colour, "#7d4608", 0.4)
    for i in range(12, len(stem) - 1):
        (ax, ay), (px, py) = stem[i], stem[i + 1]
        along = math.degrees(math.atan2(py - ay, px - ax))
        for off in (-38, 38, 0):
            c.limb([(px, py), polar(px, py, 15, along + off)], 8, 3, colour if off < 38 else dark)


def village_road(c: Canvas) -> None:
    """A brick road between areca palms."""
    c.wash("#2aa0c0", "#86d0d2", "#e8f2d6")
    cloud(c, 430, 200, 460, "#fbfaee")
    cloud(c, 1240, 150, 360, "#fbfaee", 0.9)
    c.shape(down_to(ridge(c.rng, 1600, 560, 120, 6), 600), "#76b5a8")
    for foot in range(0, 1640, 70):
        tree(c, foot, 590, c.rng.uniform(90, 190) * (0.5 + abs(foot - 800) / 900), "#3d8650", lumps=5)
    c.rect(0, 570, 1600, 1067, vertical("#a6b85a", "#6f9a45", "#45803e"))
    _gate(c)
    c.shape([(770, 585), (830, 585), (1330, 1067), (270, 1067)], vertical("#e9b68c", "#d5835a", "#b85a41"))
    _bricks(c)
    _palm_shadows(c)
    _houses(c)
    for i in range(7, -1, -1):
        scale = 1 / (1 + i * 0.62)
        for side in (-1, 1):
            x = 800 + side * 640 * scale
            y = 575 + 400 * scale
            areca(c, x, y, 900 * scale, "#b9a68a", "#1f6b4c", "#6bb04f")
            shrub(c, x, y + 16 * scale, 130 * scale, "#d9c24a" if i % 2 else "#3d8f4a")
    with c.at(800, 930, 3.2):
        _cyclist(c)
    for foot in (60, 200, 1420, 1540):
        tuft(c, foot, 1080, 120, "#2c6b36", 12)


def _palm_shadows(c: Canvas) -> None:
    for i in range(7, -1, -1):
        scale = 1 / (1 + i * 0.62)
        for side in (-1, 1):
            x, y = 800 + side * 640 * scale, 575 + 400 * scale
            c.shape(
                [(x, y), (x, y + 22 * scale), (x - 760 * scale, y + 74 * scale), (x - 760 * scale, y + 56 * scale)],
                "#4a2f3a",
                0.3,
            )
            c.oval(x - 860 * scale, y + 74 * scale, 190 * scale, 34 * scale, "#4a2f3a", 0.3)


def _cyclist(c: Canvas) -> None:
    c.oval(-14, 2, 44, 5, "#4a2f3a", 0.35)
    c.oval(0, -16, 3.4, 17, "#22202a")
    c.line([(-17, -60), (17, -60)], 2.4, "#3a3842")
    for side, foot in ((-1, -8), (1, -20)):
        c.limb([(side * 5, -48), (side * 8, -34), (side * 7, foot)], 9, 5, "#fbf4e2")
        c.oval(side * 8, foot + 2, 4, 2.4, "#3a2a2a")
        c.limb(spline([(side * 8, -82), (side * 16, -70), (side * 16, -61)]), 6, 4, "#f4ead2")
    c.shape(
        spline([(-8, -86), (8, -86), (9, -62), (12, -42), (9, -14), (-9, -14), (-12, -42), (-9, -62)], True),
        "#fdf8ea",
        shade=Shade("#b99c86", 20, 0.6, 0.35),
    )
    c.rect(-8, -31, 8, -20, "#a5763c", 2, shade=Shade("#4f2f18", 40, 0.8))
    c.blob([(-6, -98), (6, -98), (7, -84), (5, -58), (0, -54), (-5, -58), (-7, -84)], HAIR)
    conical_hat(c, 0, -98, 19, "#f2dca2")


def _gate(c: Canvas) -> None:
    with c.at(800, 592, 1):
        for x in (-64, 64):
            c.rect(x - 15, -105, x + 15, 0, "#f2e3c2", shade=Shade("#a98560", 0, 0.7))
        c.shape([(-64, -100), *arc(0, -62, 48, 40, 180, 360), (64, -100), (64, -122), (-64, -122)], "#f2e3c2")
        for y, reach in ((-120, 104), (-158, 66)):
            c.shape(
                [
                    (-reach - 12, y - 8),
                    (-reach + 18, y),
                    (reach - 18, y),
                    (reach + 12, y - 8),
                    (reach - 26, y - 30),
                    (-reach + 26, y - 30),
                ],
                "#a63a2b",
                shade=Shade("#4f1a1e", 90, 0.7),
            )
        c.rect(-40, -150, 40, -128, "#f2e3c2")


def _bricks(c: Canvas) -> None:
    for i in range(22):
        share = (i / 22) ** 2
        y = 590 + 477 * share
        half = 30 + 500 * share * 0.99
        c.line([(800 - half, y), (800 + half, y)], 1 + 2 * share, "#8d3f36", 0.6)
    for k in range(-4, 5):
        c.line([(800 + k * 7, 590), (800 + k * 118, 1067)], 1.6, "#f2c49c", 0.5)
    for side in (-1, 1):
        c.shape(
            [(800 + side * 30, 586), (800 + side * 530, 1067), (800 + side * 600, 1067), (800 + side * 33, 586)],
            "#f0dcb4",
        )


def _houses(c: Canvas) -> None:
    for x, y, scale, wall in (
        (120, 800, 1.5, "#f4d58c"),
        (1500, 760, 1.35, "#f6efdd"),
        (460, 650, 0.62, "#f6efdd"),
        (1160, 645, 0.58, "#f4d58c"),
    ):
        with c.at(x, y, scale, flip=x > 800):
            c.rect(-150, -120, 130, 0, wall, shade=Shade("#9a6a4a", 0, 0.5, 0.4))
            for door in (-90, -10, 70):
                c.rect(door - 24, -92, door + 24, 0, "#5d3a2a")
                c.line([(door, -92), (door, 0)], 2, "#c89a62")
            c.shape([(-178, -112), (-140, -196), (120, -196), (160, -112)], "#b5482f", shade=Shade("#5c1f22", 70, 0.7))
            for k in range(15):
                c.line([(-132 + k * 18, -194), (-168 + k * 23, -114)], 1.6, "#7c2a26")


def market(c: Canvas) -> None:
    """A fruit stall at a country market."""
    c.wash("#fbe6b8", "#f4cf92", "#e6a965")
    for i in range(6):
        x = i * 290 - 60
        c.rect(x, 180, x + 250, 620, ("#d98e54", "#5f9a86", "#c9674e")[i % 3])
        c.rect(x + 30, 300, x + 220, 520, "#8d4f3a")
    shirts = ("#c9503a", "#3f7d7a", "#e0a53c", "#4d5f92", "#f1e2c4", "#9a4a74")
    for i in range(9):
        with c.at(60 + i * 168, 860 + (i % 2) * 60, 4.6):
            standing(c, Look(shirts[i % 6], hat="#e9cf94" if i % 3 else ""), (1, -1)[i % 2], 2)
    c.soften(9)
    c.rect(0, 0, 1440, 1080, "#fbdc9e", alpha=0.4)
    with c.at(410, 720, 5.6):
        bust(c, Look("#7b2d5e", hat="#f0d9a0"), 1)
    with c.at(1060, 730, 5.4):
        bust(c, Look("#1f7a74", long_hair=True), -1)
        c.limb(spline([(-14, -26), (-24, -8), (-40, -12)], steps=6), 9, 6, "#1f7a74")
        c.disc(-42, -13, 4.6, "#c98d63")
        c.disc(-46, -19, 8, "#f08a2a", shade=Shade("#a8401c", 40, 0.7))
    _awning(c)
    _counter(c)


def _awning(c: Canvas) -> None:
    for i in range(12):
        colour = "#b3202c" if i % 2 else "#fbf1da"
        x0, x1 = i * 130 - 60, i * 130 + 70
        top = 720 + (x0 - 720) * 0.8, 720 + (x1 - 720) * 0.8
        c.shape(
            [(top[0], 0), (top[1], 0), (x1, 170), *arc((x0 + x1) / 2, 170, 65, 44, 0, 180, 14)],
            colour,
            shade=Shade(mix(colour, "#3a0d1c", 0.5), 90, 0.55, 0.35),
        )
    for x in (44, 1396):
        c.rect(x - 13, 170, x + 13, 800, "#6b4026", shade=Shade("#2d160f", 0, 0.8))
    for x, y in ((250, 250), (720, 270), (1200, 250)):
        c.line([(x, 170), (x, y)], 3, "#43261c")
        c.glow(x, y + 26, 170, "#fff3b8", 0.75)
        c.blob([(x - 20, y + 8), (x, y - 6), (x + 20, y + 8), (x, y + 48)], "#fff7cf")


def _counter(c: Canvas) -> None:
    c.shape([(0, 700), (1440, 700), (1440, 1080), (0, 1080)], vertical("#9a5c33", "#5d2f20"))
    goods = (
        ("#f2932c", "#a84a18", "round"),
        ("#c9243a", "#6d0f26", "round"),
        ("#86b83c", "#35661f", "long"),
        ("#f6cf3e", "#b07d14", "long"),
        ("#7a2f72", "#3a1440", "round"),
        ("#e8612c", "#8d2a18", "heart"),
        ("#b7d25a", "#587f24", "round"),
        ("#d98fb2", "#8a3a68", "heart"),
    )
    for row, (y, size) in enumerate(((760, 178), (960, 226))):
        for k in range(9 - row * 2):
            colour, dark, form = goods[(k + row * 5) % len(goods)]
            _basket(c, -10 + k * size * (1.02 if row else 1.03) + row * 40, y, size, colour, dark, form)


def _basket(c: Canvas, x: float, y: float, size: float, colour: str, dark: str, form: str) -> None:
    c.oval(x, y + size * 0.36, size * 0.5, size * 0.12, "#2b120c", 0.5)
    for row in range(4):
        for k in range(6 - row):
            px = x + (k - (5 - row) / 2) * size * 0.145
            py = y - row * size * 0.11 + size * 0.02
            r = size * 0.1
            if form == "round":
                c.disc(px, py, r, colour, shade=Shade(dark, 50, 0.8, 0.3))
                c.disc(px - r * 0.35, py - r * 0.4, r * 0.18, mix(colour, "#ffffff", 0.65))
            elif form == "long":
                c.oval(px, py, r * 0.75, r * 1.3, colour, shade=Shade(dark, 20, 0.8, 0.3))
            else:
                c.blob(
                    [(px, py - r), (px + r, py - r * 0.2), (px, py + r * 1.2), (px - r, py - r * 0.2)],
                    colour,
                    shade=Shade(dark, 50, 0.8, 0.3),
                )
                leaf(c, px, py - r * 0.7, r * 0.9, -60, "#4d8a3a")
    c.shape(
        [
            (x - size * 0.5, y),
            (x + size * 0.5, y),
            (x + size * 0.36, y + size * 0.36),
            (x - size * 0.36, y + size * 0.36),
        ],
        "#d9a860",
        shade=Shade("#7d4a1f", 30, 0.75, 0.25),
    )
    for k in range(4):
        half = size * (0.49 - k * 0.033)
        c.line(arc(x, y + size * (0.04 + k * 0.09), half, size * 0.03, 10, 170, 14), 3, "#8a5728")
    c.line([(x - size * 0.5, y), (x + size * 0.5, y)], size * 0.055, "#f0cd8a")


PICTURES = (
    Picture(
        "lua-chin",
        (1440, 1080),
        "Nông dân đội nón lá gặt lúa trên cánh đồng chín vàng.",
        "Cánh đồng lúa chín vào vụ gặt.",
        ripe_rice,
    ),
    Picture(
        "duong-lang",
        (1600, 1067),
        "Cô gái đạp xe trên đường làng lát gạch giữa hai hàng cau.",
        "Đường làng lát gạch, hai bên trồng cau.",
        village_road,
    ),
    Picture(
        "cho-que",
        (1440, 1080),
        "Quầy trái cây đầy rổ dưới mái bạt kẻ sọc ở chợ quê.",
        "Phiên chợ quê buổi sáng.",
        market,
    ),
)
