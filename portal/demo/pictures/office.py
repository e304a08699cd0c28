"""Public life: a conference, the one-stop counter and a chart."""

from .canvas import Canvas
from .figures import HAIR, Look, bust, standing
from .geometry import arc, box, polar, spline, star
from .paint import Shade, mix, sideways, vertical
from .picture import Picture
from .plants import leaf


def conference(c: Canvas) -> None:
    """A conference seen from the back rows."""
    c.wash("#3a0a16", "#5e0f1c", "#2b0812")
    c.rect(150, 60, 1450, 560, "#8e1422")
    for k in range(34):
        x = 150 + k * 38.3
        c.rect(x, 60, x + 39, 560, sideways("#6d0c1a", "#b3202c", "#7d101e"))
    c.rect(430, 110, 1170, 420, "#b3202c", 6, shade=Shade("#6d0c1a", 90, 0.5, 0.3))
    c.line([*box(446, 126, 1154, 404), (446, 126)], 3, "#e9c46a")
    for r in (104, 94, 66):
        c.line(arc(800, 262, r, r), 3, "#e9c46a")
    for k in range(36):
        c.disc(*polar(800, 262, 80, k * 10), 4, "#e9c46a")
    c.shape(star(800, 262, 58, 20, 14), "#f6dc8a", shade=Shade("#c98a2c", 60, 0.5))
    for side in (-1, 1):
        for k, (near, far) in enumerate(((124, 270), (120, 320), (124, 270))):
            c.limb([(800 + side * near, 244 + k * 18), (800 + side * far, 244 + k * 18)], 6, 1, "#f6dc8a")
    for side in (-1, 1):
        with c.at(800, 0, 1, 0, side < 0):
            hem = spline([(470, 40), (560, 240), (600, 400), (560, 600)])
            c.shape(
                [*hem, (820, 600), (820, 40)],
                sideways("#8e1422", "#c62c36", "#5e0a18"),
                shade=Shade("#2b040c", 0, 0.6, 0.3),
            )
            c.line(spline([(598, 384), (690, 418), (820, 404)]), 12, "#e9c46a")
    c.rect(0, 0, 1600, 76, "#4d0a16", shade=Shade("#1c0408", 270, 0.6))
    for k in range(17):
        c.shape(arc(-8 + k * 101, 72, 51, 34, 0, 180, 14), "#a81c28", shade=Shade("#4d0a16", 90, 0.6))
    c.shape([(60, 560), (1540, 560), (1600, 640), (0, 640)], vertical("#e0a45c", "#a8662f"))
    c.rect(0, 636, 1600, 664, "#6d3a1e")
    _presidium(c)
    for x, reach in ((420, 300), (800, 240), (1180, 300)):
        c.shape(
            [(x - 16, 0), (x + 16, 0), (800 + (x - 800) * 0.7 + reach, 600), (800 + (x - 800) * 0.7 - reach, 600)],
            "#fff0c0",
            0.1,
        )
        c.glow(x, 0, 130, "#fff6d6", 0.8)
    _audience(c)


def _presidium(c: Canvas) -> None:
    for k, x in enumerate((690, 800, 910, 1020, 1130)):
        with c.at(x, 520, 1.7):
            bust(
                c,
                Look(("#23304a", "#8a2f5c", "#2b3440", "#37465e", "#1f4a4c")[k], long_hair=k == 1),
                0,
                "#b3202c" if k != 1 else "",
            )
    c.rect(620, 512, 1200, 584, "#c8202f", 4, shade=Shade("#5e0a18", 90, 0.6, 0.3))
    c.rect(612, 502, 1208, 518, "#f6e3b0", 3)
    for k in range(6):
        x = 640 + k * 108
        c.rect(x - 22, 486, x + 22, 503, "#fdf8ea", 2)
    with c.at(430, 520, 2.1):
        bust(c, Look("#f3ede0", "#2b3440"), 1, "#1f4a6c")
    c.shape([(366, 492), (494, 492), (476, 604), (384, 604)], "#a8662f", shade=Shade("#4d2413", 20, 0.6, 0.3))
    c.rect(356, 480, 504, 498, "#d99a55", 4)
    c.shape(star(430, 546, 24, 10), "#f6dc8a")
    c.line(spline([(462, 482), (474, 452), (458, 440)]), 4, "#1c1418")
    for x, y in ((300, 606), (560, 606), (1270, 606)):
        for _ in range(24):
            px, py = x + c.rng.uniform(-46, 46), y - 24 - c.rng.uniform(0, 22)
            c.disc(px, py, c.rng.uniform(7, 13), c.rng.choice(("#f6dc8a", "#f28aa0", "#fdf8ea", "#3f8a4c", "#e0503f")))
        c.shape([(x - 50, y - 16), (x + 50, y - 16), (x + 34, y + 16), (x - 34, y + 16)], "#1f6f5c")


def _audience(c: Canvas) -> None:
    for row in range(4):
        y, scale = 712 + row * 74, 1.45 + row * 0.55
        step = 92 + row * 32
        coat = mix("#4a1c2c", "#150610", row / 3)
        hair = mix("#3a1622", "#0c0408", row / 3)
        for k in range(-1, int(1600 / step) + 2):
            x = k * step + (row % 2) * step / 2 + c.rng.uniform(-6, 6)
            with c.at(x, y + 40, scale):
                look = Look(
                    mix(coat, ("#23304a", "#6d2038", "#3a3a30", "#5a4a3c")[(k + row) % 4], 0.35),
                    skin="#8a5a44",
                    hair=hair,
                    long_hair=(k * 3 + row) % 4 == 0,
                )
                bust(c, look, 2)
                c.line(arc(0, -47, 8.4, 9.6, 200, 300, 10), 1.1, "#f2a06a", 0.8)
        c.rect(
            0, y + 26 * scale / 1.4, 1600, y + 96, mix("#5e1420", "#1c0408", row / 3), shade=Shade("#0c0206", 90, 0.6)
        )


def one_stop(c: Canvas) -> None:
    """The counters of a one-stop service office."""
    c.wash("#f6f1e2", "#eaf0e6")
    c.shape([(0, 0), (1600, 0), (1380, 130), (220, 130)], "#fdfaf0")
    for k in range(5):
        x = 330 + k * 220
        c.shape([(x, 40), (x + 120, 40), (x + 100, 84), (x + 16, 84)], "#ffffff")
        c.glow(x + 60, 64, 120, "#ffffff", 0.8)
    c.rect(0, 130, 1600, 660, vertical("#cfe5df", "#e6efe4"))
    c.rect(0, 130, 1600, 236, "#a8202c", shade=Shade("#6d0c1a", 90, 0.5, 0.3))
    for r in (36, 28):
        c.line(arc(800, 183, r, r), 2.5, "#f6dc8a")
    c.shape(star(800, 183, 26, 10, 14), "#f6dc8a")
    for side in (-1, 1):
        for k, far in enumerate((420, 620, 420)):
            c.limb([(800 + side * 70, 169 + k * 14), (800 + side * far, 169 + k * 14)], 5, 1, "#f6dc8a")
    for k in range(54):
        c.shape([(k * 30, 236), (k * 30 + 15, 218), (k * 30 + 30, 236)], "#e9bb4e")
    for k in range(4):
        _booth(c, 210 + k * 394, k)
    c.rect(0, 640, 1600, 668, "#f3e3c2", shade=Shade("#b58a54", 90, 0.5))
    c.rect(0, 664, 1600, 812, "#c98f54", shade=Shade("#7d4a28", 90, 0.55, 0.2))
    for x in range(0, 1640, 100):
        c.line([(x, 670), (x, 812)], 2, "#9c6638")
    c.shape([(0, 810), (1600, 810), (1600, 1067), (0, 1067)], vertical("#e6ddc6", "#cfc4a8"))
    for x in range(-6, 8):
        c.line([(800 + x * 190, 812), (800 + x * 330, 1067)], 2, "#b8ab8c")
    for y in (846, 910, 1000):
        c.line([(0, y), (1600, y)], 2, "#b8ab8c")
    _citizens(c)
    _waiting(c)


def _booth(c: Canvas, x: float, k: int) -> None:
    c.rect(x - 172, 280, x + 172, 640, "#f9fbf4", 8, shade=Shade("#a9c4ba", 90, 0.4, 0.5))
    c.rect(x - 60, 252, x + 60, 330, "#23252e", 10)
    _digit(c, x, 291, k + 1)
    shirt = ("#fdfdf6", "#8fc0d8", "#fdfdf6", "#8fc0d8")[k]
    with c.at(x, 646, 4.1):
        bust(c, Look(shirt, hair=HAIR, long_hair=k in (0, 3)), 0, "#a8202c" if k in (1, 2) else "")
        c.rect(6, -22, 13, -14, "#e9bb4e", 1)
    c.rect(x + 76, 538, x + 166, 612, "#2b3440", 6, shade=Shade("#0c1218", 40, 0.6))
    c.rect(x + 114, 612, x + 128, 642, "#2b3440")
    c.rect(x - 150, 618, x - 80, 640, "#f3dfae", 3)
    c.rect(x - 142, 606, x - 74, 620, "#ffffff", 3)
    c.shape([(x - 168, 290), (x - 110, 290), (x - 168, 470)], "#ffffff", 0.6)
    c.rect(x + 180, 270, x + 214, 664, "#1f6f6a", shade=Shade("#0c3a3c", 0, 0.6))


def _digit(c: Canvas, x: float, y: float, value: int) -> None:
    segments = {
        "a": (-14, -26, 14, -26),
        "b": (14, -26, 14, 0),
        "c": (14, 0, 14, 26),
        "d": (-14, 26, 14, 26),
        "e": (-14, 0, -14, 26),
        "f": (-14, -26, -14, 0),
        "g": (-14, 0, 14, 0),
    }
    for name in {1: "bc", 2: "abged", 3: "abgcd", 4: "fgbc"}[value]:
        x0, y0, x1, y1 = segments[name]
        c.line([(x + x0, y + y0), (x + x1, y + y1)], 7, "#ff5a4a")
    c.glow(x, y, 70, "#ff5a4a", 0.35)


def _citizens(c: Canvas) -> None:
    looks = (
        (250, 3.5, Look("#c2456b", "#2a3550", long_hair=True), 2),
        (960, 3.6, Look("#5f7a4c", "#3a3a44", hat=""), 2),
        (1430, 3.45, Look("#e0953a", "#37465e", hair="#9a9690"), 2),
    )
    for x, scale, look, facing in looks:
        with c.at(x, 888, scale):
            c.oval(0, 0, 26, 5, "#8a7a58", 0.5)
            standing(c, look, facing, 1, ((-13, -52), (17, -70)))
            c.rect(13, -76, 26, -68, "#ffffff", 1)
    with c.at(590, 900, 3.3):
        c.oval(0, 0, 40, 5, "#8a7a58", 0.5)
        standing(c, Look("#2f6f8a", "#2b2f3d"), 1, 3, ((-13, -48), (22, -66)))
        c.rect(-24, -52, -10, -34, "#8a5a34", 2)
    with c.at(1200, 905, 3.2, 0, True):
        standing(c, Look("#7a4f8a", "#f6efdc", gown=True, long_hair=True), 1, 2, ((-13, -50), (16, -60)))
        c.rect(8, -72, 22, -54, "#f2d27a", 1)


def _waiting(c: Canvas) -> None:
    for k in range(7):
        x = 120 + k * 230
        if k in (1, 2, 4, 6):
            look = Look(
                ("", "#e8663c", "#f3ede0", "", "#3f8a86", "", "#b3325c")[k],
                long_hair=k in (2, 6),
                hair="#a8a4a0" if k == 4 else HAIR,
            )
            with c.at(x, 1062, 3.7):
                bust(c, look, 2)
        c.rect(x - 92, 996, x + 92, 1090, "#1f6f8a", 18, shade=Shade("#0c3a54", 90, 0.6, 0.2))
        c.rect(x - 78, 1008, x + 78, 1018, "#5fa9c0", 5, 0.8)
    for x in (20, 1580):
        for k in range(9):
            leaf(c, x, 960, 250, -160 + k * 17.5, ("#2f7a4c", "#4d9a5c")[k % 2], 0.13, "#9cc98a")
        c.shape(
            [(x - 60, 950), (x + 60, 950), (x + 44, 1080), (x - 44, 1080)], "#c8503a", shade=Shade("#6d1f1c", 20, 0.6)
        )


def chart(c: Canvas) -> None:
    """Bars, a rising line and a ring."""
    c.wash("#10233f", "#16345a", "#0f2138")
    c.glow(1080, 380, 900, "#2f6a96", 0.65)
    for k in range(7):
        y = 900 - k * 122
        c.line([(150, y), (1500, y)], 2, "#5f93b5", 0.45)
        c.disc(150, y, 5, "#5f93b5")
    c.shape([(120, 900), (1470, 900), (1540, 852), (190, 852)], "#4d83a8", 0.45)
    values = ((180, 120), (250, 170), (230, 200), (360, 250), (430, 300), (540, 370), (660, 430))
    for k, (first, second) in enumerate(values):
        x = 215 + k * 182
        _bar(c, x, first, ("#c8202f", "#8e1422", "#f06a5a"))
        _bar(c, x + 66, second, ("#e9b23f", "#b57a1f", "#fbe08a"))
    line = [(260 + k * 182, 900 - high - 62) for k, (high, _) in enumerate(values)]
    line[2] = (line[2][0], line[2][1] - 46)
    c.line([(x + 6, y + 16) for x, y in line], 13, "#0a1626", 0.5)
    c.line(line, 10, "#7fe0cf")
    for x, y in line:
        c.glow(x, y, 70, "#7fe0cf", 0.7)
        c.disc(x, y, 19, "#fdfaf0")
        c.disc(x, y, 10, "#1f8a80")
    _donut(c, 395, 270)
    c.line([(120, 902), (1500, 902)], 6, "#dfeaf0")


def _bar(c: Canvas, x: float, high: float, tones: tuple[str, str, str]) -> None:
    front, side, top = tones
    w, dx, dy, y = 58, 22, -16, 900 - high
    c.shape([(x + w, 900), (x + w + dx, 900 + dy), (x + w + 110, 900 + dy), (x + w + 80, 900)], "#081424", 0.45)
    c.shape(
        [(x + w, 900), (x + w + dx, 900 + dy), (x + w + dx, y + dy), (x + w, y)],
        side,
        shade=Shade(mix(side, "#100410", 0.6), 90, 0.6, 0.3),
    )
    c.rect(x, y, x + w, 900, front, shade=Shade(mix(front, "#1a0612", 0.6), 90, 0.7, 0.25))
    c.shape([(x, y), (x + dx, y + dy), (x + w + dx, y + dy), (x + w, y)], top)


def _donut(c: Canvas, x: float, y: float) -> None:
    parts = ((-90, 60, "#c8202f"), (60, 150, "#e9b23f"), (150, 220, "#7fe0cf"), (220, 270, "#5f9ac0"))
    c.shadow(arc(x + 14, y + 22, 170, 170), 14, "#060e1c", 0.7)
    for start, end, tone in parts:
        c.shape(
            arc(x, y, 168, 168, start + 1.5, end - 1.5) + arc(x, y, 92, 92, end - 2, start + 2),
            tone,
            shade=Shade(mix(tone, "#100410", 0.6), 60, 0.55, 0.35),
        )
    c.disc(x, y, 60, "#1d4270", shade=Shade("#0c1d36", 60, 0.6))
    c.shape(star(x, y, 34, 14, 14), "#e9b23f")


PICTURES = (
    Picture(
        "hoi-nghi",
        (1600, 900),
        "Đại biểu ngồi kín hội trường, nhìn lên sân khấu có phông đỏ.",
        "Quang cảnh hội nghị.",
        conference,
    ),
    Picture(
        "mot-cua",
        (1600, 1067),
        "Người dân làm thủ tục tại bốn quầy của bộ phận một cửa.",
        "Tiếp nhận hồ sơ tại bộ phận một cửa.",
        one_stop,
    ),
    Picture(
        "ban-do-chi-tieu",
        (1600, 1067),
        "Biểu đồ cột và đường đi lên, bên cạnh có biểu đồ tròn.",
        "Biểu đồ các chỉ tiêu kinh tế - xã hội.",
        chart,
    ),
)
