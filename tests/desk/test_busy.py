"""A database that is locked: nothing happens, a sentence says so, and whatever was typed is still there."""

from typing import Any

import pytest
from django.db import OperationalError
from django.urls import reverse

from comments.models import Comment, State
from departments import accounts, editing, membership
from departments.models import Role
from news import categories, discussion
from news.pictures import library
from tests import factories
from tests.desk.pages import desk_of, words

BUSY = "Cơ sở dữ liệu đang bận"


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that makes an act find the database locked."""

    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    return lambda module, name: monkeypatch.setattr(module, name, locked)


def test_a_category_being_added(cast: Any, lock: Any) -> None:
    lock(categories, "add")
    data = {"name": "Chuyên mục vừa gõ", "slug": "vua-go", "description": "", "order": "1"}
    page = desk_of(cast.admin).post("/quan-tri/news/category/add/", data)
    assert page.status_code == 200 and BUSY in words(page) and "Chuyên mục vừa gõ" in words(page)


def test_a_department_being_changed(cast: Any, lock: Any) -> None:
    lock(editing, "edit")
    data = {"introduction": "", "address": "Số 1 phố vừa gõ", "phone": "", "email": ""}
    data |= {"leaders-TOTAL_FORMS": "0", "leaders-INITIAL_FORMS": "0"}
    page = desk_of(cast.manager).post(f"/quan-tri/departments/department/{cast.department.pk}/change/", data)
    assert page.status_code == 200 and BUSY in words(page) and "Số 1 phố vừa gõ" in words(page)


def test_an_account_being_opened(cast: Any, lock: Any) -> None:
    lock(accounts, "open_account")
    data = {"full_name": "Người Vừa Gõ", "username": "vuago", "email": "v@example.vn", "role": Role.WRITER}
    data |= {"password1": "mật khẩu dài để thử", "password2": "mật khẩu dài để thử", "department": cast.department.pk}
    page = desk_of(cast.manager).post("/quan-tri/departments/user/add/", data)
    assert page.status_code == 200 and BUSY in words(page) and "Người Vừa Gõ" in words(page)


def test_a_password_being_given(cast: Any, lock: Any) -> None:
    lock(accounts, "set_password")
    data = {"password1": "mật khẩu dài để thử 2", "password2": "mật khẩu dài để thử 2"}
    page = desk_of(cast.manager).post(f"/quan-tri/departments/user/{cast.writer.pk}/password/", data)
    assert page.status_code == 200 and BUSY in words(page)
    page = desk_of(cast.writer).post(
        "/quan-tri/password_change/",
        {
            "old_password": "mật khẩu dài để thử",
            "new_password1": "một mật khẩu rất khác",
            "new_password2": "một mật khẩu rất khác",
        },
    )
    assert page.status_code == 200 and BUSY in words(page)


def test_a_role_being_given_and_ended(cast: Any, lock: Any) -> None:
    lock(membership, "grant")
    lock(membership, "end")
    data = {"user": cast.writer.pk, "department": cast.department.pk, "role": Role.EDITOR}
    data |= {"until_0": "", "until_1": "", "until": ""}
    desk = desk_of(cast.manager)
    page = desk.post("/quan-tri/departments/membership/add/", data)
    assert page.status_code == 200 and BUSY in words(page)
    held = cast.writer.memberships.get()
    assert BUSY in words(desk.post(reverse("admin:departments_membership_end", args=[held.pk]), follow=True))


def test_a_picture_being_added_described_and_deleted(cast: Any, lock: Any) -> None:
    from django.utils import timezone

    image = library.add(
        factories.jpeg(), department=cast.department, by=cast.writer, now=timezone.now(), alt="Cây cầu mới"
    )
    for act in ("add", "change_description", "remove"):
        lock(library, act)
    desk = desk_of(cast.writer)
    data = {"alt": "Chữ thay thế vừa gõ", "caption": "", "credit": "", "department": cast.department.pk}
    address = f"/quan-tri/news/image/{image.pk}/"
    for path, sent in (("/quan-tri/news/image/add/", {**data, "file": factories.jpeg()}), (f"{address}change/", data)):
        page = desk.post(path, sent)
        assert page.status_code == 200 and BUSY in words(page) and "Chữ thay thế vừa gõ" in words(page)
    assert BUSY in words(desk.post(f"{address}delete/", {"post": "yes"}, follow=True))


def test_a_form_isnt_written_on_the_second_way_either(cast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Showing the form again takes no transaction: on SQLite that would wait for the lock once more."""
    from django.contrib.admin import options

    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    client = desk_of(cast.admin)
    monkeypatch.setattr(options.transaction, "atomic", locked)
    data = {"name": "Chuyên mục vừa gõ", "slug": "vua-go", "description": "", "order": "1"}
    page = client.post("/quan-tri/news/category/add/", data)
    assert page.status_code == 200 and BUSY in words(page)


def test_the_switch_of_the_comments(cast: Any, lock: Any, published: Any) -> None:
    edition = published()
    lock(discussion, "set_open")
    address = reverse("admin:news_edition_discussion", args=[edition.pk])
    assert BUSY in words(desk_of(cast.editor).post(address, {"open": "0"}, follow=True))


def test_decisions_on_comments_keep_the_reason(cast: Any, published: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from comments.admin import decisions

    calls = []

    def locked(*args: Any, **kwargs: Any) -> None:
        calls.append(args)
        raise OperationalError("database is locked")

    from django.utils import timezone

    article = published().article
    both = [
        Comment.objects.create(
            article=article, text=f"Ý kiến {n}", sent_at=timezone.now(), consent_version="1", sender_hash="a" * 64
        )
        for n in (1, 2)
    ]
    monkeypatch.setattr(decisions, "_ACTS", dict.fromkeys(("approve", "reject"), locked))
    one = " ".join(f"{comment.pk}:pending" for comment in both)
    desk, address = desk_of(cast.moderator), "/quan-tri/comments/comment/quyet-dinh/"
    assert BUSY in words(desk.post(f"{address}approve/", {"one": one}, follow=True))
    # One wait for the lock is enough.
    assert len(calls) == 1
    page = desk.post(f"{address}reject/", {"one": one, "confirmed": "1", "usual": "", "words": "Lý do vừa gõ."})
    assert BUSY in words(page) and "Lý do vừa gõ." in words(page) and f'value="{one}"' in words(page)
    assert set(Comment.objects.values_list("state", flat=True)) == {State.PENDING}
