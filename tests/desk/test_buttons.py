"""Which buttons a person sees, by role and state."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from news import publishing
from tests import factories
from tests.desk.pages import address, desk_of, words

LABELS = {
    "save": "Lưu nháp",
    "submit": "Gửi duyệt",
    "approve": "Duyệt và đăng",
    "schedule": "Hẹn giờ đăng",
    "return": "Trả lại",
    "discard": "Hủy bản nháp",
    "revise": "Sửa bản mới",
    "end": "Dừng hiển thị",
    "take_down": "Gỡ bài",
}


def buttons(response: Any) -> dict[str, str]:
    """Return the acts of a page's buttons, with their words."""
    return dict(re.findall(r'name="_act" value="(\w+)"[^>]*>([^<]+)<', words(response)))


def test_a_writer_saves_hands_over_or_discards_a_draft(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    found = buttons(desk_of(cast.writer).get(address(edition)))
    assert {name: found[name] for name in ("save", "submit", "discard")} == {
        name: LABELS[name] for name in ("save", "submit", "discard")
    }
    assert not {"approve", "schedule", "return"} & set(found)


@pytest.mark.parametrize("who", ["editor", "publisher"])
def test_an_approver_decides_on_what_was_handed_over(cast: Any, who: str) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    found = buttons(desk_of(getattr(cast, who)).get(address(edition)))
    for name in ("approve", "schedule", "return"):
        assert found[name] == LABELS[name]


def test_a_writer_sees_what_was_handed_over_without_deciding(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = desk_of(cast.writer).get(address(edition))
    assert set(buttons(page)) == {"discard"}
    assert edition.title in words(page)


def test_an_approver_who_wrote_the_text_reads_why_there_is_no_button(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.editor)
    page = desk_of(cast.editor).get(address(edition))
    assert "approve" not in buttons(page)
    assert "Bạn đã viết một phần bài này nên người khác phải duyệt." in words(page)


def test_only_a_publisher_ends_or_takes_down(cast: Any, published: Any) -> None:
    edition = published()
    assert set(buttons(desk_of(cast.writer).get(address(edition)))) == {"revise"}
    assert set(buttons(desk_of(cast.editor).get(address(edition)))) == {"revise"}
    found = buttons(desk_of(cast.publisher).get(address(edition)))
    assert found == {name: LABELS[name] for name in ("revise", "end", "take_down")}


def test_an_article_with_a_version_in_work_leads_to_that_one(cast: Any, published: Any) -> None:
    edition = published()
    fresh = publishing.revise(edition, by=cast.writer, now=timezone.now(), seen=edition.version)
    page = desk_of(cast.writer).get(address(edition))
    assert "revise" not in buttons(page)
    assert address(fresh) in words(page)


def test_an_expired_version_can_be_revised_and_nothing_else(cast: Any, published: Any) -> None:
    start = timezone.now() - timedelta(days=2)
    edition = published(now=start, live_until=start + timedelta(days=1))
    assert set(buttons(desk_of(cast.publisher).get(address(edition)))) == {"revise"}


def test_the_form_has_the_words_that_people_know(cast: Any) -> None:
    page = words(desk_of(cast.writer).get("/quan-tri/news/edition/add/"))
    for label in ("Đơn vị", "Chuyên mục", "Tiêu đề", "Tóm tắt", "Nội dung", "Ảnh đại diện"):
        assert re.search(rf">\s*{label}\s*</label>", page), label
    assert "Viết bài mới" in words(desk_of(cast.writer).get("/quan-tri/"))
    assert "Viết bài mới" in words(desk_of(cast.writer).get("/quan-tri/news/edition/"))
