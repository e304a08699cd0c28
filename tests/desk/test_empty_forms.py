"""A form that was sent empty is refused in Vietnamese, whichever form of the desk it is."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from news.models import Edition
from portal.borrowed_messages import script_words
from tests import factories
from tests.desk.pages import desk_of, press, words

# Sentences of Django's that people would meet here if their translation were missing.
_ENGLISH = re.compile(r"Please |correct the|This field|is required|Enter a|ManagementForm|Select a|error(?:s)? below")
_ADDED = ("departments_department", "departments_membership", "departments_user", "news_category", "news_image")
_SCRIPTS_AND_TAGS = re.compile(r"(?s)<script.*?</script>|<[^>]+>")


def assert_vietnamese(response: Any) -> None:
    """Fail where the page has a sentence of Django's own in English."""
    found = _ENGLISH.findall(_SCRIPTS_AND_TAGS.sub("\n", words(response)))
    assert not found, found


@pytest.mark.parametrize("name", _ADDED)
def test_an_empty_new_form_is_refused_in_vietnamese(cast: Any, name: str) -> None:
    response = desk_of(cast.admin).post(reverse(f"admin:{name}_add"), {})
    assert response.status_code == 200
    assert "Chưa lưu: hãy xem các ô đánh dấu đỏ." in words(response)
    assert_vietnamese(response)


def test_an_emptied_form_is_refused_in_vietnamese(cast: Any) -> None:
    browser = desk_of(cast.admin)
    for name, pk in {
        "departments_department": cast.department.pk,
        "departments_user": cast.writer.pk,
        "news_category": factories.CategoryFactory().pk,
    }.items():
        response = browser.post(reverse(f"admin:{name}_change", args=[pk]), {})
        assert response.status_code == 200, name
        assert_vietnamese(response)
    for url in (
        reverse("admin:departments_user_password", args=[cast.writer.pk]),
        reverse("admin:password_change"),
        reverse("admin:news_edition_add"),
    ):
        response = browser.post(url, {})
        assert response.status_code == 200, url
        assert_vietnamese(response)


def test_an_empty_login_is_refused_in_vietnamese(client: Any, cast: Any) -> None:
    assert_vietnamese(client.post(reverse("admin:login"), {}))
    wrong = client.post(reverse("admin:login"), {"username": "bientap", "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in words(wrong)


@pytest.mark.parametrize("act", ["return", "schedule"])
def test_an_act_without_what_it_asks_for_is_refused_in_vietnamese(cast: Any, act: str) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    assert_vietnamese(press(cast.editor, edition, act))


def test_an_end_without_its_reason_is_refused_in_vietnamese(cast: Any, published: Callable[..., Edition]) -> None:
    edition = published()
    assert_vietnamese(press(cast.publisher, edition, "end"))


def test_no_row_chosen_says_what_to_do(cast: Any) -> None:
    sent = {"action": "approve_chosen", "index": "0"}
    response = desk_of(cast.moderator).post(reverse("admin:comments_comment_changelist"), sent, follow=True)
    assert "Hãy đánh dấu ít nhất một dòng trước khi bấm." in words(response)


def test_the_bulk_bar_counts_in_vietnamese() -> None:
    with override("vi"):
        assert script_words()["%(sel)s of %(cnt)s selected"] == ["Đã chọn %(sel)s/%(cnt)s"]
