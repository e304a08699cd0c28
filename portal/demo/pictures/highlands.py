"""Hills worked by hand: terraces, tea, a bridge and a dam."""

import math
from collections.abc import Callable

from .canvas import Canvas
from .figures import Look, bicycle, standing
from .geometry import Points, arc, down_to, ridge, spline
from .paint import Shade, mix, sideways, vertical
from .picture import Picture
from .plants import tree, tuft
from .sky import bird, glitter, ripples, sun


def footbridge(c: Canvas) -> None:
    """A suspension footbridge over a river at dawn."""
    c.wash("#2f3560", "#6d4a7c", "#c96f7f", "#f6a884", "#fde0ab", "#fdeec9")
    sun(c, 1010, 400, 96, "#fff4d2", "#ffd49a", 7)
    for base, height, peaks, colour in ((610, 330, 4, "#d18d94"), (625, 190, 5, "#b67690"), (640, 100, 7, "#8f5f86")):
        c.shape(down_to(ridge(c.rng, 1600, base, height, peaks), 660), colour, shade=Shade("#f6b08c", 90, 0.6, 0.4))
        c.mist(base + 5, 110, "#fbc9a2", 0.75)
    c.mirror(655, "#5b3f6d", 0.3)
    ripples(c, 0, 1600, 660, 1060, "#fbd0a4", 90, 0.45, 200)
    ripples(c, 0, 1600, 660, 1060, "#46345f", 90, 0.5, 240)
    glitter(c, 1010, 664, 1060, 60, 330, "#fff0c4", 60, 0.8)
    _bridge(c, "#2a1f3f")
    for x in range(-20, 1640, 26):
        near = abs(x - 800) / 800
        if near > 0.42:
            tuft(c, x, 1090, 60 + 300 * (near - 0.4) * c.rng.uniform(0.6, 1.2), "#1d1733", 5)
    for x, y, size in ((560, 210, 16), (610, 240, 12), (650, 205, 14), (720, 250, 10)):
        bird(c, x, y, size, "#3c2d55")


def _bridge(c: Canvas, ink: str) -> None:
    def deck(x: float) -> float:
        return 610 - 62 * (1 - ((x - 800) / 800) ** 2)

    def cable(x: float) -> float:
        return 270 + 245 * (1 - ((x - 800) / 520) ** 2) if 280 < x < 1320 else 270 + (abs(x - 800) - 520) * 1.12

    for x in range(-30, 1640, 40):
        if cable(x) < deck(x):
            c.line([(x, cable(x)), (x, deck(x))], 2.2, ink)
    c.line([(x, cable(x)) for x in range(-40, 1650, 10)], 5, ink)
    _crossing(c, deck, ink)
    c.line([(x, deck(x) - 46) for x in range(-20, 1640, 40)], 3, ink)
    c.line([(x, deck(x) + 3) for x in range(-20, 1640, 20)], 15, ink)
    c.line([(x, deck(x) - 4) for x in range(-20, 1640, 20)], 2.5, "#f3a888")
    for x in (280, 1320):
        c.shape(
            [(x - 20, 262), (x + 20, 262), (x + 30, 720), (x - 30, 720)], ink, shade=Shade("#8a5474", 180, 0.7, 0.4)
        )
        c.rect(x - 34, 250, x + 34, 270, ink, 4)
        c.rect(x - 48, 700, x + 48, 800, "#20172f", 6)
        c.oval(x, 802, 90, 7, "#20172f", 0.7)


def _crossing(c: Canvas, deck: Callable[[float], float], ink: str) -> None:
    dark = Look(ink, ink, ink, ink)
    with c.at(720, deck(720), 1.4):
        bicycle(c, ink, Look(ink, ink, ink, ink, ink))
    with c.at(540, deck(540), 1.3):
        standing(c, Look(ink, ink, ink, ink, ink), 1, 8, ((-10, -52), (14, -76)))
        c.line(spline([(-58, -84), (2, -92), (60, -84)]), 3, ink)
        for x in (-56, 58):
            c.line([(x, -84), (x - 12, -38), (x + 12, -38), (x, -84)], 1.5, ink)
            c.shape(arc(x, -40, 19, 17, 0, 180), ink)
    for x, size in ((890, 1.05), (950, 0.95)):
        with c.at(x, deck(x), size):
            standing(c, dark, 1, 7)
            c.rect(-17, -80, -8, -54, ink, 4)


def terraces(c: Canvas) -> None:
    """Terraced fields seen from the slope above."""
    c.wash("#dff0ea", "#cfe7d4")
    greens = ("#8fbf4a", "#5da04a", "#b6cf57", "#3f8a4c", "#7fb24a", "#d0d564", "#4b944e")
    steps = 30
    for i in range(steps):
        share = i / steps
        far = max(0.0, 0.75 - share * 1.6)
        edge = _step_edge(share)
        water = i % 7 in (2, 5)
        tone = mix(greens[i % 7], "#d6ecdf", far)
        field = sideways("#fdf3d6", "#bfe0e0", "#6fb3c6") if water else tone
        c.shape(_strip(edge, 0), mix("#5b4128", "#b9d2b4", far))
        lip = 3 + 15 * share
        c.shape(_strip(edge, lip), field, shade=None if water else Shade(mix(tone, "#0f4a3c", 0.6), 165, 0.6, 0.4))
        c.line(edge, 1 + 2.6 * share, mix("#e4ec8c", "#f4f6e0", far))
        if not water and share > 0.2:
            _seedlings(c, share, mix(greens[i % 7], "#14462f", 0.5))
        if i in (5, 10):
            c.mist(edge[80][1] + 40, 170, "#f3f6e4", 0.75)
    for x, share, scale in ((1180, 0.4, 1.05), (1330, 0.41, 0.8), (300, 0.24, 0.5)):
        _stilt_house(c, x, _step_edge(share)[int(x / 10) + 1][1] + 16, scale)
    c.glow(200, -40, 900, "#fff4c0", 0.75)
    for x, share, shirt in ((560, 0.55, "#b4283a"), (690, 0.57, "#28366b"), (640, 0.8, "#b4283a")):
        with c.at(x, _step_edge(share)[x // 10 + 1][1] + 14, 0.5 + share):
            standing(c, Look(shirt, "#1f2330", hat="#ecd59c"), 1, 4)


def _strip(edge: Points, lip: float) -> Points:
    return [(x, y + lip) for x, y in edge] + [(x, y + 180) for x, y in reversed(edge)]


def _step_edge(share: float) -> Points:
    base = -70 + 1240 * share**1.25
    bend = 40 + 95 * share
    return [
        (
            x,
            base
            + bend * math.sin(x / 265 + 1.2 + share * 2.9)
            + bend * 0.42 * math.sin(x / 118 + share * 4.1)
            - 130 * math.exp(-(((x - 1250) / 240) ** 2)) * math.sin(math.pi * share),
        )
        for x in range(-10, 1620, 10)
    ]


def _seedlings(c: Canvas, share: float, colour: str) -> None:
    edge = _step_edge(share + 0.013)
    for x, y in edge[::2]:
        y += c.rng.uniform(-6, 10) * share
        c.line([(x, y), (x + c.rng.uniform(-4, 4), y - 4 - 16 * share)], 1 + 1.6 * share, colour)


def _stilt_house(c: Canvas, x: float, y: float, scale: float) -> None:
    with c.at(x, y, scale):
        for leg in (-52, -20, 20, 52):
            c.line([(leg, 0), (leg, -34)], 6, "#4a3226")
        c.rect(-62, -66, 62, -30, "#8a5a38", shade=Shade("#3a2119", 0, 0.6))
        c.rect(-18, -60, 6, -32, "#fbd98a")
        c.shape([(-84, -60), (-46, -122), (46, -122), (84, -60)], "#6c5640", shade=Shade("#2b211c", 60, 0.75))
        c.line([(-46, -122), (46, -122)], 5, "#d9bd84")


def tea_hills(c: Canvas) -> None:
    """A panorama of tea hills with pickers."""
    c.wash("#f8d9a0", "#f9ecc4", "#e5efd0")
    sun(c, 1180, 190, 92, "#fff8dc", "#ffe39a", 6)
    for base, height, peaks, colour in ((330, 150, 3, "#c9d6a6"), (350, 110, 4, "#a3c08c")):
        c.shape(
            down_to(ridge(c.rng, 1920, base, height, peaks, False), 640), colour, shade=Shade("#f6efcc", 90, 0.7, 0.3)
        )
        c.mist(base, 100, "#f7f0d0", 0.7)
    hills = (
        (210, 300, 430, "#7fae5a"),
        (860, 290, 520, "#86b552"),
        (1560, 280, 470, "#77a957"),
        (1230, 370, 430, "#5f9b4a"),
        (500, 380, 520, "#549445"),
        (1800, 410, 420, "#43873f"),
        (40, 440, 400, "#3d803d"),
        (1080, 480, 620, "#357a3c"),
    )
    for i, (x, top, reach, colour) in enumerate(hills):
        _tea_hill(c, x, top, reach, colour)
        if i in (2, 4):
            c.mist(420 + i * 20, 110, "#f4f0cd", 0.4)
    pickers = (
        (590, 470, 0.75, "#c2352f"),
        (655, 480, 0.8, "#e0a83a"),
        (420, 480, 0.8, "#3a5d92"),
        (1010, 590, 1.15, "#c2352f"),
        (1150, 596, 1.2, "#7c3f80"),
        (1290, 600, 1.1, "#e6e2d0"),
    )
    for x, y, scale, shirt in pickers:
        with c.at(x, y, scale):
            c.blob([(-24, -70), (-10, -74), (-8, -44), (-20, -42)], "#b98a4a")
            standing(c, Look(shirt, "#26324a", hat="#f0dca6"), 1, 2, ((14, -46), (20, -52)))
            c.limb([(-46, -24), (46, -24)], 34, 34, "#2f7038", Shade("#123f33", 90, 0.7))
            c.line([(-44, -36), (44, -36)], 5, "#8fbf52")


def _tea_hill(c: Canvas, x: float, top: float, reach: float, colour: str) -> None:
    dark, light = mix(colour, "#0e3a2a", 0.5), mix(colour, "#f6e98c", 0.5)
    rise = 300

    def dome(share: float) -> Points:
        return arc(x, top + rise * 1.15, reach * share, rise * 1.15 * share**0.9, 180, 360, 60)

    c.shape(dome(1), colour, shade=Shade(dark, 150, 0.6, 0.3))
    with c.clip(dome(1)):
        rows = 17
        for i in range(rows, 0, -1):
            lift = (1 - i / rows) * 330
            row = [(px, py + lift) for px, py in arc(x, top + 345, reach * (1.05 - 0.012 * i), 345, 180, 360, 70)]
            c.line(row, 9, dark)
            c.line([(px - 2, py - 4) for px, py in row], 5.5, light if i % 2 else colour)


def dam(c: Canvas) -> None:
    """A reservoir behind its spilling dam."""
    c.wash("#bfe6dc", "#4fb0b6", "#12708a", "#0b5674")
    ripples(c, 0, 1600, 60, 560, "#dff6ee", 130, 0.5, 130)
    shores = (
        (-120, 90, 560, 150, "#7fb48c"),
        (1120, 60, 640, 140, "#74ab86"),
        (560, 10, 420, 70, "#9cc8a4"),
        (1620, 250, 430, 190, "#4f9468"),
        (40, 300, 330, 150, "#4a8f62"),
        (880, 215, 170, 62, "#5aa070"),
    )
    for x, y, reach, rise, colour in shores:
        c.oval(x, y + 16, reach * 1.03, rise * 0.42, "#0a5f74", 0.5)
        c.oval(x, y + 6, reach, rise * 0.4, "#ecd9a0")
        c.shape(
            arc(x, y, reach, rise, 180, 360) + arc(x, y, reach, rise * 0.34, 0, 180),
            colour,
            shade=Shade("#123f3c", 60, 0.7, 0.25),
        )
        for _ in range(int(reach / 22)):
            tx = x + c.rng.uniform(-0.8, 0.8) * reach
            tree(c, tx, y + c.rng.uniform(-0.5, 0.25) * rise, 30 + y * 0.16, mix(colour, "#1f6a45", 0.5), lumps=4)
    c.glow(420, -60, 900, "#fff6d6", 0.8)
    _valley(c)
    _dam_wall(c)


def _crest(share: float) -> tuple[float, float]:
    return 1600 * share, 520 + 66 * math.sin(math.pi * share) - 30 * share


def _valley(c: Canvas) -> None:
    c.rect(0, 640, 1600, 900, "#2f6b46")
    c.shape([(480, 700), (1120, 700), (1330, 900), (250, 900)], vertical("#d9f2ee", "#62b5bd", "#2f8ea3"))


def _dam_wall(c: Canvas) -> None:
    crest = [_crest(i / 80) for i in range(81)]
    foot = [(x * 0.7 + 240, 842 - 90 * abs(x / 800 - 1) ** 2) for x, y in crest]
    c.shape(crest + foot[::-1], vertical("#e9dfc6", "#c3b18f", "#8d7c67"), shade=Shade("#5d4d46", 20, 0.55, 0.35))
    for i in range(2, 80, 4):
        c.line([crest[i], foot[i]], 1.6, "#a08f76", 0.7)
    for i in (26, 33, 40, 47, 54):
        (x0, y0), (x1, y1) = crest[i], foot[i]
        c.shape(
            [(x0 - 36, y0 + 16), (x0 + 36, y0 + 16), (x1 + 54, y1 + 42), (x1 - 54, y1 + 42)],
            vertical("#cfeef0", "#ffffff", "#f2fcfa"),
            shade=Shade("#5bb0bd", 0, 0.5, 0.4),
        )
        for k in range(-3, 4):
            c.line([(x0 + k * 10, y0 + 22), (x1 + k * 15, y1 + 36)], 1.6, "#8fcdd6", 0.7)
        c.glow(x1, y1 + 60, 150, "#ffffff", 0.95, 1.1, 0.55)
    c.line([(x, y + 8) for x, y in crest], 26, "#7c6c5c")
    c.line(crest, 18, "#f4ecd8")
    c.line([(x, y - 1) for x, y in crest], 2, "#c2a25a")
    for i in (23, 30, 37, 43, 50, 57):
        x, y = crest[i]
        c.rect(x - 14, y - 62, x + 14, y + 34, "#efe6d0", shade=Shade("#8b7867", 0, 0.7, 0.3))
        c.shape([(x - 24, y - 58), (x, y - 84), (x + 24, y - 58)], "#a6232b")
    for x, side in ((0, 1), (1600, -1)):
        c.blob(
            [
                (x - side * 200, 600),
                (x + side * 60, 545),
                (x + side * 300, 690),
                (x + side * 470, 850),
                (x + side * 400, 960),
                (x - side * 300, 960),
            ],
            "#2c6a45",
            shade=Shade("#0f3a34", 90, 0.8, 0.2),
        )
        for k in range(13):
            tree(
                c, x + side * c.rng.uniform(-10, 130 + k * 22), 660 + k * 20, c.rng.uniform(80, 150), "#4a8f4f", lumps=5
            )


PICTURES = (
    Picture(
        "cau-ban",
        (1600, 1067),
        "Người dân và học sinh đi qua cây cầu treo bắc ngang sông lúc bình minh.",
        "Cầu dân sinh nối hai bờ sông trong sương sớm.",
        footbridge,
    ),
    Picture(
        "ruong-bac-thang",
        (1600, 1067),
        "Ruộng bậc thang xanh xen những thửa loáng nước, xa xa có nhà sàn.",
        "Ruộng bậc thang mùa nước đổ.",
        terraces,
    ),
    Picture(
        "doi-che",
        (1920, 640),
        "Những đồi chè tròn nối nhau, người hái chè đội nón đứng giữa các luống.",
        "Đồi chè vào lứa hái đầu ngày.",
        tea_hills,
    ),
    Picture(
        "ho-chua-nuoc",
        (1600, 900),
        "Đập hồ chứa nước đang xả qua năm cửa tràn xuống sông.",
        "Hồ chứa nước vận hành xả tràn theo quy trình.",
        dam,
    ),
)
