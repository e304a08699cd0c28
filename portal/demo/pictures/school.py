"""Places to learn: the school, a classroom and the library."""

from .canvas import Canvas
from .figures import HAIR, Look, bust, standing
from .geometry import arc, quad_map, spline, star
from .paint import Shade, mix, sideways, vertical
from .picture import Picture
from .plants import tree
from .sky import cloud


def flag(c: Canvas, x: float, y: float, width: float) -> None:
    """The national flag waving to the right of its pole."""
    high = width * 2 / 3
    top = spline(
        [(x, y), (x + width * 0.3, y - high * 0.09), (x + width * 0.66, y + high * 0.08), (x + width, y - high * 0.03)]
    )
    c.shape(top + [(px, py + high) for px, py in reversed(top)], "#d2202d", shade=Shade("#7c0d1c", 20, 0.5, 0.45))
    c.shape(star(x + width * 0.5, y + high * 0.5, high * 0.3, high * 0.118), "#ffde3b")


def schoolyard(c: Canvas) -> None:
    """Pupils saluting the flag in front of their school."""
    c.wash("#4fb3d9", "#a6dbe6", "#eef4e0")
    cloud(c, 300, 170, 420, "#ffffff")
    cloud(c, 1330, 120, 360, "#ffffff", 0.9)
    for x in range(-20, 1660, 110):
        tree(c, x, 655, c.rng.uniform(190, 300), "#63a35a", lumps=6)
    _school(c)
    c.rect(0, 640, 1600, 900, vertical("#efd9b4", "#e3bd8c", "#d09a68"))
    vanish = 800, 300
    for k in range(-12, 13):
        x = 800 + k * 150
        c.line([(800 + k * 92, 640), (x + k * 40, 900)], 1.6, "#b9835a", 0.7)
    for y in (664, 700, 754, 832):
        c.line([(0, y), (vanish[0] * 2, y)], 1.6, "#b9835a", 0.7)
    c.shape(arc(800, 712, 130, 26), "#f6ecd2", shade=Shade("#a5774e", 90, 0.6))
    c.shape(arc(800, 700, 90, 17), "#b3352f")
    c.rect(794, 70, 806, 700, sideways("#ffffff", "#9aa3a8"), 4)
    c.disc(800, 66, 10, "#f3c546")
    flag(c, 806, 84, 250)
    for x, size in ((130, 470), (1480, 500)):
        c.oval(x - 60, 740, size * 0.5, 30, "#7a4f3c", 0.4)
        tree(c, x, 740, size, "#3f8d4d", lumps=11, dots="#e3342b")
    _pupils(c)


def _school(c: Canvas) -> None:
    wall = "#f6d27a"
    c.rect(220, 330, 1380, 650, wall, shade=Shade("#c98a3e", 90, 0.4, 0.4))
    c.shape([(190, 336), (250, 236), (1350, 236), (1410, 336)], "#b8432f", shade=Shade("#5e1a20", 90, 0.7, 0.2))
    for k in range(46):
        x = 262 + k * 24
        c.line([(x, 238), (x + (x - 800) * 0.06, 334)], 1.4, "#8c2d27")
    for floor in (350, 500):
        c.rect(220, floor + 130, 1380, floor + 150, "#fdf3d8")
        for k in range(9):
            x = 246 + k * 124
            if k == 4:
                continue
            c.rect(x, floor + 14, x + 100, floor + 130, "#a46a3c", alpha=0.25)
            c.rect(x + 12, floor + 30, x + 48, floor + 130, "#28646b")
            c.rect(x + 58, floor + 30, x + 92, floor + 84, "#8fd0d3", shade=Shade("#28646b", 130, 0.7))
            c.line([(x + 75, floor + 30), (x + 75, floor + 84)], 3, "#fdf3d8")
            c.rect(x + 104, floor, x + 120, floor + 140, "#fdf3d8", shade=Shade("#bd9563", 0, 0.6))
        for k in range(78):
            c.line([(228 + k * 15, floor + 100), (228 + k * 15, floor + 132)], 2, "#fdf3d8")
        c.line([(222, floor + 100), (1378, floor + 100)], 5, "#fdf3d8")
    c.rect(700, 220, 900, 650, "#fae0a0", shade=Shade("#c98a3e", 0, 0.4, 0.5))
    c.shape([(676, 226), (800, 150), (924, 226)], "#b8432f", shade=Shade("#5e1a20", 60, 0.7))
    c.disc(800, 292, 36, "#fdf9ea")
    c.line([(800, 292), (800, 268)], 4, "#7a2a2a")
    c.line([(800, 292), (816, 300)], 4, "#7a2a2a")
    c.shape([(740, 650), (740, 470), *arc(800, 470, 60, 60, 180, 360), (860, 650)], "#6d3a2a")
    c.rect(720, 370, 880, 384, "#b8432f")


def _pupils(c: Canvas) -> None:
    for row in range(3):
        for k in range(12):
            x = 265 + k * 97 + (row % 2) * 30
            if abs(x - 800) < 130:
                continue
            with c.at(x, 744 + row * 66, 1.0 + row * 0.16):
                c.oval(-8, 0, 18, 4, "#7a4f3c", 0.4)
                standing(c, Look("#ffffff", "#24416e", long_hair=(k + row) % 3 == 0), 2)
                c.shape([(-6, -80), (6, -80), (0, -66)], "#d2202d")
    for x, shirt in ((640, "#c23b6b"), (960, "#2a6f9c")):
        with c.at(x, 760, 1.3):
            standing(c, Look(shirt, "#fbf3e2", gown=True, long_hair=True), 0)


def classroom(c: Canvas) -> None:
    """A lesson seen from the back of the room."""
    c.wash("#f4e6c6", "#ecd6a8")
    c.shape([(0, 0), (1440, 0), (1120, 150), (320, 150)], "#fbf3dd", shade=Shade("#c7a873", 270, 0.4, 0.4))
    c.shape([(0, 0), (320, 150), (320, 640), (0, 1080)], "#e9d39d", shade=Shade("#9d7440", 0, 0.3, 0.4))
    c.shape([(1440, 0), (1120, 150), (1120, 640), (1440, 1080)], "#d8b987", shade=Shade("#7d5434", 0, 0.35, 0.2))
    c.shape([(320, 640), (1120, 640), (1440, 1080), (0, 1080)], vertical("#b98252", "#8f5a38", "#6b3f2a"))
    _windows(c)
    _blackboard(c)
    for k in range(3):
        c.shape(
            [(60 + k * 92, 190 + k * 18), (140 + k * 70, 215 + k * 18), (900 + k * 170, 1080), (620 + k * 170, 1080)],
            "#fff3c0",
            0.16,
        )
    for row, (y, scale) in enumerate(((668, 1.55), (768, 2.1), (920, 2.95))):
        for k in range(4):
            x = 720 + (k - 1.5) * (205 + row * 92)
            _desk(c, x, y, scale, row * 4 + k)


def _windows(c: Canvas) -> None:
    place = quad_map([(20, 130), (300, 215), (300, 470), (20, 640)])
    for k in range(3):
        u0, u1 = k * 0.34, k * 0.34 + 0.29
        c.shape([place(u0, 0), place(u1, 0), place(u1, 1), place(u0, 1)], vertical("#bfe9ee", "#f6f8d8", "#9ccf86"))
        for v in (0.33, 0.66):
            c.line([place(u0, v), place(u1, v)], 5, "#7a4a2c")
        for u in (u0, (u0 + u1) / 2, u1):
            c.line([place(u, 0), place(u, 1)], 6, "#7a4a2c")
    c.glow(160, 380, 520, "#fff7cf", 0.6)
    place = quad_map([(1150, 240), (1420, 160), (1420, 560), (1150, 480)])
    for k in range(3):
        c.shape(
            [place(k * 0.34, 0), place(k * 0.34 + 0.26, 0), place(k * 0.34 + 0.26, 1), place(k * 0.34, 1)],
            ("#c9403a", "#f7efd8", "#3f7f8a")[k],
        )
        c.shape(
            [
                place(k * 0.34 + 0.05, 0.3),
                place(k * 0.34 + 0.21, 0.3),
                place(k * 0.34 + 0.21, 0.7),
                place(k * 0.34 + 0.05, 0.7),
            ],
            ("#f4c95a", "#6aa37a", "#f4e2b2")[k],
        )


def _blackboard(c: Canvas) -> None:
    c.rect(420, 218, 1020, 478, "#8a5530", 6, shade=Shade("#3d2013", 60, 0.7))
    c.rect(434, 232, 1006, 464, vertical("#1f5a4c", "#17473f"))
    c.rect(460, 478, 980, 488, "#b97b48")
    chalk = "#eaf2e2"
    for y, length in ((268, 300), (298, 240), (328, 280)):
        for k in range(int(length / 34)):
            x = 460 + k * 34
            c.line(spline([(x, y), (x + 8, y - 9), (x + 14, y), (x + 24, y - 5)], steps=4), 2.6, chalk, 0.85)
    c.line([(820, 420), (960, 420), (820, 290), (820, 420)], 3, chalk)
    c.line(arc(640, 405, 42, 42), 3, "#f5cf62")
    c.line([(640, 405), (682, 405)], 3, "#f5cf62")
    c.disc(560, 470, 5, "#ffffff")
    c.rect(690, 164, 750, 208, "#d2202d")
    c.shape(star(720, 186, 14, 5.6), "#ffde3b")
    with c.at(1010, 650, 3.0):
        standing(c, Look("#b3325c", "#f6ecd6", gown=True, long_hair=True), -1, 1, ((-36, -82), (14, -50)))
        c.line([(-36, -83), (-64, -98)], 1.3, "#6b3f22")


def _desk(c: Canvas, x: float, y: float, scale: float, index: int) -> None:
    with c.at(x, y, scale):
        c.rect(-50, -10, 50, 70, "#4d2b1d", alpha=0.35)
        c.rect(-48, -6, 48, 4, "#d79a5a", 2)
        c.rect(-44, 4, 44, 26, "#a96b3a", shade=Shade("#5d3522", 90, 0.6))
        c.shape([(16, -14), (40, -14), (44, -7), (18, -7)], "#fdfaf0")
        with c.at(0, 36, 1.08):
            bust(c, Look("#fbfaf4", hair=HAIR, long_hair=index % 3 == 1), 2)
            c.shape([(-13, -33), (13, -33), (0, -12)], "#d2202d", shade=Shade("#7c0d1c", 90, 0.5))
            if index % 5 == 2:
                c.limb(spline([(15, -24), (24, -50), (21, -76)]), 8, 6, "#fbfaf4")
                c.disc(21, -79, 4.6, "#c98d63")
        for side in (-27, 27):
            c.line([(side, 12), (side, 78)], 5, "#5d3522")
        for top in (14, 30):
            c.rect(-32, top, 32, top + 9, "#8f5a34", 3, shade=Shade("#43231a", 90, 0.6))


def library(c: Canvas) -> None:
    """A reading room with walls of books."""
    c.wash("#123a3a", "#0d2b30")
    palette = ("#b3322f", "#e4b24b", "#2f7a74", "#f1e4c4", "#7c3b52", "#d9733c", "#3c5a86", "#8fa65a")
    for side in (0, 1):
        x0 = 40 + side * 900
        for shelf in range(6):
            _shelf(c, x0, 60 + shelf * 134, 460, palette)
    for shelf in range(2):
        _shelf(c, 500, 60 + shelf * 134 - 40, 440, palette)
    _arch_window(c)
    c.rect(0, 866, 1440, 1080, vertical("#7c4a2c", "#5a3020", "#3a1d18"))
    for y in (880, 912, 960, 1024):
        c.line([(0, y), (1440, y)], 2, "#3a1d18", 0.7)
    c.oval(720, 1000, 560, 66, "#a8322f", shade=Shade("#4d0f1d", 30, 0.7))
    c.line(arc(720, 1000, 520, 56), 5, "#e8bf62")
    with c.at(1090, 862, 1):
        for a, b in (((0, 0), (70, -740)), ((74, 0), (126, -740))):
            c.line([a, b], 12, "#c88a4c")
        for k in range(9):
            c.line([(7 + k * 7.5, -60 - k * 78), (78 + k * 5.4, -60 - k * 78)], 8, "#a86d38")
    with c.at(1152, 560, 3):
        standing(c, Look("#e9b84a", "#2a3550", long_hair=True), 2, 1, ((-24, -82), (22, -90)))
    _table(c)
    c.glow(720, 560, 620, "#ffe2a0", 0.34)


def _shelf(c: Canvas, x0: float, y: float, width: float, palette: tuple[str, ...]) -> None:
    c.rect(x0, y, x0 + width, y + 134, "#0a2024")
    x = x0 + 8
    while x < x0 + width - 34:
        thick, high = c.rng.uniform(14, 32), c.rng.uniform(78, 112)
        colour = c.rng.choice(palette)
        lean = c.rng.random() < 0.06
        with c.at(x, y + 122, 1, 9 if lean else 0):
            c.rect(0, -high, thick, 0, colour, 2, shade=Shade("#14100f", 0, 0.6, 0.4))
            c.rect(2, -high * 0.82, thick - 2, -high * 0.74, mix(colour, "#fff2c0", 0.6))
            if thick > 22:
                c.rect(4, -high * 0.5, thick - 4, -high * 0.28, mix(colour, "#1a1414", 0.35))
        x += thick + (12 if lean else 2)
    c.rect(x0 - 8, y + 122, x0 + width + 8, y + 136, "#8a5430", shade=Shade("#2f1712", 90, 0.7))
    c.rect(x0 - 12, y, x0, y + 136, "#74442a")
    c.rect(x0 + width, y, x0 + width + 12, y + 136, "#74442a")


def _arch_window(c: Canvas) -> None:
    frame = [(530, 866), (530, 430), *arc(720, 430, 190, 190, 180, 360, 30), (910, 866)]
    c.shape(frame, "#8a5430", shade=Shade("#2f1712", 0, 0.6))
    pane = [(552, 850), (552, 432), *arc(720, 432, 168, 168, 180, 360, 30), (888, 850)]
    with c.clip(pane):
        c.rect(540, 250, 900, 860, vertical("#f8c884", "#fbe7b4", "#e8efc4"))
        c.disc(790, 440, 52, "#fffbe4")
        for x, size in ((580, 260), (860, 320), (720, 200)):
            tree(c, x, 870, size, "#7fae6a", lumps=7)
    for x in (664, 776):
        c.line([(x, 290), (x, 850)], 7, "#8a5430")
    for y in (432, 580, 720):
        c.line([(552, y), (888, y)], 7, "#8a5430")


def _table(c: Canvas) -> None:
    readers = (
        (420, 2, Look("#c9453a", hair="#231a1c", long_hair=True)),
        (720, 0, Look("#f1e4c4")),
        (1000, 1, Look("#3f8a86", hair="#8a8684")),
    )
    for x, _, look in readers:
        with c.at(x, 862, 3.5):
            bust(c, look, 0)
            c.shape([(-15, -6), (0, -2), (0, -18), (-17, -22)], "#fdf8ea")
            c.shape([(15, -6), (0, -2), (0, -18), (17, -22)], "#efe2c2")
            for side in (-1, 1):
                c.limb(
                    spline([(side * 16, -20), (side * 21, -4), (side * 13, -6)]), 8, 5, mix(look.shirt, "#1a0d18", 0.12)
                )
                c.disc(side * 13, -8, 3.6, look.skin)
    c.rect(250, 852, 1190, 886, "#b87440", 6, shade=Shade("#4d2516", 90, 0.6))
    for x in (300, 1120):
        c.rect(x, 886, x + 24, 1010, "#74442a")
    for x in (575, 868):
        c.rect(x - 4, 760, x + 4, 852, "#d9b25a")
        c.oval(x, 852, 34, 7, "#d9b25a")
        c.glow(x, 790, 190, "#ffefb2", 0.6)
        c.shape([(x - 24, 716), (x + 24, 716), (x + 52, 776), (x - 52, 776)], "#2e8a6e", shade=Shade("#0d3a34", 0, 0.6))
    for k, colour in enumerate(("#b3322f", "#e4b24b", "#3c5a86")):
        c.rect(600 + k * 4 - 320, 852 - 18 * (k + 1), 700 - 320, 852 - 18 * k, colour, 2)


PICTURES = (
    Picture(
        "truong-hoc",
        (1600, 900),
        "Học sinh xếp hàng chào cờ giữa sân trường có hai cây phượng đỏ.",
        "Giờ chào cờ đầu tuần ở sân trường.",
        schoolyard,
    ),
    Picture(
        "lop-hoc",
        (1440, 1080),
        "Học sinh ngồi học trong lớp, cô giáo đứng bên bảng xanh.",
        "Một giờ học trên lớp.",
        classroom,
    ),
    Picture(
        "thu-vien",
        (1440, 1080),
        "Bạn đọc ngồi bên bàn giữa những giá sách cao trong thư viện.",
        "Phòng đọc của thư viện tỉnh.",
        library,
    ),
)
