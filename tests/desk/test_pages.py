"""Policies, preview, words and shape of the desk's pages."""

import re
from typing import Any

import pytest
from django.urls import reverse

from tests import factories
from tests.desk.pages import address, desk_of, words

_INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son[a-z]+=\"|\sstyle=\"")
LISTS = (
    "news_edition",
    "news_image",
    "comments_comment",
    "departments_department",
    "departments_membership",
    "departments_user",
    "news_category",
    "audit_entry",
)
# Words of Django's own pages that its Vietnamese catalogue once lacked.
_ENGLISH = (
    "Select ",
    "Add ",
    "Change ",
    "Delete ",
    "Search",
    "Welcome",
    "Log out",
    "View site",
    "Show ",
    "Toggle",
    "Skip to",
    "Breadcrumbs",
    "Error:",
)


def strict(response: Any) -> bool:
    """Return whether the page may run nothing but files of ours."""
    return "unsafe" not in response["Content-Security-Policy"]


def all_pages(cast: Any) -> list[str]:
    """Return the addresses of the desk's pages."""
    edition = factories.submitted(cast.department, cast.writer)
    return [
        reverse("admin:index"),
        *(reverse(f"admin:{name}_changelist") for name in LISTS),
        address(edition),
        reverse("admin:news_edition_history", args=[edition.pk]),
        reverse("admin:password_change"),
        reverse("admin:departments_user_add"),
        reverse("admin:departments_user_change", args=[cast.writer.pk]),
        reverse("admin:departments_membership_change", args=[cast.writer.memberships.get().pk]),
        reverse("admin:departments_user_password", args=[cast.writer.pk]),
        reverse("admin:news_category_add"),
    ]


def test_pages_without_the_editor_are_strict_and_have_no_inline_code(cast: Any) -> None:
    browser = desk_of(cast.admin)
    for url in all_pages(cast):
        response = browser.get(url)
        assert response.status_code == 200, url
        assert strict(response), url
        assert not _INLINE.search(words(response)), url


def test_only_pages_with_the_editor_allow_it(cast: Any) -> None:
    draft = factories.draft(cast.department, cast.writer)
    browser = desk_of(cast.writer)
    assert not strict(browser.get(reverse("admin:news_edition_add")))
    assert not strict(browser.get(address(draft)))
    assert strict(browser.get(address(factories.submitted(cast.department, cast.writer))))


def test_every_page_speaks_vietnamese_with_one_heading(cast: Any) -> None:
    browser = desk_of(cast.admin)
    for url in all_pages(cast):
        page = words(browser.get(url))
        assert len(re.findall(r"<h1[ >]", page)) == 1, url
        assert 'lang="vi"' in page
        text = re.sub(r"<[^>]+>", "\n", re.sub(r"(?s)<script.*?</script>", "", page))
        assert not [word for word in _ENGLISH if re.search(rf"^\s*{word}", text, re.M)], url


def test_the_login_page_stands_in_the_same_clothes(client: Any, cast: Any) -> None:
    response = client.get(reverse("admin:login"))
    assert strict(response)
    assert "Đăng nhập" in words(response)
    assert "desk/desk.css" in words(response)
    failed = client.post(reverse("admin:login"), {"username": "bientap", "password": "sai"})
    assert failed.status_code == 200
    assert 'class="errornote"' in words(failed)


@pytest.mark.parametrize("state", ["draft", "submitted", "published"])
def test_the_preview_is_the_readers_page_and_kept_by_nobody(cast: Any, published: Any, state: str) -> None:
    make = {"draft": factories.draft, "submitted": factories.submitted}
    edition = (
        published(title="Xem thử")
        if state == "published"
        else make[state](cast.department, cast.writer, title="Xem thử")
    )
    response = desk_of(cast.writer).get(reverse("admin:news_edition_preview", args=[edition.pk]))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "Xem thử" in words(response)
    assert "Xem trước" in words(response)


def test_long_names_stay_whole(cast: Any) -> None:
    name = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"
    below = factories.DepartmentFactory(name=name, slug="vp", parent=cast.department)
    edition = factories.draft(below, cast.writer, title="Hội nghị " * 30)
    assert name in words(desk_of(cast.writer).get(address(edition)))


def test_the_history_is_readable(cast: Any, published: Any) -> None:
    edition = published()
    for url in (address(edition), reverse("admin:news_edition_history", args=[edition.pk])):
        page = words(desk_of(cast.writer).get(url))
        for act in ("bắt đầu bài viết", "gửi duyệt", "đã duyệt đăng"):
            assert act in page


def test_the_menu_has_only_what_one_may_open(cast: Any) -> None:
    def menu(user: Any) -> list[str]:
        return [entry["url"] for entry in desk_of(user).get(reverse("admin:index")).context["menu"]]

    assert menu(cast.writer) == ["/quan-tri/news/edition/", "/quan-tri/news/image/"]
    assert menu(cast.moderator) == ["/quan-tri/comments/comment/"]
    assert len(menu(cast.admin)) == len(LISTS)
    for user in (cast.writer, cast.moderator, cast.manager, cast.admin):
        for url in menu(user):
            assert desk_of(user).get(url).status_code == 200
