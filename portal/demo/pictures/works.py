"""Industry and energy: a factory at sunset and a solar field."""

from .canvas import Canvas
from .figures import Look, bicycle, standing
from .geometry import arc, between, box, down_to, polar, quad_map, ridge
from .paint import Shade, mix, vertical
from .picture import Picture
from .plants import tuft
from .sky import bird, cloud


def factory(c: Canvas) -> None:
    """Workers leaving a factory at sunset."""
    c.wash("#5a1330", "#a3232f", "#e0582f", "#f79a3c", "#fdd06a")
    for k, r in enumerate((430, 360, 300)):
        c.disc(860, 560, r, ("#f28a3c", "#f8a945", "#fdc65a")[k], 0.6)
    c.disc(860, 560, 240, "#fff0b4", shade=Shade("#fdb44e", 90, 0.7, 0.3))
    for x, y, w in ((240, 300, 520), (1320, 380, 460), (1000, 240, 300)):
        c.blob(
            [(x - w / 2, y), (x - w / 5, y - 16), (x + w / 4, y - 9), (x + w / 2, y + 3), (x, y + 14)], "#7d1a32", 0.45
        )
    _smoke(c)
    for x, high, tone in ((120, 170, "#a8402f"), (330, 130, "#a8402f"), (1180, 210, "#a8402f"), (1420, 150, "#a8402f")):
        c.rect(x, 700 - high, x + 220, 720, tone, shade=Shade("#f79a3c", 270, 0.5, 0.3))
    _plant(c, "#5c1a34")
    _near_works(c, "#2a0f26")
    c.rect(0, 786, 1600, 900, vertical("#9a3f2e", "#5a1c2a", "#33101f"))
    for x in range(-10, 1640, 44):
        c.line([(x, 800), (x, 716)], 4, "#1c0a1c")
    for y in (728, 760):
        c.line([(0, y), (1600, y)], 3, "#1c0a1c")
    ink = Look("#1c0a1c", "#1c0a1c", "#1c0a1c", "#1c0a1c")
    for x, scale in ((250, 1.75), (560, 1.7), (1290, 1.75)):
        with c.at(x, 836, scale):
            bicycle(c, "#1c0a1c", ink)
            c.shape(arc(1, -97, 9, 9, 180, 360), "#f2b632")
    for k, x in enumerate((392, 760, 830, 1080, 1140)):
        with c.at(x, 846, 1.7):
            standing(c, ink, 1 if k % 2 else -1, 6)
            c.shape(arc(0, -94, 8.4, 8.4, 180, 360), "#f2b632")
            c.rect(-10, -95, 10, -93, "#f2b632")
    for x, y in ((420, 190), (470, 165), (520, 205)):
        bird(c, x, y, 15, "#3a0d20")


def _smoke(c: Canvas) -> None:
    for x, top, lean in ((520, 190, 150), (640, 240, 140), (1230, 170, -40)):
        for k in range(13):
            c.disc(
                x + lean * (k / 12) ** 1.4 + c.rng.uniform(-14, 14),
                top - k * 17,
                16 + k * 5.2,
                mix("#fbc27a", "#8e2a3c", k / 12),
                0.5,
                Shade("#5a1330", 60, 0.4, 0.4),
            )


def _plant(c: Canvas, ink: str) -> None:
    light = Shade("#f2703c", 180, 0.7, 0.45)
    for x, top, w in ((520, 190, 30), (640, 240, 26), (1230, 170, 34)):
        c.shape([(x - w * 0.7, top), (x + w * 0.7, top), (x + w, 730), (x - w, 730)], ink, shade=light)
        for k in range(3):
            y = top + 20 + k * 74
            c.rect(x - w * 0.8, y, x + w * 0.8, y + 30, "#f3d9b0")
    for x, top, w in ((750, 330, 38), (850, 270, 30), (940, 380, 44), (1050, 300, 28)):
        c.rect(x - w, top, x + w, 730, ink, w, shade=light)
        for y in range(int(top) + 50, 720, 64):
            c.rect(x - w - 12, y, x + w + 12, y + 6, mix(ink, "#000000", 0.3))
            c.line([(x + w + 10, y), (x + w + 10, y - 22)], 2, ink)
    for x, r in ((1370, 78), (1520, 62)):
        c.disc(x, 640, r, ink, shade=Shade("#f2703c", 200, 0.7, 0.5))
        for dx in (-0.7, 0, 0.7):
            c.line([(x + dx * r, 640), (x + dx * r, 760)], 8, ink)
    for y in (470, 500, 560):
        c.line([(700, y), (1240, y)], 8, ink)
    for x in (790, 900, 1000, 1130):
        c.line([(x, 460), (x, 730)], 5, ink)
        c.line([(x, 560), (x + 60, 730)], 3, ink)
    c.line([(1230, 430), (1370, 575)], 9, ink)


def _near_works(c: Canvas, ink: str) -> None:
    for k in range(5):
        x = -30 + k * 118
        c.shape([(x, 620), (x + 118, 560), (x + 118, 800), (x, 800)], ink)
        c.shape([(x + 94, 574), (x + 116, 564), (x + 116, 640), (x + 94, 648)], "#ffcf6e", 0.9)
    for k in range(9):
        c.rect(10 + k * 62, 690, 44 + k * 62, 740, "#ffb84e" if k % 3 else "#6a2438", 3)
    for x in (1080, 1130):
        c.line([(x, 800), (x, 330)], 9, ink)
    for k in range(9):
        y = 340 + k * 52
        c.line([(1080, y), (1130, y + 52)], 4, ink)
        c.line([(1130, y), (1080, y + 52)], 4, ink)
    c.shape([(900, 322), (1440, 322), (1470, 338), (1440, 346), (900, 346)], ink)
    c.line([(1105, 250), (900, 322)], 4, ink)
    c.line([(1105, 250), (1440, 322)], 4, ink)
    c.line([(1105, 250), (1105, 330)], 8, ink)
    c.rect(1086, 346, 1136, 392, ink)
    c.rect(1096, 354, 1120, 376, "#ffcf6e")
    c.line([(1390, 340), (1390, 470)], 3, ink)
    c.rect(1352, 470, 1428, 506, ink)
    c.shape([(1180, 800), (1180, 640), (1250, 600), (1600, 600), (1610, 800)], ink)
    for k in range(6):
        c.rect(1260 + k * 56, 640, 1292 + k * 56, 690, "#ffcf6e" if k % 2 else "#f2703c", 3)


def solar_field(c: Canvas) -> None:
    """Two engineers between rows of solar panels."""
    c.wash("#f9c64f", "#fbe08a", "#fdf1c4")
    for k in range(48):
        if k % 2:
            c.shape(
                [(1120, 250), polar(1120, 250, 1500, k * 7.5), polar(1120, 250, 1500, k * 7.5 + 7.5)], "#fdeaa6", 0.8
            )
    for r, tone in ((190, "#fde28c"), (150, "#fbb93e"), (112, "#f28a2e")):
        c.disc(1120, 250, r, tone, shade=Shade("#d9541f", 60, 0.5, 0.4) if r == 112 else None)
    cloud(c, 380, 200, 420, "#ffffff")
    c.shape(down_to(ridge(c.rng, 1600, 430, 90, 4, False), 470), "#7fbf9a", shade=Shade("#fdf1c4", 90, 0.6, 0.4))
    for x, size in ((230, 1.0), (480, 0.72), (690, 0.52)):
        _turbine(c, x, 420, size)
    c.rect(0, 420, 1600, 1067, vertical("#a9c85a", "#7fae48", "#4f8a3f"))
    c.shape(
        [(790, 424), (812, 424), (1010, 1067), (600, 1067)],
        vertical("#f3dfae", "#d9b678"),
        shade=Shade("#a8814a", 90, 0.5),
    )
    for row in range(8):
        depth = 0.05 + (row / 7) ** 1.75 * 0.95
        for side in (-1, 1):
            _panel_row(c, side, depth)
    for x in range(0, 1640, 60):
        if not 560 < x < 1060:
            tuft(c, x, 1080, c.rng.uniform(40, 90), "#2f6b36", 5)
    with c.at(770, 960, 2.5):
        _engineer(c, "#f2b632", 1)
    with c.at(880, 948, 2.4):
        _engineer(c, "#ffffff", -1)


def _turbine(c: Canvas, x: float, y: float, size: float) -> None:
    with c.at(x, y, size):
        c.limb([(0, 20), (0, -300)], 16, 7, "#ffffff", Shade("#8fb0b4", 0, 0.35))
        for k in range(3):
            tip = polar(0, -300, 150, -80 + k * 120 + x)
            mid = polar(*between((0, -300), tip, 0.3), 10, -80 + k * 120 + x + 90)
            c.shape([(0, -300), mid, tip], "#ffffff", shade=Shade("#8fb0b4", 60, 0.3))
        c.disc(0, -300, 11, "#d9e6e4")


def _panel_row(c: Canvas, side: int, depth: float) -> None:
    level = 430 + depth * 610
    near, far = 60 + 190 * depth, 240 + 1250 * depth
    high, lean = 22 + 196 * depth, 60 * depth
    corners = [
        (800 + side * (near + lean), level - high),
        (800 + side * (far + lean), level - high),
        (800 + side * far, level),
        (800 + side * near, level),
    ]
    c.shadow(
        [
            (800 + side * near, level + 20 * depth),
            (800 + side * far, level + 20 * depth),
            (800 + side * far, level + 78 * depth),
            (800 + side * near, level + 78 * depth),
        ],
        8 * depth + 1,
        "#1f4a30",
        0.6,
    )
    for k in range(5):
        x = 800 + side * (near + 30 * depth + k * (far - near) / 5)
        c.line([(x + side * lean * 0.4, level - high * 0.4), (x, level + 62 * depth)], 1.5 + 9 * depth, "#8f9aa0")
    place = quad_map(corners)
    c.shape(corners, "#eef3f2")
    columns = 7
    for i in range(columns):
        for j in range(2):
            u0, u1 = (i + 0.04) / columns, (i + 0.96) / columns
            v0, v1 = (j + 0.05) / 2, (j + 0.95) / 2
            cell = [place(u0, v0), place(u1, v0), place(u1, v1), place(u0, v1)]
            c.shape(
                cell,
                vertical("#5fa6dc", "#2560a8", "#153a7c") if (i + j) % 3 else vertical("#9cd2ee", "#2f74ba", "#153a7c"),
            )
            if depth > 0.12:
                for k in (1, 2, 3):
                    u = u0 + (u1 - u0) * k / 4
                    c.line([place(u, v0), place(u, v1)], 0.8 + depth, "#9cc6ea", 0.7)
                    v = v0 + (v1 - v0) * k / 4
                    c.line([place(u0, v), place(u1, v)], 0.8 + depth, "#9cc6ea", 0.7)


def _engineer(c: Canvas, helmet: str, facing: int) -> None:
    c.oval(-16, 1, 30, 5, "#6b5a30", 0.5)
    standing(c, Look("#e8663c", "#2a4670"), facing, 4, ((-14, -50), (12 * facing, -60)))
    c.line([(-8, -78), (-8, -50)], 2.5, "#fdf1a8")
    c.line([(8, -78), (8, -50)], 2.5, "#fdf1a8")
    c.line([(-9, -62), (9, -62)], 3, "#fdf1a8")
    c.shape(box(6 * facing - 9, -68, 6 * facing + 9, -56, 1), "#2b3440")
    c.shape(arc(0, -95, 8, 8.5, 180, 360), helmet, shade=Shade("#8a6a2c", 20, 0.5, 0.4))
    c.rect(-10, -96, 10, -93.6, mix(helmet, "#8a6a2c", 0.2), 1)


PICTURES = (
    Picture(
        "nha-may",
        (1600, 900),
        "Công nhân tan ca trước khu nhà máy lúc hoàng hôn.",
        "Khu công nghiệp lúc tan ca.",
        factory,
    ),
    Picture(
        "dien-mat-troi",
        (1600, 1067),
        "Hai kỹ sư đứng giữa những hàng tấm pin mặt trời.",
        "Nhà máy điện mặt trời.",
        solar_field,
    ),
)
