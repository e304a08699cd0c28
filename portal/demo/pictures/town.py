"""The town: its night, its buses and its crossroads."""

from .canvas import Canvas
from .figures import HAIR, Look, motorbike, standing, wheel
from .geometry import Points, arc, box, quad_map, spline
from .paint import Shade, mix, sideways, vertical
from .picture import Picture
from .plants import tree
from .sky import cloud

NEON = ("#ff4f7b", "#3fe0e0", "#ffb83d", "#9b6bff", "#56e39a", "#ff7a4d")


def night_street(c: Canvas) -> None:
    """A wet street of shop signs at night."""
    c.wash("#070b22", "#141a44", "#2b2a66", "#5d3a7c", "#c0587c")
    c.glow(720, 620, 700, "#ff9a6b", 0.6)
    c.rect(0, 640, 1440, 1080, vertical("#5d3f74", "#2a2550", "#12142f", "#0a0c1f"))
    for k in range(6, -1, -1):
        near, far = 720 / (1 + k * 0.62), 720 / (1 + (k + 1) * 0.62)
        for side in (-1, 1):
            _tube_house(c, side, near, far, k)
    _streaks(c)
    for k in range(4):
        sag = 120 + k * 46
        c.line(spline([(0, 60 + k * 60), (720, sag + 150), (1440, 40 + k * 70)]), 2.4, "#080a1c")
    for k in range(9):
        x = 260 + k * 115
        y = 330 + 70 * (1 - ((x - 720) / 480) ** 2) - 60
        c.glow(x, y, 70, "#ff5a3c", 0.7)
        c.oval(x, y, 17, 21, "#ff6a4a", shade=Shade("#8e1a2c", 20, 0.6))
        c.rect(x - 7, y - 25, x + 7, y - 19, "#ffd27a")
    c.line(spline([(140, 230), (720, 318), (1300, 230)]), 2, "#080a1c")
    for x, y, scale, colour in (
        (660, 716, 0.8, "#3fa9e0"),
        (800, 740, 1.0, "#e0503f"),
        (560, 830, 1.7, "#e9b23f"),
        (900, 930, 2.4, "#d8324a"),
    ):
        with c.at(x, y, scale):
            _rider_back(c, colour)
    with c.at(1215, 1010, 3.3):
        _noodle_stall(c)


def _tube_house(c: Canvas, side: int, near: float, far: float, k: int) -> None:
    x0, x1 = 720 + side * near, 720 + side * far
    tall = c.rng.uniform(1.15, 1.75)
    wall = c.rng.choice(("#434c94", "#62458c", "#33628a", "#74487f", "#4f5aa0"))

    def ground(half: float) -> float:
        return 640 + half * 0.36

    def top(half: float) -> float:
        return 640 - half * tall

    place = quad_map([(x0, top(near)), (x1, top(far)), (x1, ground(far)), (x0, ground(near))])

    def quad(u0: float, v0: float, u1: float, v1: float) -> Points:
        return [place(u0, v0), place(u1, v0), place(u1, v1), place(u0, v1)]

    haze = mix(wall, "#c0587c", min(0.5, k * 0.08))
    c.shape(quad(0, 0, 1, 1), haze, shade=Shade("#0a0b22", 270, 0.5, 0.3))
    c.line([place(0, 0), place(1, 0)], 6, mix(haze, "#ffffff", 0.3))
    neon = NEON[(k * 2 + (side > 0)) % 6]
    for row in range(4):
        v = 0.06 + row * 0.17
        lit = c.rng.random() < 0.65
        for u in (0.14, 0.55):
            c.shape(quad(u, v, u + 0.3, v + 0.1), "#ffd98a" if lit else "#161a3a")
        c.line([place(0.06, v + 0.125), place(0.94, v + 0.125)], 3, mix(haze, "#ffffff", 0.25))
    c.shape(quad(0.06, 0.79, 0.94, 1), vertical("#ffe7ad", "#ffb46b"))
    c.shape(quad(0.1, 0.86, 0.3, 1), "#5d2f4a")
    c.shape(quad(0.62, 0.84, 0.9, 0.93), mix(neon, "#ffffff", 0.4))
    c.shape(quad(0, 0.74, 1, 0.8), neon)
    c.line([place(0.02, 0.77), place(0.98, 0.77)], 2.5, "#ffffff", 0.85)
    cx, cy = place(0.5, 0.8)
    c.glow(cx, cy, near * 0.34, neon, 0.55)
    if k < 5:
        sx, sy = place(0.86, 0.28)
        _neon_sign(c, sx - side * near * 0.12, sy, near * 0.075, neon)


def _neon_sign(c: Canvas, x: float, y: float, w: float, neon: str) -> None:
    h = w * 4
    c.glow(x, y, h * 1.3, neon, 0.6)
    c.rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2, "#10122c", w * 0.2)
    frame = box(x - w * 0.38, y - h * 0.45, x + w * 0.38, y + h * 0.45, w * 0.2)
    c.line([*frame, frame[0]], max(2, w * 0.09), neon)
    for k in range(4):
        c.disc(x, y - h * 0.32 + k * h * 0.21, w * 0.2, neon)


def _streaks(c: Canvas) -> None:
    for i in range(150):
        x = 720 + c.rng.choice((-1, 1)) * c.rng.uniform(10, 720)
        start = 650 + abs(x - 720) * 0.36 * c.rng.uniform(0.9, 1.1)
        length = c.rng.uniform(30, 220)
        c.oval(x, start + length / 2, c.rng.uniform(1.5, 6), length / 2, NEON[i % 6], c.rng.uniform(0.12, 0.4))
    c.glow(720, 690, 340, "#ffc48a", 0.55, squash=0.5)
    for i in range(90):
        y = 680 + 390 * (i / 90) ** 1.3
        c.oval(
            720 + c.rng.gauss(0, 180),
            y,
            c.rng.uniform(14, 90),
            1.4 + (y - 680) * 0.005,
            c.rng.choice((*NEON, "#ffdca0")),
            0.35,
        )


def _rider_back(c: Canvas, colour: str) -> None:
    c.oval(0, 3, 26, 5, "#05060f", 0.7)
    c.oval(0, -14, 6, 16, "#0c0d18")
    c.blob([(-13, -42), (13, -42), (15, -20), (8, -12), (-8, -12), (-15, -20)], mix(colour, "#10101f", 0.45))
    c.rect(-7, -36, 7, -28, "#ff3b4a", 3)
    c.glow(0, -32, 40, "#ff3b4a", 0.7)
    for side in (-1, 1):
        c.limb(spline([(side * 7, -46), (side * 17, -38), (side * 14, -18)]), 9, 6, "#1b2038")
        c.limb(spline([(side * 9, -74), (side * 19, -62), (side * 21, -56)]), 6, 4, mix(colour, "#10101f", 0.2))
        c.line([(side * 14, -57), (side * 26, -60)], 2.4, "#3a3f5c")
        c.oval(side * 26, -68, 4, 3, "#8aa0c8")
    c.blob(
        [(-9, -78), (9, -78), (12, -70), (10, -42), (-10, -42), (-12, -70)],
        colour,
        shade=Shade("#0e0c22", 90, 0.5, 0.3),
    )
    c.disc(0, -90, 9, mix(colour, "#ffffff", 0.25), shade=Shade("#0e0c22", 60, 0.7))


def _noodle_stall(c: Canvas) -> None:
    c.glow(0, -70, 110, "#ffd27a", 0.75)
    c.rect(-46, -32, 46, 6, "#7a3a3a", 2, shade=Shade("#200c1c", 90, 0.7))
    c.rect(-50, -38, 50, -30, "#d9a25a", 2)
    for x, r in ((-28, 11), (4, 13)):
        c.rect(x - r, -56, x + r, -38, sideways("#7d8a9c", "#e6edf2", "#5f6a7c"), 2)
        for k in range(3):
            c.line(
                spline([(x - 6 + k * 6, -58), (x - 9 + k * 7, -70), (x - 3 + k * 6, -84), (x - 7 + k * 6, -98)]),
                3,
                "#fff3d8",
                0.35,
            )
    with c.at(26, 0, 0.9):
        standing(c, Look("#e9e2d0", "#2a3050", hat="#f2d99a"), -1, 1, ((-22, -58), (13, -50)))
    c.rect(-50, -38, 50, -30, "#d9a25a", 2)
    c.rect(-46, -30, 46, 6, "#8e3440", 2, shade=Shade("#200c1c", 90, 0.7))
    c.line([(-46, -32), (-46, -120)], 3, "#2a1a34")
    c.shape([(-62, -116), (0, -142), (62, -116), (50, -110), (-50, -110)], "#e0503f", shade=Shade("#5a1030", 0, 0.6))


def city_bus(c: Canvas) -> None:
    """A bus leaving its stop."""
    c.wash("#bfe3df", "#e9f0d6", "#fbe6b4")
    cloud(c, 250, 130, 320, "#ffffff", 0.9)
    shops = (
        ("#f2b5a0", 210),
        ("#f6dd9c", 320),
        ("#a9d3c4", 250),
        ("#e9c4d0", 360),
        ("#f3e9d0", 230),
        ("#c5d4ea", 300),
        ("#f6c98c", 260),
    )
    for k, (wall, high) in enumerate(shops):
        _shop(c, k * 232 - 20, 640 - high - 190, wall, k)
    for x in (70, 560, 1090, 1530):
        tree(c, x, 700, 330, "#6aa860", lumps=8)
    c.rect(0, 690, 1600, 724, "#d9cbb0", shade=Shade("#a08c70", 90, 0.5))
    c.rect(0, 722, 1600, 900, vertical("#5a6270", "#474d5c"), shade=Shade("#2a2e3c", 90, 0.5))
    for x in range(-40, 1640, 190):
        c.rect(x, 842, x + 110, 852, "#f4eed8")
    _bus_stop(c)
    c.shadow([(420, 800), (1500, 800), (1520, 836), (400, 836)], 8, "#14161f", 0.7)
    with c.at(950, 800):
        _bus(c)
    with c.at(190, 880, 1.9):
        motorbike(c, "#c8202f", Look("#f3ede0", "#2f3d58"))


def _shop(c: Canvas, x: float, y: float, wall: str, k: int) -> None:
    dark = mix(wall, "#5a3a3a", 0.45)
    c.rect(x, y, x + 226, 700, wall, shade=Shade(dark, 0, 0.4, 0.5))
    c.rect(x - 4, y - 14, x + 230, y + 4, mix(wall, "#ffffff", 0.5))
    rows = int((520 - y) / 120)
    for row in range(rows + 1):
        for col in (34, 128):
            wy = y + 34 + row * 118
            if wy > 470:
                continue
            c.rect(x + col, wy, x + col + 62, wy + 78, "#6d8fa0", shade=Shade("#33566a", 60, 0.5))
            for side in (-16, 62):
                c.rect(x + col + side, wy, x + col + side + 16, wy + 78, dark)
            c.rect(x + col - 20, wy + 82, x + col + 82, wy + 90, mix(wall, "#ffffff", 0.5))
    colours = ("#c8202f", "#1f7a74", "#e0953a")[k % 3]
    c.rect(x + 14, 590, x + 212, 700, "#4d4450", alpha=0.8)
    for j in range(9):
        c.shape(
            [
                (x + 6 + j * 24, 556),
                (x + 30 + j * 24, 556),
                (x + 30 + j * 24, 596),
                *arc(x + 18 + j * 24, 596, 12, 9, 0, 180, 8),
            ],
            colours if j % 2 else "#fdf6e3",
        )


def _bus_stop(c: Canvas) -> None:
    c.rect(60, 470, 68, 716, "#37505c")
    c.rect(330, 470, 338, 716, "#37505c")
    c.rect(60, 500, 338, 640, "#bfe3df", alpha=0.5)
    c.rect(36, 456, 362, 476, "#c8202f", 6)
    c.rect(90, 650, 300, 662, "#a46a3c", 3)
    looks = (
        Look("#e0953a", "#37465e", long_hair=True),
        Look("#ffffff", "#24416e"),
        Look("#7a4f8a", "#2b2f3d", hat="#ecd49c"),
    )
    for k, look in enumerate(looks):
        with c.at(120 + k * 92, 716, 1.85 - 0.35 * (k == 1)):
            standing(c, look, 1, 1)


def _bus(c: Canvas) -> None:
    body = box(-530, -430, 540, -40, 54)
    c.shape(body, "#f2b632", shade=Shade("#b9701a", 90, 0.45, 0.45))
    with c.clip(body):
        c.rect(-540, -150, 550, -40, "#b3202c", shade=Shade("#5e0a18", 90, 0.6))
        wave = spline([(-540, -150), (-200, -150), (100, -182), (550, -150)])
        c.shape([*wave, (550, -130), (-540, -130)], "#b3202c")
        c.line([(-540, -164), (-200, -164), (100, -164), (550, -164)], 5, "#fdf6e3")
        c.rect(-540, -430, 550, -404, "#fdf0cf")
    for k in range(6):
        x = -500 + k * 132
        c.rect(x, -378, x + 120, -226, vertical("#24505e", "#5f9aa4"), 14)
        with c.at(x + 58, -224, 1.55):
            _passenger(c, k)
        c.shape([(x + 66, -378), (x + 96, -378), (x + 46, -226), (x + 16, -226)], "#ffffff", 0.2)
    for x in (306, 362):
        c.rect(x, -380, x + 50, -56, "#24505e", 8)
        c.rect(x + 6, -372, x + 44, -210, "#6fa8b0", 6)
        c.rect(x + 6, -200, x + 44, -64, "#4d8690", 6)
    c.shape([(430, -384), (524, -384), (540, -350), (540, -200), (430, -200)], vertical("#2b5c6a", "#86bcc2"))
    with c.at(474, -196, 1.5):
        _passenger(c, 9)
    c.rect(436, -424, 536, -396, "#1c2530", 6)
    for k in range(5):
        c.rect(446 + k * 17, -416, 457 + k * 17, -404, "#ffb83d")
    c.rect(524, -126, 544, -86, "#fff3c4", 6)
    c.rect(-534, -126, -520, -80, "#ff5a4a", 5)
    for x in (-330, 240):
        c.shape(arc(x, -46, 82, 82, 180, 360), "#3a0d18")
        c.disc(x, -42, 62, "#1e1c24")
        c.disc(x, -42, 34, "#b9bcc4", shade=Shade("#4d5060", 60, 0.4))
        wheel(c, x, -42, 24, "#4d5060", 0.16)


def _passenger(c: Canvas, k: int) -> None:
    shirt = ("#e8663c", "#f3ede0", "#3fa39a", "#c2456b", "#8fa65a", "#5b6fae")[k % 6]
    c.blob([(-18, 0), (-16, -18), (0, -26), (16, -18), (18, 0)], shirt)
    c.oval(2, -40, 10, 12, ("#c98d63", "#b97d55", "#d9a076")[k % 3])
    c.blob([(-10, -34), (-9, -50), (4, -56), (13, -46), (0, -46)], HAIR if k != 4 else "#a8a4a0")


PICTURES = (
    Picture(
        "pho-dem",
        (1440, 1080),
        "Phố đêm sáng đèn màu, xe máy chạy trên mặt đường ướt.",
        "Phố đêm sau cơn mưa.",
        night_street,
    ),
    Picture(
        "xe-buyt", (1600, 900), "Xe buýt màu vàng đỏ đón khách ở trạm bên dãy phố.", "Tuyến xe buýt nội tỉnh.", city_bus
    ),
)
