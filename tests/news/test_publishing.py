"""From draft to published: who may do what, when, and what is on record."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from audit.models import Entry
from audit.record import entries_of
from news import publishing
from news.completeness import problems_of
from news.models import Edition, State, Takedown
from news.refusals import Incomplete, NotAllowed, Refused, Stale
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()
HOUR = timedelta(hours=1)


def test_a_writer_starts_an_article_of_the_own_department(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer)
    assert edition.state == State.DRAFT
    assert list(Edition.objects.public(timezone.now())) == []


@pytest.mark.parametrize("who", ["moderator", "manager", "stranger"])
def test_others_do_not_start_articles_there(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        factories.draft(cast.department, getattr(cast, who))


def test_a_role_above_holds_below(cast: Cast) -> None:
    unit = factories.DepartmentFactory(parent=cast.department, kind="unit")
    assert factories.draft(unit, cast.writer).department == unit


def test_a_draft_may_be_incomplete(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer, lead="", body="", category=None)
    assert edition.pk


def test_submitting_names_every_problem_at_once(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer, lead="", body="", category=None)
    with pytest.raises(Incomplete) as refusal:
        publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)
    assert {problem.field for problem in refusal.value.problems} == {"lead", "body", "category"}
    edition.refresh_from_db()
    assert edition.state == State.DRAFT


@pytest.mark.parametrize(
    "href",
    [
        "/khong-co/",
        "/tin-tuc/bai-999999/",
        "/don-vi/khong-co/",
        "/chuyen-muc/khong-co/",
        "//[",
        "https://testserver/khong-co/",
    ],
)
def test_a_link_that_leads_nowhere_is_a_problem(cast: Cast, href: str) -> None:
    edition = factories.draft(cast.department, cast.writer, body=f'<p><a href="{href}">x</a></p>')
    with pytest.raises(Incomplete, match=re.escape(href)):
        publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)


def test_a_picture_that_left_the_library_is_a_problem(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer, body='<figure data-image="999999"></figure>')
    with pytest.raises(Incomplete, match="999999"):
        publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)


def test_a_second_person_approves_and_readers_see_it(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer, now=NOW)
    approved = publishing.approve(edition, by=cast.editor, now=NOW, seen=edition.version)
    assert list(Edition.objects.public(NOW)) == [approved]
    assert approved.dated_at == approved.live_from == NOW


def test_nobody_approves_the_own_text(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.editor)
    with pytest.raises(NotAllowed):
        publishing.approve(edition, by=cast.editor, now=timezone.now(), seen=edition.version)


def test_a_co_writer_does_not_approve_either(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    edition = publishing.edit(edition, by=cast.editor, now=NOW, seen=edition.version, title="Sửa một chữ")
    with pytest.raises(NotAllowed):
        publishing.approve(edition, by=cast.editor, now=timezone.now(), seen=edition.version)


def test_a_superuser_is_bound_by_four_eyes_too(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.admin)
    with pytest.raises(NotAllowed):
        publishing.approve(edition, by=cast.admin, now=timezone.now(), seen=edition.version)


def test_a_writer_does_not_approve(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    with pytest.raises(NotAllowed):
        publishing.approve(edition, by=cast.second_writer, now=timezone.now(), seen=edition.version)


def test_a_text_changed_since_it_was_looked_at_is_not_approved(cast: Cast) -> None:
    looked_at = factories.submitted(cast.department, cast.writer)
    publishing.edit(looked_at, by=cast.second_writer, now=NOW, seen=looked_at.version, title="Tiêu đề mới")
    with pytest.raises(Stale) as refusal:
        publishing.approve(looked_at, by=cast.editor, now=timezone.now(), seen=looked_at.version)
    assert refusal.value.current.title == "Tiêu đề mới"
    assert Edition.objects.get().state == State.SUBMITTED


def test_submitting_twice_is_one_act(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer)
    publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)
    with pytest.raises(Refused):
        publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)
    assert Entry.objects.filter(act="edition.submitted").count() == 1


def test_saving_an_unchanged_text_leaves_no_trace(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer)
    same = publishing.edit(edition, by=cast.second_writer, now=NOW, seen=edition.version, title=edition.title)
    assert same.version == edition.version
    assert not same.writers.filter(user=cast.second_writer).exists()


def test_returning_needs_a_note(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    with pytest.raises(Refused):
        publishing.return_(edition, by=cast.editor, now=NOW, seen=edition.version, note="  ")


def test_a_returned_text_is_corrected_and_submitted_again(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    edition = publishing.return_(edition, by=cast.editor, now=NOW, seen=edition.version, note="Thiếu giờ")
    assert (edition.state, edition.return_note) == (State.RETURNED, "Thiếu giờ")
    edition = publishing.edit(edition, by=cast.writer, now=NOW, seen=edition.version, lead="Lúc 8 giờ sáng.")
    edition = publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)
    assert publishing.approve(edition, by=cast.editor, now=NOW, seen=edition.version).state == State.APPROVED


def test_a_discarded_edition_stays_on_record(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer)
    publishing.discard(edition, by=cast.writer, now=NOW, seen=edition.version)
    assert Edition.objects.get().state == State.DISCARDED


def test_a_scheduled_edition_appears_at_its_time_without_any_job(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer, now=NOW)
    publishing.approve(edition, by=cast.editor, now=NOW, seen=edition.version, live_from=NOW + HOUR)
    assert not Edition.objects.public(NOW + HOUR - timedelta(microseconds=1)).exists()
    assert Edition.objects.public(NOW + HOUR).exists()


def test_a_time_that_is_past_is_refused(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer, now=NOW)
    with pytest.raises(Refused):
        publishing.approve(edition, by=cast.editor, now=NOW, seen=edition.version, live_from=NOW - HOUR)


def _second_edition(cast: Cast, first: Edition, now: Any, **text: Any) -> Edition:
    fresh = publishing.revise(first, by=cast.writer, now=now, seen=first.version)
    fresh = publishing.edit(fresh, by=cast.writer, now=now, seen=fresh.version, **text)
    return publishing.submit(fresh, by=cast.writer, now=now, seen=fresh.version)


def test_a_new_edition_replaces_the_one_before_at_its_start(cast: Cast, published: Callable[..., Edition]) -> None:
    first = published(now=NOW - HOUR, title="Bản thứ nhất")
    second = _second_edition(cast, first, NOW, title="Bản thứ hai")
    publishing.approve(second, by=cast.editor, now=NOW, seen=second.version, live_from=NOW + HOUR)
    before, after = NOW + HOUR - timedelta(microseconds=1), NOW + HOUR
    assert [e.title for e in Edition.objects.public(before)] == ["Bản thứ nhất"]
    assert [e.title for e in Edition.objects.public(after)] == ["Bản thứ hai"]


def test_a_new_edition_keeps_the_date_that_readers_know(cast: Cast, published: Callable[..., Edition]) -> None:
    first = published(now=NOW - 5 * HOUR)
    second = _second_edition(cast, first, NOW, title="Bản thứ hai")
    approved = publishing.approve(second, by=cast.editor, now=NOW, seen=second.version)
    assert approved.dated_at == first.dated_at


@pytest.mark.parametrize("hours", [0, 1, 2])
def test_a_scheduled_version_is_called_off_before_a_newer_one_is_approved(
    cast: Cast, published: Callable[..., Edition], hours: int
) -> None:
    first = published(now=NOW - HOUR)
    planned = _second_edition(cast, first, NOW, title="Bản đã hẹn")
    planned = publishing.approve(planned, by=cast.editor, now=NOW, seen=planned.version, live_from=NOW + 2 * HOUR)
    urgent = _second_edition(cast, first, NOW, title="Bản sửa gấp")
    approve = partial(
        publishing.approve, urgent, by=cast.editor, now=NOW, seen=urgent.version, live_from=NOW + hours * HOUR
    )
    with pytest.raises(Refused, match="Phiên bản 2"):
        approve()
    publishing.end(planned, by=cast.publisher, now=NOW, seen=planned.version, note="Có bản mới hơn")
    approve()
    assert [e.title for e in Edition.objects.public(NOW + 3 * HOUR)] == ["Bản sửa gấp"]


def test_only_one_version_is_in_work_at_a_time(cast: Cast, published: Callable[..., Edition]) -> None:
    first = published(now=NOW - HOUR)
    publishing.revise(first, by=cast.writer, now=NOW, seen=first.version)
    with pytest.raises(Refused):
        publishing.revise(first, by=cast.second_writer, now=NOW, seen=first.version)


def test_ending_takes_a_publisher_and_a_reason(cast: Cast, published: Callable[..., Edition]) -> None:
    edition = published(now=NOW - HOUR)
    with pytest.raises(NotAllowed):
        publishing.end(edition, by=cast.editor, now=NOW, seen=edition.version, note="Hết hạn")
    with pytest.raises(Refused):
        publishing.end(edition, by=cast.publisher, now=NOW, seen=edition.version, note="")
    publishing.end(edition, by=cast.publisher, now=NOW, seen=edition.version, note="Hết hạn")
    assert not Edition.objects.public(NOW).exists()
    assert entries_of(edition)[0].reason == "Hết hạn"
    with pytest.raises(Refused):
        publishing.end(edition, by=cast.publisher, now=NOW + HOUR, seen=edition.version, note="Lần nữa")


@pytest.mark.parametrize(
    ("own_end", "begins", "ends"), [(None, 1, None), (None, 1, 7), (5, 2, 30), (2, 1, 9), (5, 1, None)]
)
def test_a_schedule_called_off_leaves_the_version_before_as_it_was(
    cast: Cast, published: Callable[..., Edition], own_end: int | None, begins: int, ends: int | None
) -> None:
    day = timedelta(days=1)
    first = published(now=NOW - HOUR, live_until=NOW + own_end * day if own_end else None)
    second = _second_edition(cast, first, NOW, title="Bản thứ hai")
    second = publishing.approve(
        second,
        by=cast.editor,
        now=NOW,
        seen=second.version,
        live_from=NOW + begins * day,
        live_until=NOW + ends * day if ends else None,
    )
    publishing.end(second, by=cast.publisher, now=NOW, seen=second.version, note="Hoãn")
    before = first.live_until
    first.refresh_from_db()
    assert first.live_until == before
    assert [row.act for row in entries_of(first)[:2]] == ["edition.resumed", "edition.superseded"]


def test_a_schedule_called_off_does_not_date_the_article(cast: Cast) -> None:
    first = factories.submitted(cast.department, cast.writer, now=NOW)
    first = publishing.approve(first, by=cast.editor, now=NOW, seen=first.version, live_from=NOW + 3 * HOUR)
    publishing.end(first, by=cast.publisher, now=NOW, seen=first.version, note="Hoãn")
    second = _second_edition(cast, first, NOW, title="Bản sau")
    second = publishing.approve(second, by=cast.editor, now=NOW + 9 * HOUR, seen=second.version)
    assert second.dated_at == NOW + 9 * HOUR


def test_a_taken_down_article_gets_no_new_version_that_nobody_would_see(
    cast: Cast, published: Callable[..., Edition]
) -> None:
    first = published(now=NOW - HOUR)
    second = _second_edition(cast, first, NOW, title="Bản thứ hai")
    publishing.take_down(first, by=cast.publisher, now=NOW, seen=first.version, kind="error", note="Nhầm")
    with pytest.raises(Refused, match="gỡ"):
        publishing.approve(second, by=cast.editor, now=NOW, seen=second.version)
    assert Edition.objects.get(pk=second.pk).state == State.SUBMITTED


def test_a_taken_down_article_is_gone_with_its_reason(cast: Cast, published: Callable[..., Edition]) -> None:
    edition = published(now=NOW - HOUR)
    publishing.take_down(edition, by=cast.publisher, now=NOW, seen=edition.version, kind="error", note="Nhầm số liệu")
    assert not Edition.objects.public(NOW).exists()
    assert Takedown.objects.get().reason == "Nhầm số liệu"
    with pytest.raises(Refused):
        publishing.take_down(edition, by=cast.publisher, now=NOW, seen=edition.version, kind="error", note="Lần nữa")


def test_every_act_leaves_one_row_that_says_who_from_which_version_and_why(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer, now=NOW)
    publishing.return_(edition, by=cast.editor, now=NOW + HOUR, seen=edition.version, note="Thiếu nguồn")
    row = entries_of(edition)[0]
    assert (row.act, row.actor, row.version, row.reason, row.at) == (
        "edition.returned",
        cast.editor,
        edition.version,
        "Thiếu nguồn",
        NOW + HOUR,
    )


def test_a_refused_act_leaves_no_row(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    rows = Entry.objects.count()
    with pytest.raises(NotAllowed):
        publishing.approve(edition, by=cast.stranger, now=timezone.now(), seen=edition.version)
    assert Entry.objects.count() == rows


def test_a_link_to_a_draft_leads_nowhere_for_readers(cast: Cast, published: Callable[..., Edition]) -> None:
    hidden, shown = factories.draft(cast.department, cast.writer), published()
    for target, works in [(hidden, False), (shown, True)]:
        body = f'<p><a href="{target.get_absolute_url()}">x</a></p>'
        edition = factories.draft(cast.department, cast.writer, body=body)
        assert (problems_of(edition, NOW + HOUR) == []) is works
