"""The coast: a bathing beach, the fishing fleet and a storm."""

import math

from .canvas import Canvas
from .figures import Look, standing
from .geometry import Points, arc, down_to, polar, spline
from .paint import Shade, mix, vertical
from .picture import Picture
from .plants import frond
from .sky import bird, glitter, ripples


def beach(c: Canvas) -> None:
    """A bathing beach from straight above."""
    c.wash("#0d6f94", "#1aa0ae", "#58c9bd", "#a5e3cf", angle=58)
    for _ in range(150):
        x, y = c.rng.uniform(0, 1500), c.rng.uniform(0, 640)
        with c.at(x, y, 1, -17):
            c.oval(0, 0, c.rng.uniform(14, 50), 2.2, "#d8f6ee", c.rng.uniform(0.2, 0.5))
    for depth, thick, tone in ((-250, 16, "#7ed6cb"), (-130, 26, "#9be3d6"), (-40, 50, "#c9f3e6")):
        line = _shore(depth, 34)
        c.line(line, thick, tone, 0.7)
        c.line([(x, y + thick * 0.6) for x, y in line], thick * 0.45, "#ffffff")
    c.shape(down_to(_shore(24, 24), 1000), "#c99a63")
    c.shape(
        down_to(_shore(84, 18), 1000), vertical("#f3d9a2", "#f9e8bd", "#f2d7a0"), shade=Shade("#c98f52", 300, 0.3, 0.3)
    )
    c.line(_shore(10, 26), 22, "#ffffff", 0.95)
    for _ in range(90):
        x = c.rng.uniform(-20, 1600)
        y = _level(x) + c.rng.uniform(-22, 14)
        c.disc(x, y, c.rng.uniform(3, 9), "#ffffff", 0.9)
    colours = ("#c8202f", "#f2b233", "#fdf6e3", "#1f7f92", "#e8663c")
    spots = [(90 + k * 205 + row * 96, row) for row in range(3) for k in range(8)]
    for i, (x, row) in enumerate(spots):
        y = _level(x) + 170 + row * 128 + c.rng.uniform(-26, 26)
        x += c.rng.uniform(-30, 30)
        if y < 960:
            _parasol(c, x, y, 50, colours[i * 2 % 5], colours[(i * 2 + 2) % 5])
    for x, off, colour in (
        (330, -90, "#f2b233"),
        (700, -170, "#c8202f"),
        (980, -70, "#fdf6e3"),
        (1240, -210, "#e8663c"),
        (520, -30, "#c8202f"),
        (90, -120, "#1f7f92"),
    ):
        _bather(c, x, _level(x) + off, colour)
    with c.at(830, 150, 1.3, 20):
        c.blob(
            [(-70, 0), (-40, -20), (40, -20), (78, 0), (40, 20), (-40, 20)], "#fdf6e3", shade=Shade("#8a5a4a", 90, 0.6)
        )
        c.blob([(-50, 0), (-30, -11), (36, -11), (52, 0), (36, 11), (-30, 11)], "#b5402f")
        c.limb([(-76, 0), (-190, 10)], 14, 2, "#d8f6ee")


def _level(x: float) -> float:
    return 690 - 0.3 * x + 26 * math.sin(x / 190)


def _shore(depth: float, swing: float) -> Points:
    return [
        (x, 690 + depth - 0.3 * x + swing * math.sin(x / (190 + depth * 0.12) + depth / 50))
        for x in range(-40, 1660, 12)
    ]


def _parasol(c: Canvas, x: float, y: float, r: float, first: str, second: str) -> None:
    c.shadow(arc(x + 26, y + 24, r, r * 0.9), 5, "#8a5a2c", 0.55)
    for dx, towel in ((-34, "#ffffff"), (30, mix(first, "#ffffff", 0.5))):
        with c.at(x + dx, y + 44, 1, 14):
            c.rect(-14, -28, 14, 36, towel, 3)
            c.line([(-14, 22), (14, 22)], 4, first)
    for k in range(10):
        a, b = polar(x, y, r, k * 36), polar(x, y, r, k * 36 + 36)
        c.shape(
            [(x, y), a, polar(x, y, r * 0.97, k * 36 + 18), b],
            first if k % 2 else second,
            shade=Shade("#7a3a3a", 40, 0.45, 0.35) if k < 5 else None,
        )
    c.disc(x, y, 4, "#fffaf0")


def _bather(c: Canvas, x: float, y: float, colour: str) -> None:
    c.oval(x + 4, y + 5, 26, 17, "#0b5a70", 0.35)
    c.line(arc(x, y, 18, 18), 9, colour)
    for k in range(3):
        c.line(arc(x, y, 18, 18, k * 120, k * 120 + 40, 8), 9, "#ffffff")
    c.disc(x, y, 8, "#2a1c1e")
    c.limb([(x - 2, y + 6), (x - 18, y + 14)], 5, 3, "#c98d63")


def fishing_boats(c: Canvas) -> None:
    """Fishing boats lighting their lamps at dusk."""
    c.wash("#141a44", "#33307a", "#7a3f8e", "#d5607f", "#f79a6b", "#f79a6b")
    for _ in range(70):
        c.disc(c.rng.uniform(0, 1600), c.rng.uniform(0, 300), c.rng.uniform(0.7, 1.9), "#fff2cf", 0.8)
    c.shape(arc(1330, 170, 46, 46, -60, 120) + arc(1306, 150, 46, 46, 98, -20), "#fdf0cf")
    for x, y, w in ((300, 500, 900), (1250, 430, 760), (800, 350, 500), (200, 300, 420)):
        c.blob(
            [(x - w / 2, y), (x - w / 5, y - 18), (x + w / 4, y - 10), (x + w / 2, y + 4), (x, y + 16)], "#e07a8d", 0.5
        )
    c.rect(0, 640, 1600, 1067, vertical("#f08d72", "#8d4585", "#2a2a66", "#12183f"))
    for x, scale in ((160, 0.22), (330, 0.3), (1480, 0.26), (1250, 0.34), (560, 0.2)):
        with c.at(x, 655 + scale * 60, scale, flip=x > 900):
            _far_boat(c)
    ripples(c, 0, 1600, 650, 1067, "#f9a777", 130, 0.5, 180)
    ripples(c, 0, 1600, 690, 1067, "#1b1f52", 110, 0.6, 220)
    with c.at(1290, 775, 0.66, -2):
        _boat(c, "#1f6f8c", "#e9b23f")
    with c.at(560, 930, 1.45, 2):
        _boat(c, "#a81d2c", "#2f6fae")
    ripples(c, 60, 1500, 930, 1067, "#f6a071", 60, 0.7, 240)
    for x, y, size in ((700, 250, 20), (760, 220, 15), (830, 265, 17), (900, 230, 12)):
        bird(c, x, y, size, "#2a2054")


def _far_boat(c: Canvas) -> None:
    ink = "#2a2158"
    c.shape([(-190, -40), (-150, 20), (130, 20), (200, -60), (120, -36)], ink)
    c.rect(-90, -110, 10, -36, ink)
    c.line([(50, -40), (50, -220)], 8, ink)
    c.glow(50, -210, 170, "#ffe2a0", 0.95)
    c.disc(50, -210, 14, "#fff6d8")


def _boat(c: Canvas, hull: str, trim: str) -> None:
    side = spline([(-330, -96), (-180, -52), (40, -56), (220, -104), (350, -186)])
    keel = spline([(350, -186), (300, -70), (220, 10), (0, 34), (-230, 28), (-300, -10), (-330, -96)])
    c.shape(arc(0, 26, 330, 34), "#0c1033", 0.65)
    c.line([(-20, -70), (-20, -430)], 9, "#2b1a26")
    c.line([(-20, -420), (-230, -180)], 3, "#2b1a26")
    c.line([(-20, -420), (300, -160)], 3, "#2b1a26")
    for k in range(7):
        x, y = -20 + 46 * k, -420 + 37 * k
        c.shape([(x, y), (x + 22, y + 18), (x + 4, y + 40)], ("#d4202e", "#f3c545", "#f7ead0")[k % 3])
    c.rect(-250, -190, -70, -50, vertical("#f6e3b8", "#d79a74"), shade=Shade("#6a3550", 0, 0.7, 0.3))
    c.rect(-268, -208, -54, -184, trim, 5)
    for x in (-232, -176, -120):
        c.rect(x, -166, x + 36, -120, "#ffd877", 4)
        c.glow(x + 18, -142, 60, "#ffe7a0", 0.8)
    _sailors(c)
    c.shape(side + keel, hull, shade=Shade("#14092e", 70, 0.7, 0.4))
    with c.clip(side + keel):
        c.line([(x, y + 16) for x, y in side], 20, trim)
        c.line([(x, y + 32) for x, y in side], 5, "#f8e9c5")
        c.rect(-400, 4, 400, 60, "#0e0f2c", alpha=0.6)
    c.line(side, 8, "#f4d79a")
    with c.at(262, -98, 1, -22):
        c.oval(0, 0, 30, 15, "#fbf2dc")
        c.disc(3, 0, 12, "#15122c")
        c.disc(-1, -4, 3.4, "#ffffff")
    _flag_on_pole(c, -300, -90)
    for x, y in ((-20, -400),):
        c.glow(x, y, 200, "#ffe6a2", 0.85)
        c.disc(x, y, 11, "#fffbe8")
    glitter(c, 10, 40, 130, 120, 240, "#ffd68c", 26, 0.7)


def _flag_on_pole(c: Canvas, x: float, y: float) -> None:
    c.line([(x, y), (x - 14, y - 190)], 5, "#2b1a26")
    c.blob(
        [
            (x - 14, y - 190),
            (x - 60, y - 200),
            (x - 110, y - 180),
            (x - 108, y - 122),
            (x - 60, y - 136),
            (x - 10, y - 126),
        ],
        "#cf1f2d",
    )
    with c.at(x - 60, y - 160, 1, 6):
        c.shape([polar(0, 0, 22 if i % 2 == 0 else 9, -90 + 36 * i) for i in range(10)], "#ffd83a")


def _sailors(c: Canvas) -> None:
    with c.at(60, -30, 1.25):
        standing(c, Look("#f3e8cf", "#243456"), 1, 4, ((-12, -52), (22, -62)))
    with c.at(150, -44, 1.2):
        standing(c, Look("#e29a3c", "#2a2238", hat="#ecd49c"), -1, 4, ((-22, -62), (13, -50)))
    c.line([(88, -108), (123, -118)], 3, "#f0d9a6")
    c.blob([(20, -58), (40, -96), (96, -100), (150, -84), (166, -62)], "#2c8a86", shade=Shade("#0c2b45", 90, 0.8))


def storm(c: Canvas) -> None:
    """A typhoon reaching the shore."""
    c.wash("#0f1c26", "#243a45", "#4b6a6c", "#7d9488", "#5d7872")
    for i in range(26):
        x, y = c.rng.uniform(-100, 1700), c.rng.uniform(-60, 300)
        c.glow(x, y, c.rng.uniform(160, 340), "#0e1a24" if i % 3 else "#587479", 0.6, 1.1, 0.45)
    bolt = [(690, -10), (645, 110), (690, 130), (610, 270), (656, 284), (560, 470)]
    c.glow(640, 220, 460, "#d8ecd8", 0.5)
    c.limb(bolt, 14, 2, "#f7fbe4")
    c.limb([(610, 270), (545, 340), (520, 400)], 6, 1, "#f7fbe4")
    for i in range(8):
        y, swing = 560 + i * 58, 6 + i * 5
        wave = [
            (x, y + swing * math.sin(x / (60 + i * 12) + i * 1.7) - swing * 0.5 * math.sin(x / 41 + i))
            for x in range(-20, 1640, 12)
        ]
        tone = mix("#6f928c", "#163440", i / 7)
        c.shape(down_to(wave, 1080), tone, shade=Shade("#cfe0cf", 265, 0.4, 0.5))
        c.line(wave, 2 + i * 0.9, "#dfeee2", 0.6)
    _great_wave(c)
    c.blob(
        [(300, 1150), (560, 1010), (900, 965), (1300, 925), (1750, 935), (1750, 1150)],
        "#1e2a26",
        shade=Shade("#6d7a58", 270, 0.6, 0.5),
    )
    _shore_house(c)
    for x, y, height, wind in ((1440, 950, 700, 240), (1270, 985, 540, 230), (1580, 985, 500, 190)):
        _bent_palm(c, x, y, height, wind)
    with c.at(800, 1020, 2.1, 8):
        standing(c, Look("#e8b528", "#1b2530"), -1, 6, ((-14, -52), (12, -50)))
        c.shape(
            spline([(-2, -104), (9, -94), (11, -80), (26, -26), (-15, -22), (-11, -78), (-9, -90)], True),
            "#e8b528",
            shade=Shade("#7a4a10", 0, 0.8, 0.3),
        )
        c.oval(-5, -90, 4.2, 6, "#c98d63")
    for _ in range(750):
        x, y = c.rng.uniform(-100, 1900), c.rng.uniform(-60, 1060)
        length = c.rng.uniform(26, 90)
        c.line([(x, y), (x - length * 0.55, y + length)], c.rng.uniform(0.8, 2.2), "#dcebe6", 0.42)


def _great_wave(c: Canvas) -> None:
    back = spline([(-60, 760), (80, 640), (240, 545), (390, 520), (500, 565), (560, 650)])
    inner = spline([(560, 650), (480, 622), (400, 650), (370, 740), (400, 860), (520, 960), (700, 1020), (700, 1150)])
    c.shape(
        [*back, *inner, (-60, 1150)], vertical("#47797b", "#1f4a57", "#0f2732"), shade=Shade("#bcd8cf", 215, 0.5, 0.5)
    )
    for k in range(1, 8):
        share = k / 8
        c.line(
            spline(
                [
                    (500 - 60 * k, 590 + 14 * k),
                    (380 - 48 * k, 700 + 20 * k),
                    (390 - 44 * k, 850 + 16 * k),
                    (520 - 40 * k, 1000 + 10 * k),
                ]
            ),
            7 - 4 * share,
            "#a9cdc6",
            0.6,
        )
    for x, y in back:
        for _ in range(4):
            spread = 14 + 24 * max(0, x) / 560
            c.disc(
                x + c.rng.gauss(0, spread * 0.6),
                y + c.rng.gauss(0, spread * 0.5),
                c.rng.uniform(0.2, 0.75) * spread,
                "#f1f6ec",
            )
    for _ in range(120):
        x = c.rng.uniform(300, 760)
        c.disc(x, c.rng.gauss(600, 90), c.rng.uniform(1.5, 6), "#f1f6ec", 0.85)
    for _ in range(160):
        x = c.rng.uniform(330, 860)
        c.disc(x, 1030 - (x - 600) * 0.05 + c.rng.gauss(0, 22), c.rng.uniform(4, 20), "#e6f0e8")


def _shore_house(c: Canvas) -> None:
    with c.at(1060, 950, 1.15):
        c.rect(-90, -110, 90, 6, "#34474a", shade=Shade("#0f1a20", 0, 0.8))
        c.shape([(-116, -104), (-80, -172), (86, -172), (112, -104)], "#5e2e2c", shade=Shade("#180d14", 80, 0.85))
        c.rect(-52, -84, -8, -40, "#ffd36e")
        c.line([(-30, -84), (-30, -40)], 4, "#34474a")
        c.glow(-30, -62, 150, "#ffcf6a", 0.7)
        c.rect(26, -86, 64, 6, "#1d2a2e")


def _bent_palm(c: Canvas, x: float, y: float, height: float, wind: float) -> None:
    stem = spline(
        [(x, y), (x - wind * 0.1, y - height * 0.4), (x - wind * 0.45, y - height * 0.8), (x - wind, y - height)]
    )
    c.limb(stem, 34, 17, "#2a2622", shade=Shade("#8a8a70", 180, 0.6, 0.4))
    top = stem[-1]
    for k in range(10):
        heading = 138 + k * 12 + c.rng.uniform(-6, 6)
        frond(c, *top, height * c.rng.uniform(0.42, 0.56), heading, 62 - k * 4, "#12302b", "#35684c", 0.11)
    c.disc(top[0] + 6, top[1] + 14, 13, "#3a2c20")
    c.disc(top[0] - 14, top[1] + 18, 12, "#2b211a")


PICTURES = (
    Picture(
        "bien-sam-son",
        (1600, 900),
        "Bãi biển nhìn từ trên cao với những hàng ô che nắng và sóng trắng ven bờ.",
        "Bãi biển Sầm Sơn mùa du lịch, nhìn từ trên cao.",
        beach,
    ),
    Picture(
        "tau-ca",
        (1600, 1067),
        "Tàu cá lên đèn ra khơi lúc chạng vạng.",
        "Đoàn tàu cá lên đèn, chuẩn bị chuyến biển đêm.",
        fishing_boats,
    ),
    Picture(
        "mua-bao",
        (1600, 1067),
        "Hàng dừa ngả nghiêng trong mưa bão, sóng lớn đánh vào bờ.",
        "Mưa bão đổ bộ vùng ven biển.",
        storm,
    ),
)
