"""The sheet that every picture is drawn on."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .geometry import Point, Points, arc, box, spline
from .paint import (
    Fill,
    Gradient,
    Shade,
    falloff,
    gradient_image,
    grain_tile,
    ramp,
    rgb,
    tiled,
)

SCALE = 2

Ink = int | tuple[int, ...]
Stroke = Callable[[ImageDraw.ImageDraw, float, float, Ink], None]
Box = tuple[int, int, int, int]


class Canvas:
    """Draws in finished pixels on a sheet twice as large, which `finish` brings down to size."""

    def __init__(self, size: tuple[int, int], seed: str) -> None:
        self.width, self.height = size
        self.rng = random.Random(seed)
        self._use(Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), "white"))
        self._matrix = (float(SCALE), 0.0, 0.0, float(SCALE), 0.0, 0.0)
        grain = grain_tile(self.rng).resize((1024, 1024), Image.Resampling.NEAREST)
        self._grain = tiled(grain, self._sheet.size)

    def _use(self, sheet: Image.Image) -> None:
        self._sheet = sheet
        self._pen = ImageDraw.Draw(sheet)

    # Places

    @contextmanager
    def at(self, x: float, y: float, scale: float = 1, turn: float = 0, flip: bool = False) -> Iterator[None]:
        """Move the origin: what is drawn inside is scaled, turned and mirrored around it."""
        kept = self._matrix
        a, b, c, d, e, f = kept
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        sign = -1 if flip else 1
        self._matrix = (
            sign * (a * cos + c * sin),
            sign * (b * cos + d * sin),
            c * cos - a * sin,
            d * cos - b * sin,
            a * x + c * y + e,
            b * x + d * y + f,
        )
        try:
            yield
        finally:
            self._matrix = kept

    @contextmanager
    def clip(self, points: Sequence[Point]) -> Iterator[None]:
        """Keep only what is drawn inside the shape."""
        shape = self._placed(points)
        before = self._sheet.copy()
        yield
        area = self._area(shape, 1)
        if area:
            mask = self._mask(area, _polygon(shape))
            before.paste(self._sheet.crop(area), area, mask)
        self._use(before)

    def _placed(self, points: Sequence[Point]) -> Points:
        a, b, c, d, e, f = self._matrix
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

    def _size(self, length: float) -> float:
        a, b, c, d = self._matrix[:4]
        return length * math.sqrt(abs(a * d - b * c))

    def _area(self, points: Points, margin: float) -> Box | None:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        area = (
            max(0, math.floor(min(xs) - margin)),
            max(0, math.floor(min(ys) - margin)),
            min(self._sheet.width, math.ceil(max(xs) + margin)),
            min(self._sheet.height, math.ceil(max(ys) + margin)),
        )
        return area if area[0] < area[2] and area[1] < area[3] else None

    # Shapes

    def shape(self, points: Sequence[Point], fill: Fill, alpha: float = 1, shade: Shade | None = None) -> None:
        """Fill a polygon."""
        self.shapes([points], fill, alpha, shade)

    def shapes(
        self, outlines: Sequence[Sequence[Point]], fill: Fill, alpha: float = 1, shade: Shade | None = None
    ) -> None:
        """Fill the union of several polygons as one."""
        placed = [self._placed(points) for points in outlines]
        self._lay([p for points in placed for p in points], 1, _polygon(*placed), fill, alpha, shade)

    def blob(self, points: Sequence[Point], fill: Fill, alpha: float = 1, shade: Shade | None = None) -> None:
        """Fill the smooth closed curve through the points."""
        self.shape(spline(points, closed=True), fill, alpha, shade)

    def rect(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        fill: Fill,
        radius: float = 0,
        alpha: float = 1,
        shade: Shade | None = None,
    ) -> None:
        """Fill a rectangle."""
        self.shape(box(x0, y0, x1, y1, radius), fill, alpha, shade)

    def oval(
        self, cx: float, cy: float, rx: float, ry: float, fill: Fill, alpha: float = 1, shade: Shade | None = None
    ) -> None:
        """Fill an ellipse."""
        steps = max(12, min(180, int(self._size(max(rx, ry)))))
        self.shape(arc(cx, cy, rx, ry, steps=steps), fill, alpha, shade)

    def disc(
        self, cx: float, cy: float, radius: float, fill: Fill, alpha: float = 1, shade: Shade | None = None
    ) -> None:
        """Fill a circle."""
        self.oval(cx, cy, radius, radius, fill, alpha, shade)

    def line(self, points: Sequence[Point], width: float, fill: Fill, alpha: float = 1) -> None:
        """Draw an even line with round ends."""
        placed, thick = self._placed(points), max(1.0, self._size(width))

        def stroke(pen: ImageDraw.ImageDraw, left: float, top: float, ink: Ink) -> None:
            moved = [(x - left, y - top) for x, y in placed]
            pen.line(moved, ink, round(thick), joint="curve" if thick > 3 else None)
            if thick > 3:
                for x, y in (moved[0], moved[-1]):
                    r = thick / 2 - 0.5
                    pen.ellipse((x - r, y - r, x + r, y + r), ink)

        self._lay(placed, thick, stroke, fill, alpha, None)

    def limb(self, points: Sequence[Point], start: float, end: float, fill: Fill, shade: Shade | None = None) -> None:
        """Draw a line that swells or tapers from one width to another."""
        left, right = [], []
        last = len(points) - 1
        for i, (x, y) in enumerate(points):
            ax, ay = points[max(0, i - 1)]
            bx, by = points[min(last, i + 1)]
            length = math.hypot(bx - ax, by - ay) or 1
            half = (start + (end - start) * i / last) / 2
            nx, ny = (ay - by) / length * half, (bx - ax) / length * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        self.shape(left + right[::-1], fill, 1, shade)
        for (x, y), width in ((points[0], start), (points[-1], end)):
            if width > 1.5:
                self.disc(x, y, width / 2, fill if isinstance(fill, str) else fill.colours[-1])

    def _lay(
        self, points: Points, margin: float, stroke: Stroke, fill: Fill, alpha: float, shade: Shade | None
    ) -> None:
        area = self._area(points, margin)
        if not area:
            return
        if isinstance(fill, str) and alpha >= 1 and not shade:
            stroke(self._pen, 0, 0, rgb(fill))
            return
        mask = self._mask(area, stroke)
        faint = mask.point([round(v * alpha) for v in range(256)]) if alpha < 1 else mask
        size = mask.size
        ink = rgb(fill) if isinstance(fill, str) else gradient_image(fill, size)
        self._sheet.paste(ink, area, faint)
        if shade:
            self._sheet.paste(rgb(shade.colour), area, ImageChops.darker(faint, self._dots(area, shade)))

    def _mask(self, area: Box, stroke: Stroke) -> Image.Image:
        mask = Image.new("L", (area[2] - area[0], area[3] - area[1]))
        stroke(ImageDraw.Draw(mask), area[0], area[1], 255)
        return mask

    def _dots(self, area: Box, shade: Shade) -> Image.Image:
        density = [
            round(255 * shade.amount * max(0.0, (v / 255 - shade.start) / (1 - shade.start))) for v in range(256)
        ]
        size = (area[2] - area[0], area[3] - area[1])
        grey = ramp(shade.angle).resize(size, Image.Resampling.BILINEAR).point(density)
        noisy = ImageChops.add(grey, self._grain.crop(area), 1, -255)
        return noisy.point([0] + [205] * 255)

    # Light and air

    def wash(self, *colours: str, angle: float = 90) -> None:
        """Cover the whole sheet with a gradient."""
        self._sheet.paste(gradient_image(Gradient(colours, angle), self._sheet.size))

    def glow(
        self, x: float, y: float, radius: float, colour: str, strength: float = 1, power: float = 1.6, squash: float = 1
    ) -> None:
        """Add a soft round light."""
        reach = [(x - radius, y - radius * squash), (x + radius, y + radius * squash)]
        (x0, y0), (x1, y1) = self._placed(reach)
        x0, x1 = sorted((x0, x1))
        size = (max(1, round(x1 - x0)), max(1, round(y1 - y0)))
        table = [round(v * strength) for v in range(256)]
        mask = falloff(power).point(table).resize(size, Image.Resampling.BICUBIC)
        self._sheet.paste(rgb(colour), (round(x0), round(y0), round(x0) + size[0], round(y0) + size[1]), mask)

    def mist(self, y: float, depth: float, colour: str, strength: float = 0.8) -> None:
        """Lay a band of uneven mist, thickest in its middle."""
        cloud = Image.frombytes("L", (10, 5), self.rng.randbytes(50))
        band = [round(255 * strength * math.sin(math.pi * v / 255) ** 1.5) for v in range(256)]
        thin = (160, 80)
        mask = ImageChops.multiply(
            ramp(90).resize(thin).point(band),
            cloud.resize(thin, Image.Resampling.BICUBIC).point([150 + v * 105 // 255 for v in range(256)]),
        )
        size = (self._sheet.width, round(depth * SCALE))
        top = round((y - depth / 2) * SCALE)
        self._sheet.paste(rgb(colour), (0, top, size[0], top + size[1]), mask.resize(size, Image.Resampling.BICUBIC))

    def shadow(self, points: Sequence[Point], blur: float, colour: str, alpha: float = 0.5) -> None:
        """Cast a soft shadow in the form of a polygon."""
        placed = self._placed(points)
        margin = self._size(blur) * 2.5
        area = self._area(placed, margin)
        if not area:
            return
        fine = 8
        size = (max(1, (area[2] - area[0]) // fine), max(1, (area[3] - area[1]) // fine))
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon(
            [((x - area[0]) / fine, (y - area[1]) / fine) for x, y in placed], round(255 * alpha)
        )
        mask = mask.filter(ImageFilter.GaussianBlur(self._size(blur) / fine))
        full = (area[2] - area[0], area[3] - area[1])
        self._sheet.paste(rgb(colour), area, mask.resize(full, Image.Resampling.BICUBIC))

    def soften(self, blur: float) -> None:
        """Put everything drawn so far out of focus."""
        small = self._sheet.reduce(4).filter(ImageFilter.GaussianBlur(blur * SCALE / 4))
        self._use(small.resize(self._sheet.size, Image.Resampling.BICUBIC))

    def mirror(self, y: float, colour: str, share: float, squash: float = 1) -> None:
        """Reflect what stands above the level into the water below it, tinted."""
        level = round(y * SCALE)
        depth = self._sheet.height - level
        source = min(level, round(depth / squash))
        upper = self._sheet.crop((0, level - source, self._sheet.width, level))
        upside = upper.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize(
            (self._sheet.width, min(depth, round(source * squash)))
        )
        tint = Image.new("RGB", upside.size, rgb(colour))
        self._sheet.paste(Image.blend(upside, tint, share), (0, level))

    def finish(self, grain: float = 0.13, vignette: float = 0.18) -> Image.Image:
        """Bring the sheet to its size, darken its corners and give it the tooth of paper."""
        image = self._sheet.reduce(SCALE)
        if vignette:
            light = falloff(0.5).point([round(255 - vignette * 255 * (1 - min(1, v / 150)) ** 1.3) for v in range(256)])
            # The disc reaches past the corners, so that only they turn darker.
            wide = (round(image.width * 1.5), round(image.height * 1.5))
            left, top = (wide[0] - image.width) // 2, (wide[1] - image.height) // 2
            shade = light.resize(wide, Image.Resampling.BICUBIC).crop(
                (left, top, left + image.width, top + image.height)
            )
            image = ImageChops.multiply(image, Image.merge("RGB", [shade] * 3))
        tooth = tiled(grain_tile(self.rng).filter(ImageFilter.BoxBlur(0.6)), image.size)
        table = [round(128 + (v - 128) * grain * 1.6) for v in range(256)]
        return ImageChops.soft_light(image, Image.merge("RGB", [tooth.point(table)] * 3))


def _polygon(*outlines: Points) -> Stroke:
    def stroke(pen: ImageDraw.ImageDraw, left: float, top: float, ink: Ink) -> None:
        for points in outlines:
            pen.polygon([(x - left, y - top) for x, y in points], ink)

    return stroke
