"""What becomes of an upload: refused with a sentence, or decoded, upright, without metadata, in all widths."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from news.pictures.processing import PictureRefused, Prepared, prepare
from tests.pictures import uploads


def decoded(prepared: Prepared, width: int | None = None) -> Image.Image:
    return Image.open(BytesIO(prepared.renditions[width or max(prepared.renditions)]))


def near(pixel: Any, colour: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(("content", "words"), uploads.BAD.values(), ids=uploads.BAD.keys())
def test_a_file_that_cannot_be_used_is_refused_with_advice(content: bytes, words: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        prepare(uploads.upload(content))
    assert words in str(refused.value)
    assert "Hãy" in str(refused.value), "a refusal says what to do"


def test_a_file_of_200_megabytes_is_refused_before_it_is_read() -> None:
    class Huge(ContentFile):
        def read(self, *args: Any) -> bytes:
            raise AssertionError("nobody reads it")

    huge = Huge(b"", name="anh.jpg")
    huge.size = 200 * 1024 * 1024
    with pytest.raises(PictureRefused, match="20 MB"):
        prepare(huge)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_each_kind_of_picture_is_taken(kind: str) -> None:
    prepared = prepare(uploads.upload(uploads.encoded(uploads.halves(), kind)))
    picture = decoded(prepared)
    assert (picture.format, picture.mode, picture.size) == ("WEBP", "RGB", (400, 200))
    assert near(picture.getpixel((50, 100)), uploads.RED)
    assert near(picture.getpixel((350, 100)), uploads.BLUE)


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_each_mode_of_pixels_becomes_plain_colour(mode: str) -> None:
    source = Image.new("I;16", (400, 200), 60_000) if mode == "I;16" else uploads.halves(mode=mode)
    kind = {"CMYK": "JPEG"}.get(mode, "PNG")
    picture = decoded(prepare(uploads.upload(uploads.encoded(source, kind))))
    assert (picture.mode, picture.size) == ("RGB", (400, 200))
    if mode == "I;16":
        assert near(picture.getpixel((5, 5)), (234, 234, 234)), "16 bits are scaled, not cut off"


def test_what_is_transparent_stands_on_white() -> None:
    drawing = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    picture = decoded(prepare(uploads.upload(uploads.encoded(drawing, "PNG"))))
    assert near(picture.getpixel((200, 100)), (255, 255, 255))


def test_a_phones_picture_with_a_second_one_behind_it_is_taken() -> None:
    assert prepare(uploads.upload(uploads.two_in_one())).width == 400


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (400, 200), (50, 100)),
        (2, (400, 200), (350, 100)),
        (3, (400, 200), (350, 100)),
        (4, (400, 200), (50, 100)),
        (5, (200, 400), (100, 50)),
        (6, (200, 400), (100, 50)),
        (7, (200, 400), (100, 350)),
        (8, (200, 400), (100, 350)),
    ],
)
def test_a_picture_is_turned_upright(orientation: int, size: tuple[int, int], red_at: tuple[int, int]) -> None:
    prepared = prepare(uploads.upload(uploads.photo_with_position(orientation)))
    assert (prepared.width, prepared.height) == size
    picture = decoded(prepared)
    assert picture.size == size
    assert near(picture.getpixel(red_at), uploads.RED)


def test_no_metadata_survives() -> None:
    content = uploads.photo_with_position(6)
    assert b"GPS 19.80722" in content and Image.open(BytesIO(content)).getexif().get_ifd(0x8825)
    for width, file in prepare(uploads.upload(content)).renditions.items():
        picture = Image.open(BytesIO(file))
        assert not picture.getexif(), width
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(picture.info)
        assert b"EXIF" not in file and b"GPS" not in file and b"ICCP" not in file


def test_a_colour_profile_is_applied_and_dropped() -> None:
    plain = uploads.encoded(uploads.halves(), "PNG", icc_profile=uploads.srgb_profile())
    picture = decoded(prepare(uploads.upload(plain)))
    assert near(picture.getpixel((50, 100)), uploads.RED)
    assert "icc_profile" not in picture.info


def test_a_damaged_colour_profile_does_not_matter() -> None:
    broken = uploads.encoded(uploads.halves(), "PNG", icc_profile=b"not a profile")
    assert near(decoded(prepare(uploads.upload(broken))).getpixel((50, 100)), uploads.RED)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (100, [100]),
        (320, [320]),
        (700, [320, 480, 640, 700]),
        (1600, [320, 480, 640, 960, 1280, 1600]),
        (2500, [320, 480, 640, 960, 1280, 1600]),
    ],
)
def test_there_are_all_widths_and_none_is_larger_than_the_picture(width: int, widths: list[int]) -> None:
    prepared = prepare(uploads.upload(uploads.encoded(uploads.halves((width, width // 2)))))
    assert sorted(prepared.renditions) == widths
    assert (prepared.width, prepared.height) == (width, width // 2)
    for each in widths:
        assert decoded(prepared, each).size == (each, round(each * (width // 2) / width))


def test_one_pixel_is_a_picture() -> None:
    assert prepare(uploads.upload(uploads.encoded(Image.new("RGB", (1, 1)), "PNG"))).renditions.keys() == {1}


def test_what_hides_behind_a_picture_is_gone() -> None:
    polyglot = uploads.encoded(uploads.halves(), "PNG") + b"<script>alert(1)</script>" + b"PK\x03\x04"
    for file in prepare(uploads.upload(polyglot)).renditions.values():
        assert b"script" not in file
