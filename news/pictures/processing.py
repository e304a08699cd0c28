"""From an uploaded file to the files that readers get: decoded by Pillow under limits, upright, in sRGB, re-encoded.

Nothing of the upload itself is kept, so neither its metadata (GPS position, names) nor anything hidden in it survives.
"""

import hashlib
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.core.files import File
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from news.models import Image
from news.pictures.sniffing import PictureRefused, damaged, refusal_of

QUALITY = 80
# WebP can't hold more pixels than this on a side.
LONGEST_SIDE = 16383
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
FILE_TYPES = "image/jpeg,image/png,image/webp,image/avif"
# What Pillow's decoders raise on files that are cut off or made to hurt (measured, not documented).
_BROKEN: tuple[type[Exception], ...] = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError)
_BROKEN += (ArithmeticError, MemoryError, struct.error, zlib.error, ImageCms.PyCMSError)


@dataclass(frozen=True)
class Prepared:
    """A picture ready for the library: what it is, and the content of each of its files by width."""

    sha256: str
    width: int
    height: int
    renditions: dict[int, bytes]


def prepare(file: File) -> Prepared:
    """Return what the library stores of `file`. Raises PictureRefused with a sentence that says what to do."""
    if (file.size or 0) > settings.PICTURE_MAX_BYTES:
        raise PictureRefused(
            _("The file has more than %(limit)d MB. Save the picture as JPEG, 3000 pixels wide, then upload that.")
            % {"limit": settings.PICTURE_MAX_BYTES // (1024 * 1024)}
        )
    picture = _opened(file)
    turned = _is_turned(picture)
    width, height = (picture.height, picture.width) if turned else picture.size
    sizes = _sizes(width, height)
    if sizes[-1][1] > LONGEST_SIDE:
        raise PictureRefused(_("The picture is far too tall for its width. Cut it into several pictures."))
    largest = _decoded(picture, sizes[-1], turned)
    return Prepared(_sha256(file), width, height, _renditions(largest, sizes))


def _sizes(width: int, height: int) -> list[tuple[int, int]]:
    """The sizes in which the library will have a picture of that size, ascending."""
    future = Image(width=width, height=height)
    return [(each, future.height_at(each)) for each in future.widths]


def _opened(file: File) -> Pillow.Image:
    """Read the header, and refuse by it: nothing is decoded yet."""
    file.seek(0)
    try:
        picture = Pillow.open(file, formats=FORMATS)
        # MPO is a JPEG with a second picture behind it, as many phones write; only the first one is read.
        animated = picture.format != "MPO" and getattr(picture, "is_animated", False)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except _BROKEN:
        file.seek(0)
        raise refusal_of(file.read(1024)) from None
    if picture.width * picture.height > settings.PICTURE_MAX_PIXELS:
        raise _too_many_pixels()
    if animated:
        raise PictureRefused(_("Moving pictures can't be used. Save one frame as JPEG or PNG, then upload that."))
    return picture


def _too_many_pixels() -> PictureRefused:
    limit = settings.PICTURE_MAX_PIXELS // 1_000_000
    return PictureRefused(
        _("The picture has more than %(limit)d million pixels. Save it 3000 pixels wide, then upload that.")
        % {"limit": limit}
    )


def _is_turned(picture: Pillow.Image) -> bool:
    """Whether the camera lay on its side: width and height change places when the picture is put upright."""
    try:
        return picture.getexif().get(0x0112) in (5, 6, 7, 8)
    except _BROKEN:
        return False


def _decoded(picture: Pillow.Image, size: tuple[int, int], turned: bool) -> Pillow.Image:
    """Decode once and at little more than the size that is needed; return it upright, opaque and in sRGB."""
    wanted = (size[1], size[0]) if turned else size
    try:
        # A JPEG's decoder can leave out what wouldn't be seen: a 60-megapixel photo then takes a few dozen megabytes.
        picture.draft("RGB", (wanted[0] * 2, wanted[1] * 2))
        picture.load()
        profile = picture.info.get("icc_profile")
        small = _eight_bits(picture).resize(wanted, Pillow.Resampling.LANCZOS, reducing_gap=3.0)
        small = _in_srgb(small, profile)
        exif = picture.getexif()
        small.info = {"exif": exif.tobytes()} if exif.get(0x0112, 1) != 1 else {}
        upright = ImageOps.exif_transpose(small)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except _BROKEN:
        raise damaged() from None
    upright.info = {}
    return upright


def _eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """Return a mode that can be scaled and keeps what the colour profile speaks of."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGB", "RGBA", "L", "CMYK"):
        return picture
    if picture.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _in_srgb(picture: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    """Convert to sRGB, and put what is transparent on white: black drawings stay readable on the dark page."""
    if picture.mode == "RGBA":
        opaque = Pillow.new("RGB", picture.size, "white")
        opaque.paste(picture, mask=picture.getchannel("A"))
        picture = opaque
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if converted is not None:
                return converted
        except _BROKEN:
            pass  # A damaged profile, or one of another kind of colour: the plain conversion comes closest.
    return picture.convert("RGB")


def _renditions(picture: Pillow.Image, sizes: list[tuple[int, int]]) -> dict[int, bytes]:
    """Encode all sizes, each made from the next larger one."""
    made: dict[int, bytes] = {}
    for size in reversed(sizes):
        if picture.size != size:
            picture = picture.resize(size, Pillow.Resampling.LANCZOS)
        buffer = BytesIO()
        picture.save(buffer, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"")
        made[size[0]] = buffer.getvalue()
    return made


def _sha256(file: File) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()
