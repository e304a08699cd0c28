"""The first page answers "what waits for me", by role."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from news import publishing
from tests import factories
from tests.desk.pages import desk_of, words


def panels(user: Any) -> dict[str, Any]:
    """Return what the first page shows to `user`."""
    return {panel.key: panel for panel in desk_of(user).get("/quan-tri/").context["panels"]}


def titles(user: Any, key: str) -> list[str]:
    """Return the titles in one panel."""
    return [item.title for item in panels(user)[key].items]


def test_each_role_has_its_own_panels(cast: Any) -> None:
    assert set(panels(cast.writer)) == {"returned", "drafts", "with-others", "scheduled"}
    assert set(panels(cast.editor)) == {"returned", "to-approve", "drafts", "with-others", "scheduled"}
    assert set(panels(cast.moderator)) == {"comments"}
    assert set(panels(cast.manager)) == set()
    assert "Sở Xây dựng" in words(desk_of(cast.manager).get("/quan-tri/"))


def test_empty_panels_say_so(cast: Any) -> None:
    page = words(desk_of(cast.editor).get("/quan-tri/"))
    assert "Không có bài nào chờ bạn duyệt." in page
    assert "Chưa có bài nào được hẹn giờ." in page


def test_somebody_without_a_role_reads_what_to_do(cast: Any) -> None:
    nobody = factories.UserFactory()
    assert "Bạn chưa được giao vai trò nào." in words(desk_of(nobody).get("/quan-tri/"))


def test_a_writer_finds_drafts_and_what_came_back_with_its_note(cast: Any) -> None:
    factories.draft(cast.department, cast.writer, title="Nháp của tôi")
    factories.draft(cast.department, cast.second_writer, title="Nháp của người khác")
    back = factories.submitted(cast.department, cast.writer, title="Bài bị trả")
    publishing.return_(back, by=cast.editor, now=timezone.now(), seen=back.version, note="Thiếu số liệu.")
    assert titles(cast.writer, "drafts") == ["Nháp của tôi"]
    assert titles(cast.writer, "returned") == ["Bài bị trả"]
    assert panels(cast.writer)["returned"].items[0].note == "Thiếu số liệu."


def test_an_approver_finds_the_longest_waiting_first_and_never_their_own(cast: Any) -> None:
    now = timezone.now()
    factories.submitted(cast.department, cast.writer, title="Mới gửi", now=now - timedelta(hours=1))
    factories.submitted(cast.department, cast.writer, title="Gửi lâu", now=now - timedelta(days=3))
    factories.submitted(cast.department, cast.editor, title="Tôi viết", now=now)
    factories.submitted(cast.foreign_department, cast.stranger, title="Nơi khác", now=now)
    assert titles(cast.editor, "to-approve") == ["Gửi lâu", "Mới gửi"]
    assert panels(cast.editor)["to-approve"].items[0].age == "đã chờ 3\xa0ngày"
    assert titles(cast.editor, "with-others") == ["Tôi viết"]


def test_what_is_scheduled_stands_with_its_time(cast: Any, published: Any) -> None:
    published(title="Sắp đăng", live_from=timezone.now() + timedelta(days=1))
    published(title="Đã đăng")
    assert titles(cast.writer, "scheduled") == ["Sắp đăng"]


def test_a_full_panel_counts_the_rest(cast: Any) -> None:
    for number in range(11):
        factories.submitted(cast.department, cast.writer, title=f"Bài {number}")
    panel = panels(cast.editor)["to-approve"]
    assert (len(panel.items), panel.count, panel.more) == (8, 11, 3)
