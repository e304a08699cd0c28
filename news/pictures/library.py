"""The acts of the picture library: each checks the right and the rule, makes the change and its record together."""

from datetime import datetime
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from audit.record import record
from departments.models import Department, User
from departments.rights import WRITING, rights_of
from news.models import Image
from news.pictures.processing import Prepared, prepare
from news.refusals import Incomplete, NotAllowed, Problem, Refused


class AlreadyInLibrary(Refused):
    """The department has this very file already, as `image`."""

    def __init__(self, image: Image) -> None:
        self.image = image
        super().__init__(_("This picture is in the library already: “%(picture)s”. Use that one.") % {"picture": image})


def add(
    file: File | Prepared,
    *,
    department: Department,
    by: User,
    now: datetime,
    alt: str,
    decorative: bool = False,
    caption: str = "",
    credit: str = "",
) -> Image:
    """Put a picture into the library of `department` and return it.

    Raises PictureRefused for a file that can't be used, AlreadyInLibrary for one that is there, Incomplete where
    nobody says what it shows, NotAllowed. `file` may have been prepared before, so that it is decoded only once.
    """
    _require_right(department.pk, department, by=by, now=now)
    words = _described(alt=alt, decorative=decorative, caption=caption, credit=credit)
    prepared = file if isinstance(file, Prepared) else prepare(file)
    refuse_duplicate(prepared.sha256, department)
    image = Image(
        department=department,
        sha256=prepared.sha256,
        width=prepared.width,
        height=prepared.height,
        uploaded_at=now,
        uploaded_by=by,
        **words,
    )
    _store(image, prepared.renditions, by=by, now=now)
    return image


@transaction.atomic
def change_description(
    image: Image, *, by: User, now: datetime, alt: str, decorative: bool = False, caption: str = "", credit: str = ""
) -> Image:
    """Change what the library says of a picture; texts that say nothing of their own follow."""
    current = _claim(image, by=by, now=now)
    words = _described(alt=alt, decorative=decorative, caption=caption, credit=credit)
    before = {name: getattr(current, name) for name in words}
    changed = {name: [before[name], value] for name, value in words.items() if before[name] != value}
    if changed:
        for name, value in words.items():
            setattr(current, name, value)
        current.save()
        record("image.described", current, by=by, now=now, changed=changed)
    return current


@transaction.atomic
def remove(image: Image, *, by: User, now: datetime) -> None:
    """Take a picture that nothing shows out of the library."""
    current = _claim(image, by=by, now=now)
    refuse_used(current)
    record("image.removed", current, by=by, now=now, sha256=current.sha256, token=current.token)
    files = [current.file_name(width) for width in current.widths]
    try:
        with transaction.atomic():
            current.delete()
    except (models.ProtectedError, IntegrityError) as error:
        raise _used() from error
    transaction.on_commit(lambda: _delete_files(files))


def refuse_duplicate(sha256: str, department: Department) -> None:
    """Raise AlreadyInLibrary where the department has this very file."""
    if known := Image.objects.filter(department=department, sha256=sha256).first():
        raise AlreadyInLibrary(known)


def refuse_used(image: Image) -> None:
    """Raise Refused where some version of an article shows the picture, be it an old one or a draft."""
    if image.uses.exists():
        raise _used()


def _store(image: Image, renditions: dict[int, bytes], *, by: User, now: datetime) -> None:
    """Write the files, the row and the record, or none of them."""
    # Files first: a row never stands without its files, and no lock is held while they are written.
    stored: list[str] = []
    try:
        for width, content in renditions.items():
            stored.append(default_storage.save(image.file_name(width), ContentFile(content)))
        with transaction.atomic():
            image.save(force_insert=True)
            record("image.added", image, by=by, now=now, department=image.department_id, sha256=image.sha256)
    except BaseException as error:
        _delete_files(stored)
        if isinstance(error, IntegrityError):
            # Somebody else was quicker with the same file.
            refuse_duplicate(image.sha256, image.department)
        raise


def _used() -> Refused:
    return Refused(
        _(
            "An article shows this picture, so it can't be deleted. Take it out of the text first; versions that were "
            "published keep theirs."
        )
    )


def _claim(image: Image, *, by: User, now: datetime) -> Image:
    """Lock the picture and return it as it is now, if `by` may change it."""
    locked = Image.objects.select_for_update(of=("self",), no_key=True)
    current = locked.select_related("department").filter(pk=image.pk).first()
    if current is None:
        raise Refused(_("This picture is no longer in the library."))
    _require_right(current.department_id, current.department, by=by, now=now)
    return current


def _require_right(pk: int | None, department: Department, *, by: User, now: datetime) -> None:
    if not rights_of(by, now).may(WRITING, pk):
        raise NotAllowed(_("You don't write for %(department)s.") % {"department": department})


def _described(*, alt: str, decorative: bool, **words: str) -> dict[str, Any]:
    """Return the words as they are stored; a picture is described or is decorative, never neither (WCAG 1.1.1)."""
    words = {name: " ".join(value.split()) for name, value in {"alt": alt, **words}.items()}
    if not words["alt"] and not decorative:
        raise Incomplete([Problem("alt", _("Say what the picture shows, or mark it decorative."))])
    return {"decorative": decorative, **words}


def _delete_files(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)
