"""The demo's pictures in the library: drawn by `portal.demo.pictures`, put in by the same act as an upload."""

from datetime import datetime
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from departments.models import Department, User
from news.models import Image
from news.pictures import library
from portal.demo.pictures import PICTURES, render


class Library:
    """Hands out the library image of a picture's key in a department's name, made when first asked for."""

    def __init__(self, *, by: User, now: datetime) -> None:
        self.by = by
        self.now = now
        self._drawn: dict[str, bytes] = {}

    def image(self, key: str, department: Department) -> Image | None:
        """Return the image, or None for an empty key."""
        if not key:
            return None
        found = Image.objects.filter(department=department, alt=PICTURES[key].alt).first()
        return found or self._add(key, department)

    def _add(self, key: str, department: Department) -> Image:
        if key not in self._drawn:
            buffer = BytesIO()
            render(key).save(buffer, "JPEG", quality=92)
            self._drawn[key] = buffer.getvalue()
        picture = PICTURES[key]
        return library.add(
            SimpleUploadedFile(f"{key}.jpg", self._drawn[key], content_type="image/jpeg"),
            department=department,
            by=self.by,
            now=self.now,
            alt=picture.alt,
            decorative=False,
            caption=picture.caption,
            credit=picture.credit,
        )
