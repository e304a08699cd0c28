"""Growing things: the forest, a sapling and the peach blossom."""

from .canvas import Canvas
from .figures import Look, standing
from .geometry import Points, down_to, polar, ridge, spline
from .paint import Shade, mix, vertical
from .picture import Picture
from .plants import frond, leaf, shrub
from .sky import bird


def misty_forest(c: Canvas) -> None:
    """A ranger on a path through a misty forest."""
    c.wash("#cfe8c4", "#a9d3b0", "#7fb79c", "#4d8f7c")
    c.glow(760, 160, 760, "#fbf6cf", 0.95)
    for layer in range(6):
        _depth(c, layer)
        if layer == 3:
            _sunbeams(c)
        if layer < 4:
            c.mist(1000 + 70 * layer, 300, "#e6f3d6", 0.75 - 0.1 * layer)
    c.shape(
        spline([(430, 1150), (520, 1180), (470, 1260), (560, 1360), (500, 1520)])
        + spline([(1000, 1520), (820, 1380), (660, 1280), (600, 1190), (490, 1150)]),
        vertical("#e3d9a0", "#a98f58", "#5f4f34"),
    )
    with c.at(560, 1258, 1.75):
        c.oval(-6, 0, 26, 5, "#2f3f2c", 0.5)
        standing(c, Look("#5d7a3a", "#39402c", hair="#4a5a30"), 2, 5)
        c.blob([(-10, -82), (10, -82), (11, -56), (-11, -56)], "#b5542c", shade=Shade("#4f1f16", 60, 0.7))
        c.oval(0, -98, 13, 3.4, "#4a5a30")
        c.blob([(-7, -98), (0, -106), (7, -98)], "#4a5a30")
        c.line([(15, -50), (20, 0)], 2, "#5f4630")
    for x, y, size in ((480, 480, 22), (540, 450, 16), (430, 530, 15)):
        bird(c, x, y, size, "#3f7a66")
    for x, y, size in ((70, 1440, 300), (300, 1500, 240), (900, 1440, 330), (700, 1530, 230)):
        for k in range(9):
            frond(c, x, y, size * c.rng.uniform(0.7, 1), -170 + k * 20, 70, "#0a2a26", "#3f8a56", 0.14)


def _depth(c: Canvas, layer: int) -> None:
    share = layer / 5
    near = layer > 2
    tone = mix("#9cc8ae", "#0d2f2c", share**0.8)
    for _ in range(9 - layer):
        x = c.rng.uniform(-60, 1060)
        if not (near and 330 < x < 690):
            _trunk(c, x, 16 + 62 * share, tone)
    for k in range(14 - layer):
        if not (near and 4 < k < 8):
            shrub(c, -40 + k * 1100 / (13 - layer), 1010 + 90 * layer + c.rng.uniform(-20, 20), 130 + 70 * share, tone)
    if layer > 3:
        c.rect(0, 1010 + 110 * layer, 1000, 1500, tone)


def _sunbeams(c: Canvas) -> None:
    for x0, x1, spread in ((820, 240, 70), (900, 420, 110), (960, 640, 60), (760, 60, 90)):
        c.shape([(x0, -20), (x0 + spread * 0.5, -20), (x1 + spread * 2.2, 1320), (x1, 1320)], "#fdf8d0", 0.17)


def _trunk(c: Canvas, x: float, width: float, tone: str) -> None:
    lean = c.rng.uniform(-20, 20)
    trunk = spline([(x + lean, -30), (x + lean * 0.4, 500), (x, 1000), (x - width * 0.1, 1330)])
    c.limb(trunk, width * 0.72, width * 1.25, tone, Shade(mix(tone, "#04161a", 0.6), 0, 0.6, 0.35))
    for _ in range(3):
        y = c.rng.uniform(60, 620)
        side = c.rng.choice((-1, 1))
        tip = (x + side * width * 3, y - width * 2.2)
        c.limb(
            spline([(x + lean * 0.5, y), (x + side * width * 1.4, y - width * 0.8), tip]),
            width * 0.3,
            width * 0.08,
            tone,
        )
        for _ in range(5):
            c.oval(
                tip[0] + c.rng.uniform(-1, 1) * width * 1.6,
                tip[1] + c.rng.uniform(-0.7, 0.7) * width,
                width * c.rng.uniform(0.5, 1.2),
                width * c.rng.uniform(0.3, 0.6),
                tone,
            )


def sapling(c: Canvas) -> None:
    """Two hands pressing earth around a sapling."""
    c.wash("#fbe9b4", "#f9d98a", "#f3b95a")
    for k in range(40):
        if k % 2:
            c.shape([(480, 560), polar(480, 560, 1200, k * 9), polar(480, 560, 1200, k * 9 + 9)], "#fdf3cf", 0.6)
    c.disc(480, 520, 300, "#f2803c", shade=Shade("#c9402c", 90, 0.75, 0.25))
    c.disc(480, 520, 246, "#f59a4c", shade=Shade("#f2803c", 90, 0.7, 0.2))
    c.blob(
        [(-80, 940), (150, 900), (480, 850), (800, 900), (1040, 940), (1040, 1400), (-80, 1400)],
        vertical("#8a5634", "#5d3624", "#3a2019"),
        shade=Shade("#2b1512", 90, 0.6, 0.3),
    )
    for _ in range(120):
        c.oval(
            c.rng.uniform(0, 960),
            c.rng.uniform(930, 1280),
            c.rng.uniform(4, 15),
            c.rng.uniform(3, 9),
            c.rng.choice(("#a8704a", "#3a2019", "#74482e")),
        )
    c.blob(
        [(270, 940), (360, 860), (480, 820), (600, 860), (690, 940), (480, 990)],
        "#6b3f28",
        shade=Shade("#2b1512", 60, 0.7, 0.2),
    )
    c.limb(spline([(482, 850), (470, 700), (488, 560), (480, 410)]), 20, 10, "#4f8a3c")
    for x, y, length, heading, tone in (
        (474, 720, 220, -158, "#3f8f45"),
        (474, 690, 230, -18, "#5aa84c"),
        (486, 580, 200, -146, "#6cb854"),
        (486, 556, 205, -32, "#3f8f45"),
        (480, 440, 170, -122, "#5aa84c"),
        (480, 430, 175, -62, "#86c95c"),
        (480, 416, 130, -92, "#a3d96a"),
    ):
        leaf(c, x, y, length, heading, tone, 0.24, "#d3eca0")
    for side in (-1, 1):
        with c.at(480, 0, 1, 0, side < 0):
            _hand(c, side)
    for x, y in ((250, 330), (700, 300), (330, 210), (640, 180), (210, 560), (760, 540)):
        c.shape(
            spline([(x, y - 30), (x + 15, y + 6), (x, y + 20), (x - 15, y + 6)], True),
            "#5fb7c4",
            shade=Shade("#1f6f8a", 60, 0.6, 0.3),
        )
        c.disc(x - 5, y + 4, 3.4, "#ffffff")


def _hand(c: Canvas, side: int) -> None:
    skin = "#d99a6c" if side > 0 else "#cf8d60"
    shade = Shade("#8a4530", 60, 0.6, 0.25)
    c.limb(spline([(560, 1240), (420, 1130), (280, 1010)]), 190, 120, skin, shade)
    sleeve = "#a8202c" if side > 0 else "#1f6f6a"
    c.shape(
        [(506, 1062), (820, 1180), (820, 1480), (380, 1232)],
        sleeve,
        shade=Shade(mix(sleeve, "#14040c", 0.6), 70, 0.7, 0.25),
    )
    c.limb([(504, 1060), (378, 1234)], 26, 26, mix(sleeve, "#ffffff", 0.2))
    c.blob([(300, 960), (190, 905), (120, 920), (96, 968), (150, 1040), (260, 1080), (340, 1060)], skin, shade=shade)
    for k in range(4):
        y = 922 + k * 38
        c.limb(
            spline([(210 + k * 6, y), (120 + k * 4, y - 6 + k * 4), (44 + k * 12, y + 14)]),
            44,
            32,
            skin,
            Shade("#8a4530", 90, 0.55, 0.4),
        )
        c.oval(40 + k * 12, y + 12, 10, 9, mix(skin, "#ffe6d0", 0.5))
    c.limb(spline([(240, 930), (170, 870), (104, 862)]), 50, 36, skin, Shade("#8a4530", 90, 0.55, 0.4))


def blossom(c: Canvas) -> None:
    """A branch of peach blossom with swallows."""
    c.wash("#5fa8a0", "#a5cfbb", "#e6e6c8", "#f6dcb8")
    c.glow(600, 480, 620, "#fdf3cf", 0.7)
    c.disc(600, 480, 320, "#f9d978", shade=Shade("#ee9f52", 80, 0.7, 0.3))
    for base, height, tone in ((1330, 130, "#d6dcc0"), (1400, 110, "#b3ccb4"), (1470, 90, "#8db8a6")):
        c.shape(down_to(ridge(c.rng, 1000, base, height, 3, False), 1500), tone, shade=Shade("#f6e6c4", 90, 0.6, 0.4))
    spots = _branches(c)
    for i, (x, y) in enumerate(spots):
        if i % 4 == 3:
            _bud(c, x, y, c.rng.uniform(-150, -30))
        else:
            x, y = x + c.rng.uniform(-22, 22), y + c.rng.uniform(-22, 22)
            _flower(c, x, y, c.rng.uniform(30, 60), c.rng.uniform(0, 72), i % 3)
    for i, (x, y) in enumerate(spots[1::4]):
        leaf(
            c,
            x + 20,
            y - 16,
            c.rng.uniform(60, 90),
            c.rng.uniform(-80, 20),
            ("#7aa84a", "#a3bf5a")[i % 2],
            0.18,
            "#e3ecb0",
        )
    for _ in range(22):
        with c.at(c.rng.uniform(40, 960), c.rng.uniform(820, 1460), c.rng.uniform(0.5, 1), c.rng.uniform(0, 360)):
            c.blob([(-18, 0), (0, -11), (20, -3), (14, 9), (-6, 9)], "#f08aa0", shade=Shade("#c23b62", 30, 0.6))
    _swallow(c, 250, 1160, 1.5)
    _swallow(c, 420, 1330, 1.0)


def _branches(c: Canvas) -> Points:
    branch = spline(
        [(1040, 1330), (860, 1130), (700, 1010), (560, 800), (470, 700), (330, 560), (280, 400), (180, 270)]
    )
    twigs = (
        ([(700, 1010), (800, 820), (860, 700), (850, 560)], 26),
        ([(560, 800), (400, 800), (250, 880), (120, 880)], 22),
        ([(470, 700), (560, 560), (570, 430), (640, 290), (620, 180)], 24),
        ([(330, 560), (220, 560), (120, 500)], 15),
        ([(850, 620), (930, 520), (940, 420)], 12),
        ([(860, 1130), (700, 1190), (560, 1180)], 18),
        ([(570, 430), (480, 330)], 12),
    )
    spots = branch[24::4]
    for points, width in twigs:
        twig = spline(points)
        c.limb(twig, width, 4, "#3d2324")
        spots += twig[4::4]
    c.limb(branch, 66, 8, "#3d2324", Shade("#8a5a44", 250, 0.6, 0.35))
    for x, y in branch[4:40:5]:
        c.oval(x + 4, y, 12, 6, "#2a1618")
    return spots


def _flower(c: Canvas, x: float, y: float, size: float, turn: float, tone: int) -> None:
    petal = ("#f47c98", "#f9a9b8", "#ee5f83")[tone]
    for k in range(5):
        px, py = polar(x, y, size * 0.56, turn + k * 72)
        c.disc(px, py, size * 0.47, petal, shade=Shade("#c22753", turn + k * 72 + 180, 0.75, 0.35))
    c.disc(x, y, size * 0.2, "#a3163f")
    for k in range(9):
        tip = polar(x, y, size * 0.46, turn + k * 40)
        c.line([(x, y), tip], 1.6, "#ffe7c9")
        c.disc(*tip, 3.4, "#f9d35f")


def _bud(c: Canvas, x: float, y: float, heading: float) -> None:
    tip = polar(x, y, 26, heading)
    c.limb([(x, y), tip], 6, 10, "#5d7a3a")
    c.disc(*polar(x, y, 34, heading), 15, "#e03f6c", shade=Shade("#8e0f3a", 40, 0.7, 0.3))


def _swallow(c: Canvas, x: float, y: float, scale: float) -> None:
    with c.at(x, y, scale, -14):
        c.blob([(46, -4), (30, -12), (-10, -8), (-40, 2), (-8, 10), (30, 6)], "#1f2a44")
        c.shape([(44, -6), (60, -1), (44, 0)], "#d9762c")
        c.blob([(30, 2), (8, 9), (-20, 6), (6, 2)], "#fbf3dd")
        c.shape(spline([(22, -6), (-10, -50), (-70, -76), (-40, -34), (-6, -2)]), "#2b3a5c")
        c.shape(spline([(20, 0), (0, 34), (-44, 66), (-30, 28), (-8, 4)]), "#17203a")
        for tip in ((-98, -8), (-94, 18)):
            c.limb([(-34, 2), tip], 11, 1.5, "#1f2a44")
        c.disc(36, -7, 3, "#fbf3dd")


PICTURES = (
    Picture(
        "rung-xanh",
        (1000, 1500),
        "Người giữ rừng đi trên lối mòn giữa cánh rừng xanh mờ sương.",
        "Rừng đầu nguồn sớm mai.",
        misty_forest,
    ),
    Picture("cay-xanh", (960, 1280), "Hai bàn tay vun đất quanh một cây non.", "Trồng cây đầu xuân.", sapling),
    Picture(
        "mua-xuan", (1000, 1500), "Cành đào nở hoa trước vầng mặt trời đỏ, chim én bay.", "Cành đào báo xuân.", blossom
    ),
)
