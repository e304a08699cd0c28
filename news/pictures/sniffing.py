"""What a file is that can't be used as a picture, told from its first bytes, and what its owner can do about it."""

from django.utils.translation import gettext as _

from news.refusals import Refused

_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class PictureRefused(Refused):
    """The file can't become a picture of the library. `str()` says why and what to do."""


def damaged() -> PictureRefused:
    """Return the refusal of a picture that can't be decoded to its end."""
    return PictureRefused(
        _("The picture is damaged or incomplete. See on your computer if it is whole, save it again, then upload that.")
    )


def refusal_of(head: bytes) -> PictureRefused:
    """Return the refusal that fits a file which begins with `head`."""
    if head.startswith((b"GIF87a", b"GIF89a")):
        return PictureRefused(_("GIF files can't be used. Save the picture as PNG or JPEG, then upload that."))
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return PictureRefused(
            _(
                "HEIC photos can't be used yet. Choose “most compatible” in the phone's camera settings, or save the "
                "photo as JPEG, then upload that."
            )
        )
    if b"<svg" in head.lower():
        return PictureRefused(_("SVG drawings can't be used. Export the drawing as PNG, then upload that."))
    if head.startswith(_DOCUMENTS):
        return PictureRefused(
            _("This is a document, not a picture. Save the picture in it as JPEG or PNG, then upload that.")
        )
    if head.startswith((b"BM", b"II*\x00", b"MM\x00*")):
        return PictureRefused(_("Pictures of this kind can't be used. Save it as JPEG or PNG, then upload that."))
    if head.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF")):
        return damaged()
    return PictureRefused(_("This is not a picture, whatever its name says. Choose a JPEG, PNG, WebP or AVIF file."))
