"""The old citadel, the bronze drum and the festival."""

import math

from .canvas import Canvas
from .figures import Look, standing
from .geometry import Points, arc, polar, spline, star
from .paint import Shade, mix, sideways, vertical
from .picture import Picture
from .plants import tuft
from .sky import bird, cloud

ARCHES = ((360, 118), (800, 150), (1240, 118))


def citadel_gate(c: Canvas) -> None:
    """The three stone vaults of an old citadel gate."""
    c.wash("#c9554a", "#ea8d5f", "#f8c98b", "#fdeab8")
    c.glow(1420, 520, 760, "#ffedb8", 0.9)
    for x, y, w in ((260, 150, 420), (960, 110, 300), (1380, 220, 380)):
        cloud(c, x, y, w, "#fde6c0", 0.75)
    c.blob(
        [(-100, 700), (100, 610), (500, 640), (1100, 640), (1500, 600), (1700, 700), (1700, 900), (-100, 900)],
        "#7fa36a",
    )
    wall = [(-10, 340), (150, 300), (1450, 300), (1610, 340), (1610, 860), (-10, 860)]
    with c.clip(wall):
        _stones(c)
    for x, r in ARCHES:
        _arch(c, x, r)
    for x in range(-10, 1620, 22):
        tuft(c, x, 318 if 150 < x < 1450 else 340, c.rng.uniform(14, 44), "#5f8f4c", 4)
    c.rect(0, 850, 1600, 1067, vertical("#b3bb62", "#86994a", "#5a7a3c"))
    c.shape([(670, 850), (930, 850), (1240, 1067), (360, 1067)], vertical("#f1d6a2", "#dfb57c", "#c4935f"))
    for k in range(70):
        y = 860 + 200 * (k / 70) ** 1.4
        half = 130 + (y - 850) * 1.4
        c.oval(800 + c.rng.uniform(-half, half), y, 10 + (y - 850) * 0.16, 2 + (y - 850) * 0.02, "#a87a4e", 0.6)
    _visitors(c)
    for x in range(-10, 1620, 18):
        if abs(x - 800) > 400:
            tuft(c, x, 1080, c.rng.uniform(60, 150), c.rng.choice(("#4d7336", "#6b8f40")), 5)
    for x, y, size in ((520, 190, 18), (580, 220, 14), (640, 180, 13)):
        bird(c, x, y, size, "#5d4a52")


def _stones(c: Canvas) -> None:
    y, row = 296.0, 0
    while y < 870:
        high = (58, 74, 66, 84, 70, 78, 90, 80)[row % 8]
        x = -60.0 - (row % 3) * 40
        while x < 1640:
            long = c.rng.uniform(90, 210)
            tone = mix(
                c.rng.choice(("#c9b795", "#b7a48a", "#d6c4a0", "#a99a86", "#bfae8c")), "#7d7468", 0.28 * (1 - x / 1600)
            )
            c.rect(x, y, x + long + 6, y + high + 6, "#5f5348")
            c.rect(
                x + 3,
                y + 3,
                x + long,
                y + high,
                tone,
                9,
                shade=Shade(mix(tone, "#4a3b38", 0.7), c.rng.choice((110, 150, 60)), 0.5, 0.3),
            )
            c.line([(x + 8, y + 6), (x + long - 8, y + 6)], 3, mix(tone, "#fff4d2", 0.6), 0.8)
            x += long + 3
        y += high + 3
        row += 1
    for _ in range(26):
        x = c.rng.uniform(0, 1600)
        vine = spline(
            [(x, 296), (x + c.rng.uniform(-14, 14), 340), (x + c.rng.uniform(-24, 24), c.rng.uniform(370, 450))]
        )
        c.line(vine, 2.4, "#4d6b3a")
        for px, py in vine[2::2]:
            for side in (-1, 1):
                c.oval(px + side * 6, py + 3, 6, 3.6, "#6f9048" if side < 0 else "#55783c")


def _arch(c: Canvas, x: float, r: float) -> None:
    spring = 860 - r * 1.55
    rise = r * 1.22
    outer = arc(x, spring, r + 54, rise + 58, 180, 360, 15)
    inner = arc(x, spring, r, rise, 180, 360, 15)
    for i in range(15):
        tone = ("#d9c8a4", "#c4b08c")[i % 2]
        c.shape([outer[i], outer[i + 1], inner[i + 1], inner[i]], tone, shade=Shade("#7a6552", 40 + i * 6, 0.55, 0.3))
        c.line([outer[i], inner[i]], 3, "#5f5348")
    hole = [(x - r, 862), *arc(x, spring, r, rise, 180, 360, 40), (x + r, 862)]
    c.shape(hole, sideways("#2b2228", "#4d3c38", "#7d5f48"), shade=Shade("#15101a", 200, 0.6))
    with c.clip(hole):
        dx = (800 - x) * 0.09
        far = [
            (x + dx - r * 0.55, 862),
            *arc(x + dx, spring + 40, r * 0.55, rise * 0.6, 180, 360),
            (x + dx + r * 0.55, 862),
        ]
        c.shape(far, vertical("#fdeeb8", "#f8d890", "#a8bd66", "#8aa850"))
        c.glow(x + dx, spring + 90, r * 1.4, "#fff1bc", 0.55)
        c.shape([(x + dx - r * 0.55, 840), (x + dx + r * 0.55, 840), (x + r * 0.9, 866), (x - r * 0.9, 866)], "#efd49a")


def _visitors(c: Canvas) -> None:
    people = (
        (770, 905, 1.25, Look("#c8202f", "#f7edd6", gown=True, long_hair=True), 2),
        (830, 908, 1.25, Look("#f3ede0", "#2f3d58"), 2),
        (868, 905, 0.8, Look("#e6a93c", "#2f3d58"), 2),
        (560, 884, 0.95, Look("#2f6f8a", "#2b2f3d", hat="#efd9a4"), 1),
        (1090, 892, 1.05, Look("#6a8f4c", "#37304a", long_hair=True), -1),
    )
    for x, y, scale, look, facing in people:
        c.shape(
            [(x, y), (x + 8, y + 3), (x - 118 * scale, y + 36 * scale), (x - 130 * scale, y + 30 * scale)],
            "#4a4a30",
            0.4,
        )
        with c.at(x, y, scale):
            standing(c, look, facing, 3)


def bronze_drum(c: Canvas) -> None:
    """The face of a bronze drum."""
    c.wash("#8c1420", "#5e0b18")
    for k in range(11):
        for j in range(11):
            c.line(arc(k * 120, j * 120, 60, 60), 2, "#a8262f", 0.5)
    c.shadow(arc(618, 626, 535, 535), 22, "#22040c", 0.85)
    c.disc(600, 600, 540, vertical("#d9b56a", "#8f6a34", "#4c3a26"))
    c.disc(600, 600, 524, "#1d3f3c", shade=Shade("#0b201f", 50, 0.7))
    c.disc(600, 600, 516, "#2f5f55", shade=Shade("#12312f", 50, 0.8, 0.15))
    c.glow(400, 380, 620, "#d9c27a", 0.6)
    gold = "#f0d48c"
    for radius in (508, 474, 464, 420, 410, 316, 306, 268, 258, 186, 176, 148):
        c.line(arc(600, 600, radius, radius, steps=120), 3, gold)
    _teeth(c, 474, 506, 90, gold)
    _teeth(c, 268, 304, 56, gold)
    for k in range(72):
        x, y = polar(600, 600, 442, k * 5)
        c.line(arc(x, y, 13, 13, steps=20), 3, gold)
        c.disc(x, y, 4.5, gold)
    for k in range(44):
        x, y = polar(600, 600, 162, k * 360 / 44)
        c.line(arc(x, y, 8, 8, steps=16), 2.4, gold)
        c.disc(x, y, 2.8, gold)
    for k in range(16):
        with c.at(600, 600, 1, k * 22.5), c.at(0, -362):
            _lac_bird(c, gold)
    for k in range(20):
        with c.at(600, 600, 1, k * 18):
            motif = _dancer if k % 5 else _stilt_roof
            motif(c, gold)
    c.disc(600, 600, 140, "#244f48", shade=Shade("#12312f", 50, 0.7))
    for k in range(14):
        c.shape(
            [
                polar(600, 600, 130, 360 / 14 * (k + 0.5) - 11),
                polar(600, 600, 92, 360 / 14 * (k + 0.5)),
                polar(600, 600, 130, 360 / 14 * (k + 0.5) + 11),
            ],
            gold,
            0.85,
        )
    c.glow(600, 600, 150, "#ffe9a8", 0.6)
    c.shape(star(600, 600, 138, 44, 14), "#f9e3a2", shade=Shade("#b0762e", 50, 0.6))
    c.disc(600, 600, 30, "#fff4cf", shade=Shade("#b0762e", 50, 0.6))


def _teeth(c: Canvas, inner: float, outer: float, count: int, colour: str) -> None:
    step = 360 / count
    for k in range(count):
        c.shape(
            [
                polar(600, 600, inner + 4, k * step),
                polar(600, 600, outer - 5, (k + 0.5) * step),
                polar(600, 600, inner + 4, (k + 1) * step),
            ],
            colour,
        )


def _lac_bird(c: Canvas, gold: str) -> None:
    c.blob([(-34, 2), (0, -9), (26, -4), (40, -10), (46, -2), (24, 8), (-6, 10)], gold)
    c.shape([(44, -9), (78, 0), (44, -1)], gold)
    c.limb([(42, -8), (26, -24), (14, -22)], 5, 1.5, gold)
    c.shape([(4, -5), (-28, -42), (-8, -40), (22, -4)], gold)
    c.shape([(2, 6), (-26, 38), (-6, 36), (20, 6)], gold)
    for y in (-7, 1, 9):
        c.limb([(-28, 2 + y * 0.3), (-68, y * 1.5)], 5, 2, gold)
    c.disc(40, -5, 2.6, "#1d3f3c")


def _dancer(c: Canvas, gold: str) -> None:
    with c.at(0, -192, 0.6):
        c.limb([(-4, -48), (-14, -22), (-10, 0)], 8, 4, gold)
        c.limb([(2, -48), (16, -26), (10, 0)], 8, 4, gold)
        c.limb([(0, -50), (0, -76)], 9, 11, gold)
        c.limb([(0, -74), (24, -66), (32, -88)], 5, 3, gold)
        c.limb([(0, -74), (-20, -60), (-30, -70)], 5, 3, gold)
        c.disc(0, -86, 7, gold)
        for lean in (-20, -6, 10):
            c.limb([(0, -90), (lean, -118)], 5, 2, gold)


def _stilt_roof(c: Canvas, gold: str) -> None:
    with c.at(0, -192, 0.62):
        eaves = spline([(-58, -96), (-34, -84), (34, -84), (58, -96)])
        c.shape([*eaves, (30, -44), (-30, -44)], gold)
        for x in (-22, 0, 22):
            c.line([(x, -44), (x, 0)], 5, gold)
        c.line([(-32, -18), (32, -18)], 4, gold)


def lantern_festival(c: Canvas) -> None:
    """Lanterns above a festival crowd at night."""
    c.wash("#0b1038", "#1c1a58", "#4b1f5e", "#a33a4f", "#e8874a")
    for _ in range(90):
        c.disc(c.rng.uniform(0, 1600), c.rng.uniform(0, 520), c.rng.uniform(0.6, 1.8), "#ffe9c0", 0.8)
    c.glow(800, 900, 900, "#ffb45e", 0.75)
    _temple(c)
    for _ in range(46):
        x, y = c.rng.uniform(0, 1600), c.rng.uniform(520, 960)
        c.disc(x, y, c.rng.uniform(10, 34), c.rng.choice(("#ffd27a", "#ff8a5c", "#ffefb5")), c.rng.uniform(0.15, 0.4))
    c.soften(1.6)
    colours = ("#e02f3a", "#f7a62b", "#e0508a", "#2fa39a", "#f5d24a", "#7a4fc0")
    for row, (level, count, size) in enumerate(((70, 11, 0.5), (130, 8, 0.8), (40, 5, 1.35))):
        string = [(x, level + (26 + row * 34) * math.sin(math.pi * x / 1600)) for x in range(-20, 1640, 20)]
        c.line(string, 2 + row, "#2a1436")
        for k in range(count):
            x = 1600 * (k + 0.5) / count + c.rng.uniform(-20, 20)
            y = level + (26 + row * 34) * math.sin(math.pi * x / 1600)
            with c.at(x, y, size):
                _lantern(c, colours[(k * 5 + row * 2) % 6], (k + row) % 4)
    for i in range(34):
        x = -30 + i * 50 + c.rng.uniform(-12, 12)
        ink = mix("#1a0b2a", "#3d1238", c.rng.random())
        with c.at(x, 1160 + c.rng.uniform(-14, 30), c.rng.uniform(1.9, 2.5)):
            hat = ink if i % 4 == 1 else ""
            standing(
                c, Look(ink, ink, ink, ink, hat, i % 3 == 0), 2, 2, ((-13, -48), (18, -112 if i % 6 == 2 else -50))
            )
            if i % 6 == 2:
                c.line([(18, -112), (22, -124)], 1.4, "#1a0b2a")
                with c.at(22, -124, 0.2):
                    _lantern(c, colours[(i // 6) % 6], 0)


def _temple(c: Canvas) -> None:
    ink = "#2b1140"
    for y, reach, high in ((730, 560, 120), (560, 330, 120)):
        top = spline([(-reach, y - 60), (-reach * 0.72, y - 8), (-reach * 0.45, y - high)])
        roof = [(800 + px, py) for px, py in top] + [(800 - px, py) for px, py in reversed(top)]
        c.shape(
            [*roof, (800 + reach * 0.72, y + 8), (800 - reach * 0.72, y + 8)],
            ink,
            shade=Shade("#c8433f", 90, 0.7, 0.35),
        )
        c.rect(800 - reach * 0.55, y, 800 + reach * 0.55, y + 110, "#3b1440")
        for k in range(-3, 4):
            c.rect(800 + k * reach * 0.15 - 14, y + 16, 800 + k * reach * 0.15 + 14, y + 96, "#ffcf6e", 4)
    c.rect(430, 790, 1170, 1067, "#3b1440")
    for k in range(8):
        c.rect(452 + k * 88, 760, 532 + k * 88, 1067, vertical("#ffcf6e", "#f08a4c"))


def _lantern(c: Canvas, colour: str, form: int) -> None:
    light, dark = mix(colour, "#fff3b8", 0.6), mix(colour, "#3a0a2a", 0.5)
    c.line([(0, 0), (0, 50)], 2.5, "#2a1436")
    c.glow(0, 115, 170, colour, 0.6)
    c.glow(0, 115, 100, "#ffe6a0", 0.6)
    if form == 3:
        c.shape(star(0, 118, 88, 38, 5), colour, shade=Shade(dark, 70, 0.5, 0.4))
        c.line([(0, 156), (0, 208)], 3, "#f2c65c")
        for k in range(5):
            c.line([(0, 118), polar(0, 118, 86, -90 + 72 * k)], 3, "#ffe9a6")
    else:
        widths = ((20, 62, 72, 62, 20), (30, 74, 46, 26, 14), (16, 34, 44, 66, 30))[form]
        rim = [(w, 52 + i * 32) for i, w in enumerate(widths)]
        outline: Points = spline(rim) + [(-x, y) for x, y in reversed(spline(rim))]
        c.shape(outline, vertical(colour, light, colour), shade=Shade(dark, 20, 0.6, 0.4))
        for share in (-0.66, -0.33, 0, 0.33, 0.66):
            c.line([(x * share, y) for x, y in spline(rim)], 2, dark, 0.7)
        c.rect(-widths[0] - 4, 44, widths[0] + 4, 56, "#e8bb55", 3)
        c.rect(-widths[4] - 4, 176, widths[4] + 4, 188, "#e8bb55", 3)
    for k in range(-2, 3):
        c.limb([(k * 3, 206 if form == 3 else 186), (k * 7, 262)], 3.4, 1.6, "#f2c65c")


PICTURES = (
    Picture(
        "thanh-nha-ho",
        (1600, 1067),
        "Cổng thành đá ba vòm của Thành Nhà Hồ trong nắng chiều.",
        "Cổng đá Thành Nhà Hồ.",
        citadel_gate,
    ),
    Picture(
        "trong-dong",
        (1200, 1200),
        "Mặt trống đồng với ngôi sao ở giữa và các vòng chim lạc.",
        "Hoa văn mặt trống đồng Đông Sơn.",
        bronze_drum,
    ),
    Picture(
        "le-hoi",
        (1600, 1067),
        "Đèn lồng nhiều màu thắp sáng đêm hội, đông người đứng xem.",
        "Đêm hội đèn lồng.",
        lantern_festival,
    ),
)
