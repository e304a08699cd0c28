"""Seen from above: a crossroads and a football match."""

from .canvas import Canvas
from .figures import Look, standing
from .geometry import Points, Projection, arc, between, box, polar, quad_map
from .paint import Shade, mix
from .picture import Picture


def crossroads(c: Canvas) -> None:
    """A crossroads from straight above."""
    c.wash("#9cc48a", "#83b27c")
    with c.at(720, 540, 1, -24):
        _blocks(c)
        for turn in (0, 90):
            with c.at(0, 0, 1, turn):
                c.rect(-1100, -150, 1100, 150, "#e3d6bd")
                c.rect(-1100, -128, 1100, 128, "#525a68")
        c.rect(-150, -150, 150, 150, "#525a68")
        for turn in (0, 90, 180, 270):
            with c.at(0, 0, 1, turn):
                _approach(c)
        c.disc(0, 0, 84, "#f1e4c4", shade=Shade("#b99a6c", 50, 0.5))
        c.disc(0, 0, 72, "#6fae5a", shade=Shade("#2f6e46", 50, 0.7))
        for k in range(12):
            c.disc(*polar(0, 0, 54, k * 30), 10, ("#e0503f", "#f6c445")[k % 2])
        c.disc(0, 0, 30, "#b3202c")
        c.shape([polar(0, 0, 22 if i % 2 == 0 else 9, -66 + 36 * i) for i in range(10)], "#ffde3b")
        _traffic(c)
        for x, y in (
            (-200, -195),
            (-330, -200),
            (205, -195),
            (345, -205),
            (-205, 200),
            (-345, 195),
            (210, 205),
            (350, 195),
            (-195, 350),
            (200, 360),
            (-200, -350),
            (195, -345),
        ):
            _crown(c, x, y, c.rng.uniform(44, 62))


def _approach(c: Canvas) -> None:
    for k in range(8):
        c.rect(166, -118 + k * 31, 226, -101 + k * 31, "#f7f2e0")
    c.rect(238, 0, 248, 124, "#f7f2e0")
    for x in range(270, 1100, 76):
        c.rect(x, -4, x + 44, 4, "#f6c445")
    for x in range(260, 1100, 90):
        for y in (-64, 64):
            c.rect(x, y - 2, x + 40, y + 2, "#f7f2e0", alpha=0.8)
    c.shape([(330, 92), (300, 100), (330, 108)], "#f7f2e0")
    c.rect(328, 97, 370, 103, "#f7f2e0")


def _blocks(c: Canvas) -> None:
    roofs = ("#c8503a", "#b3402f", "#d9763f", "#7d8fa3", "#e0b25c", "#a65a4a", "#5f8f96")
    for sx in (-1, 1):
        for sy in (-1, 1):
            for col in range(5):
                for row in range(4):
                    if col == row == 0 and sx == sy:
                        continue
                    x = sx * (270 + col * 190) - 82
                    y = sy * (270 + row * 176) - 74
                    w, h = c.rng.uniform(130, 164), c.rng.uniform(116, 148)
                    _roof(c, x, y, w, h, c.rng.choice(roofs))
    for x, y in ((-270, -270), (270, 270)):
        c.disc(x, y, 92, "#7fbf6a", shade=Shade("#3f8a4c", 40, 0.6))
        c.oval(x, y, 46, 34, "#5fb7c4", shade=Shade("#1f6f8a", 40, 0.6))


def _roof(c: Canvas, x: float, y: float, w: float, h: float, tone: str) -> None:
    c.shape(
        [(x + w, y), (x + w + 20, y + 22), (x + w + 20, y + h + 22), (x + 20, y + h + 22), (x, y + h)], "#3a5a48", 0.5
    )
    c.rect(x, y, x + w, y + h, tone)
    ridge = ((x + h / 2, y + h / 2), (x + w - h / 2, y + h / 2))
    c.shape([(x, y), (x + w, y), ridge[1], ridge[0]], mix(tone, "#fff0c8", 0.28))
    c.shape(
        [(x, y + h), (x + w, y + h), ridge[1], ridge[0]], mix(tone, "#2a1424", 0.25), shade=Shade("#2a1424", 90, 0.5)
    )
    c.shape([(x + w, y), (x + w, y + h), ridge[1]], mix(tone, "#2a1424", 0.12))


def _crown(c: Canvas, x: float, y: float, r: float) -> None:
    c.disc(x + 14, y + 16, r, "#2f4a40", 0.5)
    for k in range(7):
        px, py = polar(x, y, r * 0.55, k * 51)
        c.disc(px, py, r * 0.52, "#4d9150", shade=Shade("#1f5a40", 50, 0.7, 0.3))
    c.disc(x - r * 0.14, y - r * 0.16, r * 0.5, "#79b960")


def _traffic(c: Canvas) -> None:
    lanes = (94, 34)
    tones = ("#c8202f", "#fdf6e3", "#f2b632", "#2f6fae", "#3a3f4c", "#8fc4b8")
    for turn in (0, 90, 180, 270):
        with c.at(0, 0, 1, turn):
            for k, x in enumerate((310, 440, 600, 780)):
                with c.at(x + turn * 0.3, lanes[k % 2]):
                    _car(c, tones[(k + turn // 90) % 6], 150 if (k + turn) % 5 == 3 else 84)
            for k in range(9):
                with c.at(270 + k * 78 + c.rng.uniform(-20, 20), (64, 118)[k % 2]):
                    _moped(c, tones[(k * 2 + 1) % 6])
            for k in range(2):
                with c.at(-300 - k * 230, 94 - k * 60):
                    _car(c, tones[(k * 3 + turn // 90 + 2) % 6], 84)
    for angle in (20, 130, 215, 310):
        with c.at(*polar(0, 0, 116, angle), 0.9, angle - 90):
            _moped(c, tones[angle % 6])


def _car(c: Canvas, tone: str, long: float) -> None:
    c.rect(-long / 2 + 5, -14, long / 2 + 6, 26, "#20242e", 10, 0.55)
    c.rect(-long / 2, -20, long / 2, 20, tone, 11, shade=Shade(mix(tone, "#101018", 0.6), 90, 0.5))
    c.rect(-long / 2 + 16, -15, -long / 2 + 30, 15, "#2b3a48", 4)
    c.rect(long / 2 - 20, -15, long / 2 - 10, 15, "#2b3a48", 4)
    c.rect(-long / 2 + 32, -14, long / 2 - 24, 14, mix(tone, "#ffffff", 0.25), 5)


def _moped(c: Canvas, tone: str) -> None:
    c.oval(4, 5, 22, 7, "#20242e", 0.5)
    c.oval(0, 0, 22, 4.4, "#23252e")
    c.line([(-13, -9), (-11, 9)], 3, "#9aa0ac")
    c.oval(3, 0, 9, 9, tone)
    c.disc(1, 0, 6, mix(tone, "#ffffff", 0.55))


def football(c: Canvas) -> None:
    """A floodlit match seen from the upper stand."""
    c.wash("#0a1230", "#16224e", "#1b2c5a")
    _stands(c)
    c.shape([(250, 236), (1350, 236), (1900, 1010), (-300, 1010)], "#1c6b4a")
    pitch = quad_map([(330, 262), (1270, 262), (1700, 960), (-100, 960)])

    def field(u0: float, v0: float, u1: float, v1: float) -> Points:
        return [pitch(u0, v0), pitch(u1, v0), pitch(u1, v1), pitch(u0, v1)]

    for k in range(12):
        tone = ("#3aa35a", "#2e9050")[k % 2]
        c.shape(field(k / 12, 0, (k + 1) / 12, 1), tone, shade=Shade("#14583c", 90, 0.35, 0.5))
    for x in (300, 1300):
        c.glow(x, 330, 620, "#eaf7c8", 0.42)
    _markings(c, pitch)
    for u, v in ((0.0, 0.5), (1.0, 0.5)):
        _goal(c, pitch, u, v)
    _players(c, pitch)
    for x in (150, 1450):
        c.line([(x, 250), (x, 60)], 10, "#0a1024")
        c.rect(x - 74, 20, x + 74, 74, "#0a1024", 6)
        for k in range(10):
            px, py = x - 58 + (k % 5) * 29, 36 + (k // 5) * 24
            c.glow(px, py, 90, "#fdfbe0", 0.5)
            c.disc(px, py, 9, "#ffffff")


def _stands(c: Canvas) -> None:
    tones = ("#d8324a", "#f2b632", "#f6efdc", "#3f7fc0", "#8a2f5c", "#e0703f", "#5fae8a")
    for row in range(11):
        y = 66 + row * 15
        c.rect(0, y, 1600, y + 15, mix("#26356e", "#131c40", (row % 2) * 0.5))
        for k in range(96):
            if c.rng.random() < 0.82:
                x = k * 17 + (row % 2) * 8 + c.rng.uniform(-2, 2)
                c.rect(x - 5, y + 4, x + 5, y + 15, c.rng.choice(tones), 3)
                c.disc(x, y + 1, 4, c.rng.choice(("#c98d63", "#b97d55", "#2b1d1e")))
    c.rect(0, 226, 1600, 262, "#f3ead2", shade=Shade("#b59a70", 90, 0.5))
    for k in range(11):
        c.rect(k * 150, 232, k * 150 + 132, 256, ("#a8202c", "#1f6f8a", "#d99a2b")[k % 3])


def _markings(c: Canvas, pitch: Projection) -> None:
    white, wide = "#f4f9ec", 4.5

    def path(points: Points) -> None:
        c.line([pitch(u, v) for u, v in points], wide, white)

    path([*box(0.02, 0.03, 0.98, 0.97), (0.02, 0.03)])
    path([(0.5, 0.03), (0.5, 0.97)])
    path(arc(0.5, 0.5, 0.085, 0.135))
    for near, way in ((0, 1), (1, -1)):
        for deep, v0, v1 in ((0.17, 0.22, 0.78), (0.075, 0.37, 0.63)):
            u0, u1 = near + way * 0.02, near + way * deep
            path([(u0, v0), (u1, v0), (u1, v1), (u0, v1)])
        spot = near + way * 0.115
        path(arc(spot, 0.5, 0.085 * way, 0.135, -50, 50))
        c.oval(*pitch(spot, 0.5), 6, 3, white)
    c.oval(*pitch(0.5, 0.5), 7, 4, white)


def _goal(c: Canvas, pitch: Projection, u: float, v: float) -> None:
    edge = 0.02 if u == 0 else 0.98
    back = -0.02 if u == 0 else 1.02
    near, far = pitch(edge, v + 0.1), pitch(edge, v - 0.1)
    rear_near, rear_far = pitch(back, v + 0.1), pitch(back, v - 0.1)
    high_near, high_far = (near[0], near[1] - 74), (far[0], far[1] - 58)
    c.shape([high_near, high_far, rear_far, rear_near], "#e9f1ee", 0.25)
    for k in range(9):
        share = k / 8
        c.line([between(high_near, high_far, share), between(rear_near, rear_far, share)], 1.4, "#ffffff", 0.7)
        c.line([between(high_near, rear_near, share), between(high_far, rear_far, share)], 1.4, "#ffffff", 0.7)
    c.line([near, high_near, high_far, far], 6, "#ffffff")


def _players(c: Canvas, pitch: Projection) -> None:
    red = Look("#d2202d", "#f6efdc")
    blue = Look("#2f6fc0", "#f6efdc")
    squad = sorted(
        (
            (0.06, 0.5, Look("#f2b632", "#2b2f3d"), 1),
            (0.95, 0.5, Look("#3fae6a", "#2b2f3d"), -1),
            (0.3, 0.25, red, 1),
            (0.3, 0.72, red, 1),
            (0.46, 0.42, red, 1),
            (0.62, 0.86, red, 1),
            (0.66, 0.3, red, 1),
            (0.74, 0.58, red, 1),
            (0.84, 0.4, blue, -1),
            (0.82, 0.7, blue, -1),
            (0.7, 0.72, blue, -1),
            (0.55, 0.3, blue, -1),
            (0.56, 0.62, blue, -1),
            (0.4, 0.56, blue, -1),
            (0.2, 0.44, blue, -1),
            (0.5, 0.16, Look("#23252e", "#23252e"), 1),
        ),
        key=lambda row: row[1],
    )
    for u, v, look, facing in squad:
        x, y = pitch(u, v)
        scale = 0.5 + 0.62 * v
        c.shape(
            [(x - 4, y - 3), (x + 6, y + 2), (x - 66 * scale, y + 34 * scale), (x - 86 * scale, y + 26 * scale)],
            "#0d3a2c",
            0.5,
        )
        c.shape(
            [(x - 4, y - 3), (x + 6, y + 2), (x + 76 * scale, y + 30 * scale), (x + 60 * scale, y + 38 * scale)],
            "#0d3a2c",
            0.25,
        )
        with c.at(x, y, scale):
            standing(c, look, facing, 7, ((-20, -58), (20, -58)))
            for foot in (-11, 11):
                c.limb([(foot * 0.8, -22), (foot, -5)], 6.4, 5.6, "#c98d63")
    x, y = pitch(0.775, 0.62)
    c.oval(x + 2, y + 2, 12, 5, "#0d3a2c", 0.6)
    c.disc(x, y - 8, 10, "#ffffff", shade=Shade("#3a4048", 50, 0.6, 0.4))
    c.shape([(x - 4, y - 11), (x + 3, y - 12), (x + 5, y - 6), (x - 1, y - 3)], "#23252e")


PICTURES = (
    Picture(
        "giao-thong",
        (1440, 1080),
        "Ngã tư có vòng xuyến nhìn từ trên cao, ô tô và xe máy qua lại.",
        "Nút giao thông nhìn từ trên cao.",
        crossroads,
    ),
    Picture(
        "bong-da",
        (1600, 900),
        "Trận bóng đá dưới ánh đèn sân vận động, nhìn từ trên cao.",
        "Trận bóng đá trên sân vận động tỉnh.",
        football,
    ),
)
