"""Two people at one text: nothing happens unseen, and nothing typed is lost."""

from typing import Any

from django.db import OperationalError
from django.utils import timezone

from news import publishing
from news.models import Edition, State
from tests import factories
from tests.desk.pages import press, text_of, words


def changed_by(person: Any, edition: Edition, **text: Any) -> None:
    """Let somebody else change the text."""
    publishing.edit(edition, by=person, now=timezone.now(), seen=edition.version, **text)


def test_the_second_save_keeps_both_texts_on_the_screen(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    changed_by(cast.second_writer, edition, lead="Tóm tắt của người kia.")
    page = press(
        cast.writer, edition, "save", **text_of(edition, lead="Tóm tắt tôi vừa gõ.", body="<p>Câu tôi thêm.</p>")
    )
    edition.refresh_from_db()
    assert edition.lead == "Tóm tắt của người kia."
    for kept in ("Tóm tắt của người kia.", "Tóm tắt tôi vừa gõ.", "Câu tôi thêm.", "Phạm Văn Tập đã sửa bài này"):
        assert kept in words(page)


def test_after_seeing_both_the_person_can_save(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    changed_by(cast.second_writer, edition, lead="Tóm tắt của người kia.")
    page = press(cast.writer, edition, "save", **text_of(edition, lead="Gộp cả hai."))
    press(cast.writer, edition, "save", seen=page.context["seen"], **text_of(edition, lead="Gộp cả hai."))
    edition.refresh_from_db()
    assert edition.lead == "Gộp cả hai."


def test_approving_what_has_changed_since_does_nothing(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    changed_by(cast.second_writer, edition, title="Tiêu đề mới")
    page = press(cast.editor, edition, "approve")
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    assert "Tiêu đề mới" in words(page)
    assert "đã sửa bài này" in words(page)
    press(cast.editor, edition, "approve", seen=page.context["seen"])
    edition.refresh_from_db()
    assert edition.state == State.APPROVED


def test_returning_what_has_changed_keeps_the_note(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    changed_by(cast.second_writer, edition, title="Tiêu đề mới")
    page = press(cast.editor, edition, "return", note="Ghi chú dài tôi vừa gõ.")
    assert "Ghi chú dài tôi vừa gõ." in words(page)


def test_text_typed_into_what_was_approved_meanwhile_can_be_copied(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    publishing.approve(edition, by=cast.editor, now=timezone.now(), seen=edition.version)
    page = press(cast.writer, edition, "save", **text_of(edition, lead="Câu tôi thêm muộn."))
    assert "Câu tôi thêm muộn." in words(page)
    assert "Hãy chép từ đây" in words(page)
    assert Edition.objects.get(pk=edition.pk).lead != "Câu tôi thêm muộn."


def test_submitting_twice_is_one_act(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    press(cast.writer, edition, "submit", **text_of(edition))
    page = press(cast.writer, edition, "submit", **text_of(edition))
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    assert page.status_code == 200


def test_a_busy_database_keeps_what_was_typed(cast: Any, monkeypatch: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)

    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(publishing, "edit", locked)
    page = press(cast.writer, edition, "save", **text_of(edition, lead="Câu vừa gõ."))
    assert page.status_code == 200
    assert "Cơ sở dữ liệu đang bận" in words(page)
    assert "Câu vừa gõ." in words(page)
    monkeypatch.setattr(publishing, "approve", locked)
    waiting = factories.submitted(cast.department, cast.writer)
    page = press(cast.editor, waiting, "approve")
    waiting.refresh_from_db()
    assert "Cơ sở dữ liệu đang bận" in words(page)
    assert waiting.state == State.SUBMITTED
