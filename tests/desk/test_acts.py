"""What the buttons do, and what a refusal leaves behind."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from news import publishing
from news.models import Edition, State, Takedown
from tests import factories
from tests.desk.pages import address, desk_of, press, text_of, words
from vietnamese.dates import local

ADD = "/quan-tri/news/edition/add/"


def start(cast: Any, act: str, **changes: Any) -> Any:
    """Send the form of a new article."""
    text = factories.text(**changes)
    text["category"] = text["category"].pk if text["category"] else ""
    data = {"department": cast.department.pk, "comments_open": "on", "_act": act, **text}
    return desk_of(cast.writer).post(ADD, data, follow=True)


def test_a_new_article_is_saved_as_a_draft(cast: Any) -> None:
    page = start(cast, "save", title="Mở chợ phiên")
    edition = Edition.objects.get(title="Mở chợ phiên")
    assert edition.state == State.DRAFT
    assert edition.article.department == cast.department
    assert edition.article.comments_open
    assert page.redirect_chain[-1][0] == address(edition)


def test_a_new_article_goes_to_the_approvers_in_one_step(cast: Any) -> None:
    start(cast, "submit", title="Mở chợ phiên")
    assert Edition.objects.get(title="Mở chợ phiên").state == State.SUBMITTED


def test_an_incomplete_article_is_kept_and_all_that_is_missing_is_named_at_its_field(cast: Any) -> None:
    page = start(cast, "submit", title="Mở chợ phiên", lead="", body="", category=None)
    edition = Edition.objects.get(title="Mở chợ phiên")
    assert edition.state == State.DRAFT
    for message in ("Hãy viết tóm tắt", "Bài chưa có nội dung.", "Hãy chọn chuyên mục."):
        assert message in words(page)


def test_an_empty_form_is_refused_at_its_field(cast: Any) -> None:
    page = start(cast, "save", title="", lead="", body="", category=None)
    assert page.status_code == 200
    assert "Hãy nhập tiêu đề bài viết." in words(page)
    assert not Edition.objects.exists()


def test_nobody_starts_an_article_for_a_foreign_department(cast: Any) -> None:
    data = {"department": cast.foreign_department.pk, "_act": "save", "title": "Lạ"}
    page = desk_of(cast.writer).post(ADD, data)
    assert page.status_code == 200
    assert page.context["form"].errors["department"]
    assert not Edition.objects.exists()


def test_handing_over_saves_what_was_typed_first(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    press(cast.writer, edition, "submit", **text_of(edition, title="Tiêu đề vừa gõ"))
    edition.refresh_from_db()
    assert (edition.title, edition.state) == ("Tiêu đề vừa gõ", State.SUBMITTED)


def test_saving_and_previewing_leads_to_the_readers_page(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    page = press(cast.writer, edition, "preview", **text_of(edition, title="Xem thử"))
    assert page.redirect_chain[-1][0] == reverse("admin:news_edition_preview", args=[edition.pk])  # type: ignore[attr-defined]
    assert "Xem thử" in words(page)


def test_an_approver_publishes_now(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = press(cast.editor, edition, "approve")
    edition.refresh_from_db()
    assert edition.is_public(timezone.now())
    assert "Đã đăng." in words(page)


def test_an_approver_schedules_with_day_and_time(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    tomorrow = local(timezone.now() + timedelta(days=1))
    page = press(
        cast.editor,
        edition,
        "schedule",
        live_from_0=f"{tomorrow:%d/%m/%Y}",
        live_from_1="07:30",
        live_until_0="",
        live_until_1="",
    )
    edition.refresh_from_db()
    assert edition.state == State.APPROVED
    assert f"{local(edition.live_from):%d/%m/%Y %H:%M}" == f"{tomorrow:%d/%m/%Y} 07:30"
    assert f"{tomorrow:%d/%m/%Y} 07:30" in words(page)


@pytest.mark.parametrize(
    ("day", "clock", "message"),
    [
        ("31/02/2030", "07:30", "Không có ngày này."),
        ("01/01/2030", "25:99", "Viết giờ như 08:30."),
        ("", "", "bắt buộc"),
        ("01/01/2020", "07:30", "Giờ đăng đã qua"),
    ],
)
def test_an_impossible_time_is_refused_with_what_was_typed(cast: Any, day: str, clock: str, message: str) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = press(cast.editor, edition, "schedule", live_from_0=day, live_from_1=clock, live_until_0="", live_until_1="")
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    assert message in words(page)
    assert f'value="{day}"' in words(page) or not day


def test_returning_needs_a_note(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = press(cast.editor, edition, "return", note="  ")
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    assert page.context["desk"].bound["return"].errors["note"]
    press(cast.editor, edition, "return", note="Bổ sung số liệu.")
    edition.refresh_from_db()
    assert (edition.state, edition.return_note) == (State.RETURNED, "Bổ sung số liệu.")
    assert "Bổ sung số liệu." in words(desk_of(cast.writer).get(address(edition)))


def test_ones_own_approval_is_refused_with_a_reason(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.editor)
    page = press(cast.editor, edition, "approve")
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    assert "người khác phải duyệt" in words(page)


def test_a_press_beyond_ones_role_is_refused_with_a_reason(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = press(cast.second_writer, edition, "approve")
    edition.refresh_from_db()
    assert edition.state == State.SUBMITTED
    assert "Vai trò của bạn không được làm việc này" in words(page)


def test_revising_opens_a_new_version_and_leads_there(cast: Any, published: Any) -> None:
    edition = published()
    page = press(cast.writer, edition, "revise")
    fresh = edition.article.editions.get(state=State.DRAFT)
    assert page.redirect_chain[-1][0] == address(fresh)  # type: ignore[attr-defined]


def test_ending_and_taking_down(cast: Any, published: Any) -> None:
    first, second = published(), published()
    press(cast.publisher, first, "end", note="Hết hạn đăng ký.")
    assert not Edition.objects.get(pk=first.pk).is_public(timezone.now())
    press(cast.publisher, second, "take_down", kind="error", note="Nhầm số liệu.")
    assert Takedown.objects.get().reason == "Nhầm số liệu."
    page = words(desk_of(cast.writer).get(address(second)))
    assert "Nhầm số liệu." in page
    assert "Đã gỡ" in page or "đã gỡ" in page


def test_discarding_keeps_the_record(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    page = press(cast.writer, edition, "discard", note="Trùng bài.")
    edition.refresh_from_db()
    assert edition.state == State.DISCARDED
    assert "Trùng bài." in words(page)


def test_each_press_leaves_one_row_in_the_record(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    before = Entry.objects.count()
    press(cast.writer, edition, "save", **text_of(edition, title="Khác"))
    assert Entry.objects.count() == before + 1


@pytest.mark.parametrize("seen", ["", "x", "-1", "1" * 30, "1\x00"])
def test_a_button_without_the_version_that_was_seen_is_a_bad_request(cast: Any, seen: str) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = desk_of(cast.editor).post(address(edition), {"_act": "approve", "seen": seen})
    assert page.status_code == 400


@pytest.mark.parametrize("act", ["", "publish", "approve\x00", "a" * 10_000])
def test_an_unknown_act_is_a_bad_request(cast: Any, act: str) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = desk_of(cast.editor).post(address(edition), {"_act": act, "seen": edition.version})
    assert page.status_code == 400


def test_bad_values_are_named_at_their_fields(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    sent = text_of(edition, title="a" * 400, category="99" * 20, cover="-3")
    page = press(cast.writer, edition, "save", **sent)
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"title", "category", "cover"}
    assert "a" * 400 in words(page)


def test_two_versions_beginning_at_one_moment_are_refused(cast: Any, published: Any) -> None:
    edition = published()
    fresh = publishing.revise(edition, by=cast.writer, now=timezone.now(), seen=edition.version)
    fresh = publishing.submit(fresh, by=cast.writer, now=timezone.now(), seen=fresh.version)
    day = local(edition.live_from - timedelta(days=1))
    page = press(
        cast.editor,
        fresh,
        "schedule",
        live_from_0=f"{day:%d/%m/%Y}",
        live_from_1="08:00",
        live_until_0="",
        live_until_1="",
    )
    assert "Giờ đăng đã qua" in words(page)
