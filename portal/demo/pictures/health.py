"""Care: a health station and a vaccine."""

from .canvas import Canvas
from .figures import Look, standing
from .geometry import Point, Points, Projection, box, isometric, polar, spline
from .paint import Shade, sideways, vertical
from .picture import Picture
from .plants import shrub, tree


def station(c: Canvas) -> None:
    """A small health station as a model seen at a slant."""
    c.wash("#d3efe4", "#9fd8cc")
    c.disc(800, 500, 430, "#f4f3dc", shade=Shade("#e8c98a", 60, 0.4, 0.4))
    p = isometric(800, 262, 50)
    c.shadow([p(0, 0, -2.2), p(14, 0, -2.2), p(14, 14, -2.2), p(0, 14, -2.2)], 22, "#2b7a76", 0.6)
    c.shape([p(0, 14), p(14, 14), p(14, 14, -1.2), p(0, 14, -1.2)], "#9a6a44", shade=Shade("#4f2f22", 90, 0.6))
    c.shape([p(14, 0), p(14, 14), p(14, 14, -1.2), p(14, 0, -1.2)], "#7d5238", shade=Shade("#3c2219", 90, 0.6))
    c.shape([p(0, 0), p(14, 0), p(14, 14), p(0, 14)], "#8cc56a", shade=Shade("#4d9650", 100, 0.5, 0.3))
    c.shape(
        [p(2, 9), p(12.5, 9), p(12.5, 11.6), p(7.4, 11.6), p(7.4, 14), p(5, 14), p(5, 11.6), p(2, 11.6)],
        "#f3e0b4",
        shade=Shade("#c79b62", 90, 0.4),
    )
    for x, y, size in ((0.8, 5.6, 210), (1.2, 2.4, 180), (13, 1.2, 190)):
        _planted(c, p(x, y), size)
    _building(c, p)
    _garden(c, p)


def _planted(c: Canvas, place: Point, size: float) -> None:
    c.oval(place[0] + size * 0.1, place[1], size * 0.35, size * 0.1, "#2f6e46", 0.5)
    tree(c, *place, size, "#4fa25c", lumps=7)


def _building(c: Canvas, p: Projection) -> None:
    c.shape([p(2, 8), p(10.6, 8), p(10.6, 9.4), p(2, 9.4)], "#c9b79a")
    c.shape([p(2, 8), p(10, 8), p(10, 8, 3.2), p(2, 8, 3.2)], "#fdf8ea", shade=Shade("#d9bf93", 200, 0.4, 0.4))
    c.shape([p(10, 2), p(10, 8), p(10, 8, 3.2), p(10, 2, 3.2)], "#e4d6b8", shade=Shade("#a58c6c", 30, 0.5, 0.3))
    for x in (2.4, 3.8, 7.3, 8.7):
        _pane(c, [p(x, 8, 1), p(x + 1, 8, 1), p(x + 1, 8, 2.5), p(x, 8, 2.5)])
    for y in (3, 5.4):
        _pane(c, [p(10, y, 1), p(10, y + 1.4, 1), p(10, y + 1.4, 2.5), p(10, y, 2.5)])
    c.shape([p(5.1, 8), p(6.9, 8), p(6.9, 8, 2.5), p(5.1, 8, 2.5)], "#1f7d78")
    c.line([p(6, 8), p(6, 8, 2.5)], 2.5, "#bfe3da")
    c.shape(
        [p(1.4, 8.6, 3.1), p(10.6, 8.6, 3.1), p(8, 5, 5.3), p(4, 5, 5.3)], "#c8503a", shade=Shade("#7a2526", 100, 0.6)
    )
    c.shape([p(10.6, 8.6, 3.1), p(10.6, 1.4, 3.1), p(8, 5, 5.3)], "#a53a30", shade=Shade("#5a191f", 90, 0.6))
    for k in range(1, 16):
        foot = 1.4 + 9.2 * k / 16
        c.line([p(foot, 8.6, 3.1), p(4 + 4 * k / 16, 5, 5.3)], 1.6, "#94322c", 0.8)
    c.line([p(4, 5, 5.3), p(8, 5, 5.3)], 6, "#e98a63")
    c.line([p(1.4, 8.6, 3.1), p(10.6, 8.6, 3.1), p(10.6, 1.4, 3.1)], 6, "#f6dfb8")
    for x in (4.6, 7.4):
        c.line([p(x, 9.6), p(x, 9.6, 2.8)], 9, "#fffdf3")
    c.shape([p(4.2, 8, 3), p(7.8, 8, 3), p(7.8, 10, 2.7), p(4.2, 10, 2.7)], "#1f8a80", shade=Shade("#0c4a4c", 90, 0.5))
    x, y = p(6, 8.6, 4.5)
    c.disc(x, y, 50, "#ffffff", shade=Shade("#9fc9b8", 40, 0.5, 0.4))
    c.disc(x, y, 41, "#16857a")
    c.rect(x - 9, y - 27, x + 9, y + 27, "#ffffff", 2)
    c.rect(x - 27, y - 9, x + 27, y + 9, "#ffffff", 2)


def _pane(c: Canvas, corners: Points) -> None:
    c.shape(corners, vertical("#7fc6cf", "#d9f1e6"))
    c.line([*corners, corners[0]], 4, "#1f7d78")
    mid = [((corners[i][0] + corners[i + 1][0]) / 2, (corners[i][1] + corners[i + 1][1]) / 2) for i in (0, 2)]
    c.line(mid, 3, "#1f7d78")


def _garden(c: Canvas, p: Projection) -> None:
    for k in range(8):
        for x, y in ((0.6, 9.2 + k * 0.6), (13.4, 3.5 + k * 1.2)):
            shrub(c, *p(x, y), 44, "#3f9454")
            c.disc(p(x, y)[0] + c.rng.uniform(-12, 12), p(x, y)[1] - 18, 6, ("#e8506a", "#f6c445")[k % 2])
    for x, y, look, gown in (
        (8.6, 10.3, Look("#ffffff", "#f2f2ea", gown=True), 1),
        (9.5, 10.6, Look("#c2456b", "#2a3550", long_hair=True), -1),
        (6.2, 12.8, Look("#e0953a", "#37465e", hat="#ecd49c"), 1),
        (3.4, 10.5, Look("#3c6ea3", "#2b2f3d"), -1),
    ):
        px, py = p(x, y)
        c.oval(px + 12, py, 26, 7, "#6a7a48", 0.45)
        with c.at(px, py, 1.3):
            standing(c, look, gown, 3)
    with c.at(*p(9.9, 10.9), 0.7):
        standing(c, Look("#f3c445", "#c2456b"), -1, 2)
    px, py = p(12.3, 7.2)
    c.shape(box(px - 6, py - 270, px + 6, py), sideways("#ffffff", "#9fb3ad"))
    c.shape([(px + 6, py - 266), (px + 96, py - 280), (px + 98, py - 218), (px + 6, py - 206)], "#d2202d")
    c.shape([polar(px + 51, py - 243, 19 if i % 2 == 0 else 7.6, -95 + 36 * i) for i in range(10)], "#ffde3b")


def vaccine(c: Canvas) -> None:
    """A vaccine vial and a syringe, as a poster."""
    c.wash("#0f5f66", "#0c4450")
    for k in range(28):
        if k % 2:
            c.shape(
                [(600, 620), polar(600, 620, 1100, k * 360 / 28), polar(600, 620, 1100, (k + 1) * 360 / 28)],
                "#13747a",
                0.55,
            )
    c.disc(600, 610, 430, "#f08a6b", shade=Shade("#c9432f", 60, 0.75, 0.2))
    c.disc(600, 610, 340, "#f7b18c", shade=Shade("#f08a6b", 60, 0.7, 0.3))
    for k in range(36):
        c.disc(*polar(600, 610, 468, k * 10), 6, "#f7dfa8")
    c.oval(440, 1020, 210, 26, "#08313c", 0.6)
    with c.at(425, 640):
        _vial(c)
    with c.at(890, 520, 0.92, 38):
        _syringe(c)
    for x, y, size in ((180, 220, 130), (1010, 960, 120), (210, 930, 90)):
        with c.at(x, y, size / 100, 18):
            _leafy_cross(c)


def _leafy_cross(c: Canvas) -> None:
    c.rect(-16, -48, 16, 48, "#f7dfa8", 6, shade=Shade("#c98a3a", 60, 0.6))
    c.rect(-48, -16, 48, 16, "#f7dfa8", 6)


def _vial(c: Canvas) -> None:
    glass = spline([(-128, 380), (-132, 0), (-126, -90), (-70, -150), (-62, -200)]) + spline(
        [(62, -200), (70, -150), (126, -90), (132, 0), (128, 380)]
    )
    c.shape(glass, "#e3f6f2", 0.88)
    with c.clip(glass):
        c.rect(-140, -30, 140, 400, sideways("#2fa7a9", "#67d0c6", "#1c7f8a"))
        c.oval(0, -30, 132, 20, "#9be8dc")
        c.rect(-140, 40, 140, 290, "#fdf8ea", shade=Shade("#c9a070", 0, 0.5, 0.5))
        c.rect(-140, 40, 140, 84, "#c8202f")
        for k in range(4):
            c.rect(-86, 122 + k * 36, 86 - k * 34, 136 + k * 36, "#0f5f66" if k == 0 else "#b9c9bf", 6)
        c.rect(-104, -160, -76, 370, "#ffffff", 14, 0.6)
        c.rect(96, -60, 106, 370, "#ffffff", 5, 0.35)
    c.rect(-128, 372, 128, 388, "#bfe6df", 8)
    c.rect(-82, -300, 82, -196, sideways("#8d98a0", "#f2f6f6", "#aab5ba", "#6d7880"), 10)
    for k in range(11):
        c.line([(-74 + k * 14.8, -288), (-74 + k * 14.8, -208)], 2, "#6d7880", 0.6)
    c.rect(-90, -344, 90, -288, sideways("#a51625", "#e23b44", "#8d101f"), 14)


def _syringe(c: Canvas) -> None:
    c.rect(-62, -250, 62, 250, "#f4fbf8", 14, 0.9, Shade("#7fb5b4", 0, 0.6, 0.5))
    c.rect(-50, -40, 50, 240, sideways("#2fa7a9", "#7fdccf", "#1c7f8a"), 8)
    c.rect(-52, -76, 52, -36, "#23303c", 8)
    c.rect(-14, -420, 14, -70, sideways("#d9e4e4", "#ffffff", "#9fb0b4"))
    c.rect(-78, -452, 78, -412, "#c8202f", 14, shade=Shade("#5e0a18", 0, 0.6))
    c.rect(-128, -272, 128, -238, "#e23b44", 14, shade=Shade("#5e0a18", 0, 0.6))
    for k in range(11):
        c.line([(18 if k % 2 else 2, 220 - k * 26), (50, 220 - k * 26)], 4, "#0c4450")
    c.rect(-44, -228, -28, 232, "#ffffff", 8, 0.7)
    c.shape([(-46, 248), (46, 248), (22, 300), (-22, 300)], "#c8202f")
    c.rect(-16, 298, 16, 338, "#e23b44", 4)
    c.shape([(-5, 336), (5, 336), (4, 500), (-1, 520), (-4, 500)], sideways("#ffffff", "#8da0a6"))
    c.shape(spline([(-1, 530), (-16, 566), (-1, 586), (14, 566)], True), "#9be8dc")


PICTURES = (
    Picture(
        "tram-y-te",
        (1600, 1067),
        "Trạm y tế xã mái đỏ có sân vườn, người dân đến khám.",
        "Trạm y tế xã, nơi khám chữa bệnh ban đầu.",
        station,
    ),
    Picture(
        "tiem-chung",
        (1200, 1200),
        "Một lọ vắc-xin và một bơm tiêm.",
        "Vắc-xin trong chương trình tiêm chủng mở rộng.",
        vaccine,
    ),
)
