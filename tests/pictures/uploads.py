"""Recipes of uploads, good and bad."""

import random
import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

RED, BLUE = (200, 20, 20), (20, 20, 200)


def upload(content: bytes, name: str = "anh.jpg") -> SimpleUploadedFile:
    """Return an upload of these bytes."""
    return SimpleUploadedFile(name, content)


def encoded(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return the picture as a file of that kind."""
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def halves(size: tuple[int, int] = (400, 200), mode: str = "RGB") -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue, so that turning shows."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture.convert(mode)


def noise(size: tuple[int, int] = (800, 600)) -> Image.Image:
    """Return a picture that no encoder makes small."""
    return Image.frombytes("RGB", size, random.Random(4).randbytes(size[0] * size[1] * 3))


def photo_with_position(orientation: int = 1) -> bytes:
    """Return a phone's photo: EXIF with a GPS position, the owner's name and how the phone was held."""
    picture = halves()
    exif = picture.getexif()
    exif[0x0112], exif[0x013B] = orientation, "Nguyễn Văn Chủ Máy".encode().decode("latin-1")
    exif.get_ifd(0x8825).update({1: "N", 2: (19.0, 48.0, 26.0), 3: "E", 4: (105.0, 46.0, 33.0)})
    return encoded(picture, exif=exif, comment=b"GPS 19.80722 105.77583", quality=95)


def png_header(width: int, height: int) -> bytes:
    """Return a tiny PNG that claims to be huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def animation(kind: str) -> bytes:
    """Return three frames in one file."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def two_in_one() -> bytes:
    """Return an MPO, as phones write: a JPEG with a second picture behind it."""
    return encoded(halves(), "MPO", save_all=True, append_images=[halves()])


def srgb_profile() -> bytes:
    """Return an ICC profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BAD = {
    "a text named .jpg": (b"Day la van ban, khong phai anh." * 20, "ảnh, dù tên"),
    "an empty text": (b" ", "ảnh, dù tên"),
    "a web page named .jpg": (b"<html><script>alert(1)</script></html>", "ảnh, dù tên"),
    "a truncated JPEG": (encoded(noise())[:20_000], "hỏng"),
    "a JPEG that ends in its header": (encoded(noise())[:100], "hỏng"),
    "a truncated PNG": (encoded(noise(), "PNG")[:20_000], "hỏng"),
    "a truncated WebP": (encoded(noise(), "WEBP")[:9_000], "hỏng"),
    "a PNG of 30,000 × 30,000 pixels": (png_header(30_000, 30_000), "triệu điểm ảnh"),
    "a PNG of 100 million pixels": (png_header(10_000, 10_000), "triệu điểm ảnh"),
    "a PNG without its pixels": (png_header(1000, 1000), "hỏng"),
    "an animated GIF": (animation("GIF"), "GIF"),
    "a GIF": (encoded(halves(mode="P"), "GIF"), "GIF"),
    "an animated PNG": (animation("PNG"), "ảnh động"),
    "an animated WebP": (animation("WEBP"), "ảnh động"),
    "an SVG with a script": (SVG, "SVG"),
    "a PDF": (b"%PDF-1.7\n" + b"x" * 100, "tài liệu"),
    "a Word file": (b"PK\x03\x04" + b"x" * 100, "tài liệu"),
    "a HEIC photo": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"x" * 100, "HEIC"),
    "a BMP": (encoded(halves(), "BMP"), "JPEG hoặc PNG"),
    "a TIFF": (encoded(halves(), "TIFF"), "JPEG hoặc PNG"),
    "a picture like a ribbon": (encoded(Image.new("L", (20, 60_000)), "PNG"), "quá dài"),
}
