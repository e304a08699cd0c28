"""Things close by: local products and clean water."""

from .canvas import Canvas
from .geometry import arc, box, spline
from .paint import Shade, mix, sideways, vertical
from .picture import Picture
from .plants import frond, leaf


def local_products(c: Canvas) -> None:
    """A still life of local products."""
    c.wash("#24363f", "#1a2a36")
    c.disc(600, 520, 430, "#e0a24a", shade=Shade("#a8562c", 80, 0.75, 0.2))
    c.disc(600, 520, 360, "#edbd66", shade=Shade("#e0a24a", 80, 0.7, 0.2))
    for x, heading in ((210, -120), (120, -85), (990, -60), (1090, -95)):
        frond(c, x, 900, 760, heading, 60, "#123f3a", "#2f7a5c", 0.13)
    c.rect(0, 880, 1200, 1200, vertical("#a8693a", "#7d4628", "#4d2a1e"))
    for y in (898, 960, 1050):
        c.line([(0, y), (1200, y)], 3, "#5d3422", 0.6)
    c.shape([(0, 872), (1200, 872), (1200, 896), (0, 896)], "#d9955a")
    for x, w in ((230, 190), (470, 130), (700, 170), (960, 210)):
        c.oval(x + 30, 930, w, 24, "#2b1512", 0.55)
    with c.at(690, 900):
        _bottle(c)
    with c.at(455, 905):
        _honey(c)
    with c.at(930, 925):
        _basket(c)
    with c.at(205, 925):
        _tea_box(c)
    for k, x in enumerate((300, 480, 660)):
        with c.at(x, 1085 - (k % 2) * 26, 1, (-7, 2, 8)[k]):
            _leaf_parcel(c)
    for x, y, r in ((860, 1060, 52), (955, 1085, 56), (905, 1000, 46)):
        c.oval(x + 8, y + r * 0.9, r, r * 0.25, "#2b1512", 0.5)
        c.disc(x, y, r, "#f08a2a", shade=Shade("#b8431c", 50, 0.75, 0.3))
        c.disc(x - r * 0.3, y - r * 0.35, r * 0.16, "#fbd08a")
        leaf(c, x, y - r * 0.85, r, -40, "#4d9150", 0.25)
    c.glow(300, 180, 620, "#ffe8b0", 0.3)


def _label(c: Canvas, half: float, top: float, bottom: float, tone: str) -> None:
    c.rect(-half, top, half, bottom, "#fbf1d8", 4, shade=Shade("#c79a5c", 0, 0.5, 0.5))
    mid = (top + bottom) / 2
    c.rect(-half, bottom - 20, half, bottom, tone, 3)
    c.disc(0, mid - 8, half * 0.42, tone)
    for k in range(5):
        leaf(c, 0, mid - 2, half * 0.34, -150 + k * 30, "#f6d88a", 0.22)


def _honey(c: Canvas) -> None:
    glass = box(-110, -250, 110, 0, 34)
    c.shape(glass, sideways("#f3a93a", "#fbd06a", "#c9701c"), shade=Shade("#8e3f10", 20, 0.6, 0.4))
    c.rect(-92, -262, 92, -236, "#fbe3a4", 8)
    c.rect(-104, -312, 104, -252, "#b3202c", 10, shade=Shade("#5e0a18", 0, 0.7, 0.3))
    for k in range(-6, 7):
        c.line([(k * 16, -306), (k * 16, -258)], 2, "#8d1422")
    c.shape([(-118, -320), (0, -372), (118, -320), (96, -298), (-96, -298)], "#f1dcae", shade=Shade("#b3804a", 30, 0.6))
    c.line(spline([(-100, -296), (0, -286), (100, -296)]), 7, "#8a5a34")
    _label(c, 84, -190, -60, "#b3202c")
    c.rect(-98, -226, -84, -20, "#fff3cf", 7, 0.75)


def _bottle(c: Canvas) -> None:
    outline = spline([(-80, 0), (-82, -300), (-70, -370), (-30, -430), (-26, -520)]) + spline(
        [(26, -520), (30, -430), (70, -370), (82, -300), (80, 0)]
    )
    c.shape(outline, sideways("#7d2a1c", "#c2562c", "#5a1a18"), shade=Shade("#2b0a10", 10, 0.7, 0.4))
    c.rect(-32, -560, 32, -496, "#e9bb4e", 6, shade=Shade("#8e5a1c", 0, 0.7))
    c.rect(-36, -504, 36, -490, "#f6d88a", 4)
    _label(c, 78, -270, -90, "#1f6f6a")
    c.limb(spline([(-62, -40), (-64, -290), (-50, -370), (-18, -430)]), 11, 6, "#f2a87c")


def _basket(c: Canvas) -> None:
    for k in range(11):
        leaf(
            c,
            -150 + k * 30,
            -180 + abs(k - 5) * 8,
            130,
            -130 + k * 8,
            ("#4d9150", "#7ab04e", "#2f7a4c")[k % 3],
            0.2,
            "#bfd98a",
        )
    fruit = (
        (-104, -186, "#c2354a"),
        (-36, -214, "#f2b632"),
        (40, -210, "#c2354a"),
        (108, -184, "#8fb84a"),
        (-70, -160, "#f2b632"),
        (4, -168, "#8fb84a"),
        (74, -162, "#e0703f"),
    )
    for x, y, tone in fruit:
        c.disc(x, y, 50, tone, shade=Shade(mix(tone, "#2b0a18", 0.6), 60, 0.75, 0.3))
        c.disc(x - 16, y - 18, 8, mix(tone, "#ffffff", 0.6))
    c.shape([(-190, -150), (190, -150), (140, 0), (-140, 0)], "#d9a25a", shade=Shade("#6b3a18", 20, 0.7, 0.3))
    for row in range(5):
        for k in range(13):
            share = row / 5
            half = 186 - 48 * share
            left = -half + k * half * 2 / 12.4
            c.rect(
                left, -136 + row * 27, left + half * 0.12, -120 + row * 27, "#f0c883" if (k + row) % 2 else "#a8682f", 3
            )
    c.rect(-204, -166, 204, -140, "#f0c883", 12, shade=Shade("#a8682f", 0, 0.6))
    c.line(arc(0, -152, 180, 250, 180, 360), 13, "#b87a3c")
    c.line(arc(0, -152, 180, 250, 190, 300), 4, "#f0c883")


def _tea_box(c: Canvas) -> None:
    c.shape([(-120, -330), (70, -330), (70, 0), (-120, 0)], "#1f6f5c", shade=Shade("#0c3a36", 90, 0.5, 0.4))
    c.shape([(70, -330), (130, -356), (130, -36), (70, 0)], "#0f4a44", shade=Shade("#04201f", 90, 0.6))
    c.shape([(-120, -330), (-60, -356), (130, -356), (70, -330)], "#3f9478")
    c.disc(-25, -190, 74, "#f6e3b0", shade=Shade("#c79a5c", 40, 0.5, 0.4))
    for heading, tone in ((-135, "#2f7a4c"), (-90, "#5aa052"), (-45, "#2f7a4c")):
        leaf(c, -25, -150, 84, heading, tone, 0.22, "#d3e6a0")
    for y in (-92, -72):
        c.rect(-78, y, 28, y + 9, "#f6e3b0", 4)
    c.rect(-120, -300, 70, -288, "#e9bb4e")
    c.rect(-120, -34, 70, -22, "#e9bb4e")


def _leaf_parcel(c: Canvas) -> None:
    c.oval(8, 40, 84, 16, "#2b1512", 0.5)
    c.rect(-76, -36, 76, 38, "#4d8f4a", 12, shade=Shade("#173f2a", 60, 0.75, 0.25))
    for k in range(6):
        c.line([(-70, -26 + k * 11), (70, -28 + k * 11)], 2, "#6fae5c", 0.7)
    for x in (-34, 34):
        c.rect(x - 5, -38, x + 5, 40, "#e6c98a")
    c.rect(-78, -5, 78, 5, "#e6c98a")


def clean_water(c: Canvas) -> None:
    """A tap filling a glass."""
    c.wash("#0a3f7a", "#1673b0", "#4db8d8", "#bfe9ea")
    for row in range(10):
        for k in range(-1, 9):
            x, y = k * 130 + (row % 2) * 65, 760 + row * 62
            for r, tone in ((65, "#2f93c4"), (50, "#5fb9da"), (35, "#2f93c4"), (20, "#8fd3e6")):
                c.shape(arc(x, y, r, r, 180, 360, 30), tone, 0.5)
    c.disc(560, 560, 350, "#e9f8f4", 0.5)
    c.disc(560, 560, 290, "#f6fcf4", 0.65)
    _stream(c)
    _glass(c)
    _tap(c)
    for x, y, r in (
        (250, 600, 20),
        (180, 760, 13),
        (860, 470, 16),
        (300, 480, 11),
        (820, 900, 20),
        (225, 900, 16),
        (880, 700, 11),
    ):
        c.blob([(x, y - r * 1.8), (x + r, y), (x, y + r), (x - r, y)], "#7fd0e6", shade=Shade("#1673b0", 60, 0.7, 0.3))
        c.disc(x - r * 0.3, y - r * 0.1, r * 0.22, "#ffffff")


def _tap(c: Canvas) -> None:
    metal = sideways("#7d8f9c", "#f4f8f8", "#a9b8c0")
    dark = Shade("#5f7a88", 70, 0.5, 0.35)
    c.rect(-20, 230, 90, 390, "#c9d5da", 10, shade=dark)
    c.rect(70, 252, 430, 368, vertical("#f6fafa", "#b9c8ce", "#6f8591"), 20, shade=dark)
    bend = arc(430, 440, 188, 188, -90, 0, 24)
    inner = arc(430, 440, 72, 72, 0, -90, 24)
    c.shape(bend + inner, vertical("#f6fafa", "#c3d0d6", "#8fa3ad"), shade=dark)
    c.rect(500, 436, 620, 520, metal, 8, shade=dark)
    c.rect(486, 510, 634, 544, "#dfe8ea", 10, shade=dark)
    c.rect(250, 176, 330, 256, metal, 8, shade=dark)
    c.rect(276, 96, 304, 182, metal)
    c.rect(130, 66, 450, 116, "#c8202f", 25, shade=Shade("#5e0a18", 90, 0.5, 0.3))
    c.rect(152, 76, 428, 86, "#f08a80", 5, 0.8)
    c.line(arc(430, 440, 160, 160, -80, -20, 20), 10, "#ffffff", 0.85)
    c.rect(110, 268, 400, 282, "#ffffff", 7, 0.8)


def _stream(c: Canvas) -> None:
    c.shape(
        spline([(512, 540), (520, 700), (532, 1000)]) + spline([(588, 1000), (600, 700), (608, 540)]),
        sideways("#5fb9da", "#f2fcfb", "#8fd3e6"),
    )
    for x in (536, 556, 580):
        c.line(spline([(x, 550), (x + 2, 720), (x, 930)]), 4, "#ffffff", 0.6)


def _glass(c: Canvas) -> None:
    glass = [(380, 720), (740, 720), (700, 1170), (420, 1170)]
    c.oval(560, 1184, 230, 30, "#0a3f7a", 0.45)
    c.shape(glass, "#eafafa", 0.35)
    with c.clip(glass):
        level = spline([(370, 850), (450, 838), (520, 872), (560, 890), (600, 872), (670, 838), (750, 850)])
        c.shape([*level, (750, 1180), (370, 1180)], vertical("#8fdcee", "#3fa9d6", "#1673b0"), 0.85)
        c.line(level, 6, "#f2fcfb")
        c.rect(532, 880, 588, 1010, sideways("#8fdcee", "#f2fcfb", "#8fdcee"), 20, 0.7)
        for _ in range(60):
            x, y = c.rng.gauss(560, 70), c.rng.uniform(880, 1120)
            r = c.rng.uniform(4, 15) * (1180 - y) / 300
            c.disc(x, y, r, "#f2fcfb", 0.55)
            c.line(arc(x, y, r, r, 180, 290, 8), 1.6, "#ffffff")
        c.rect(370, 1142, 750, 1180, "#cfeef4", alpha=0.8)
    c.line([(380, 720), (420, 1170), (700, 1170), (740, 720)], 9, "#f4fdfc", 0.9)
    c.oval(560, 720, 180, 20, "#f4fdfc", 0.35)
    c.line(arc(560, 720, 180, 20), 7, "#f4fdfc")
    c.shape([(412, 760), (440, 760), (466, 1120), (446, 1120)], "#ffffff", 0.6)


PICTURES = (
    Picture(
        "san-pham-ocop",
        (1200, 1200),
        "Hũ mật ong, chai nước mắm, hộp chè và giỏ trái cây bày trên bàn gỗ.",
        "Sản phẩm OCOP của các xã.",
        local_products,
    ),
    Picture(
        "nuoc-sach", (960, 1280), "Vòi nước sạch chảy vào chiếc cốc thủy tinh.", "Nước sạch về nông thôn.", clean_water
    ),
)
