"""The acts of the library: who may add, describe and remove a picture, and that nothing is ever half-stored."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError
from django.utils import timezone

from audit.record import entries_of
from news import publishing
from news.models import Image
from news.pictures import library
from news.pictures.processing import prepare
from news.refusals import Incomplete, NotAllowed, Refused
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()


def add(cast: Cast, **changes: Any) -> Image:
    words = {"alt": "Cây cầu mới", "caption": "Cầu thông xe", "credit": "Sở Xây dựng"}
    return library.add(
        **{"file": factories.jpeg(), "department": cast.department, "by": cast.writer, "now": NOW, **words, **changes}
    )


def files(settings: Any) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_writer_adds_a_picture_with_all_its_files(cast: Cast) -> None:
    image = add(cast)
    assert Image.objects.get() == image
    assert (image.width, image.height, image.uploaded_by, image.uploaded_at) == (800, 600, cast.writer, NOW)
    assert all(default_storage.exists(image.file_name(width)) for width in image.widths)
    assert image.search_text == "cay cau moi cau thong xe so xay dung"
    entry = entries_of(image).get()
    assert (entry.act, entry.actor, entry.at) == ("image.added", cast.writer, NOW)


def test_file_names_say_nothing_of_the_upload(cast: Cast) -> None:
    image = add(cast, file=factories.jpeg(name="CCCD Nguyen Van A.jpg"))
    assert "Nguyen" not in image.file_name(320)


def test_words_are_stored_on_one_line(cast: Cast) -> None:
    assert add(cast, alt="  Cây cầu\r\n mới ").alt == "Cây cầu mới"


@pytest.mark.parametrize("who", ["moderator", "manager", "stranger"])
def test_who_does_not_write_here_adds_nothing(cast: Cast, who: str, settings: Any) -> None:
    with pytest.raises(NotAllowed):
        add(cast, by=getattr(cast, who))
    assert not Image.objects.exists() and not files(settings)


def test_a_picture_is_described_or_decorative(cast: Cast, settings: Any) -> None:
    with pytest.raises(Incomplete) as incomplete:
        add(cast, alt="  ")
    assert [problem.field for problem in incomplete.value.problems] == ["alt"]
    assert not files(settings)
    assert add(cast, alt="", decorative=True).decorative


def test_the_same_file_is_refused_and_named(cast: Cast, settings: Any) -> None:
    content = factories.jpeg().read()
    first = add(cast, file=factories.SimpleUploadedFile("a.jpg", content))
    before = files(settings)
    with pytest.raises(library.AlreadyInLibrary, match="Cầu thông xe") as refused:
        add(cast, file=factories.SimpleUploadedFile("b.jpg", content))
    assert refused.value.image == first
    assert files(settings) == before


def test_another_department_may_have_the_same_file(cast: Cast) -> None:
    content = factories.jpeg().read()
    add(cast, file=factories.SimpleUploadedFile("a.jpg", content))
    add(cast, file=factories.SimpleUploadedFile("a.jpg", content), department=cast.foreign_department, by=cast.stranger)
    assert Image.objects.count() == 2


def test_two_people_with_the_same_file_at_once(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = prepare(factories.jpeg())
    ask, known = library.refuse_duplicate, []

    def overtaken(*args: Any) -> None:
        if not known:  # The other one comes between the question and the answer.
            known.append(None)
            known.append(add(cast, file=prepared, by=cast.second_writer))
            return
        ask(*args)

    monkeypatch.setattr(library, "refuse_duplicate", overtaken)
    with pytest.raises(library.AlreadyInLibrary) as refused:
        add(cast, file=prepared)
    assert refused.value.image == known[1] == Image.objects.get()
    assert len(files(settings)) == len(known[1].widths)


def test_a_row_that_fails_leaves_no_file(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("the record can't be written")

    monkeypatch.setattr(library, "record", fail)
    with pytest.raises(IntegrityError):
        add(cast)
    assert not Image.objects.exists() and not files(settings)


def test_a_full_disk_leaves_no_file_and_no_row(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    save, calls = default_storage.save, []

    def fill_up(name: str, content: Any) -> str:
        calls.append(name)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return save(name, content)

    monkeypatch.setattr(default_storage, "save", fill_up)
    with pytest.raises(OSError, match="No space"):
        add(cast)
    assert not Image.objects.exists() and not files(settings)


def test_changing_the_words_is_recorded(cast: Cast) -> None:
    image = add(cast)
    words = {"alt": "Cầu treo", "caption": "Cầu thông xe", "credit": "Sở Xây dựng"}
    changed = library.change_description(image, by=cast.editor, now=NOW, **words)
    assert changed.alt == Image.objects.get().alt == "Cầu treo"
    assert entries_of(image).first().data == {"changed": {"alt": ["Cây cầu mới", "Cầu treo"]}}
    library.change_description(image, by=cast.editor, now=NOW, **words)
    assert entries_of(image).count() == 2, "nothing changed, nothing is recorded"


def test_a_stranger_changes_and_removes_nothing(cast: Cast) -> None:
    image = add(cast)
    with pytest.raises(NotAllowed):
        library.change_description(image, by=cast.stranger, now=NOW, alt="Khác")
    with pytest.raises(NotAllowed):
        library.remove(image, by=cast.stranger, now=NOW)
    assert Image.objects.get().alt == "Cây cầu mới"


def test_words_cannot_be_taken_away(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        library.change_description(add(cast), by=cast.writer, now=NOW, alt="")


def test_removing_takes_the_files_along(cast: Cast, settings: Any, django_capture_on_commit_callbacks: Any) -> None:
    image = add(cast)
    with django_capture_on_commit_callbacks(execute=True):
        library.remove(image, by=cast.writer, now=NOW)
    assert not Image.objects.exists() and not files(settings)
    assert entries_of(Image(pk=image.pk)).first().act == "image.removed"


@pytest.mark.parametrize("place", ["cover", "body"])
def test_a_used_picture_is_not_removed(cast: Cast, settings: Any, place: str) -> None:
    image = add(cast)
    text = {"cover": image} if place == "cover" else {"body": f'<figure data-image="{image.pk}"></figure>'}
    edition = factories.draft(cast.department, cast.writer, **text)
    with pytest.raises(Refused, match="không xóa được"):
        library.remove(image, by=cast.writer, now=NOW)
    assert Image.objects.exists() and files(settings)
    publishing.edit(edition, by=cast.writer, now=NOW, seen=edition.version, cover=None, body="<p>Không ảnh</p>")
    library.remove(image, by=cast.writer, now=NOW)
    assert not Image.objects.exists()
