"""The cast, and what every test stands on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from audit import database_rules
from departments.models import Department, Role, User
from news import publishing
from news.models import Edition
from tests import factories


def pytest_configure() -> None:
    """Tests neither collect static files nor hash passwords slowly."""
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        # A file, as in real life: the shared in-memory database locks whole tables between threads.
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(settings.DATA_DIR / "under-test.sqlite3")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@dataclass(frozen=True)
class Cast:
    """One department with one person for each role, and people who have no business in it."""

    department: Department
    foreign_department: Department
    writer: User
    second_writer: User
    editor: User
    publisher: User
    moderator: User
    manager: User
    stranger: User
    admin: User


@pytest.fixture
def cast(db: None) -> Cast:
    """The usual people: all roles in one department, a stranger with all roles in another."""
    own = factories.DepartmentFactory(name="Sở Xây dựng", slug="so-xay-dung")
    foreign = factories.DepartmentFactory(name="Sở Y tế", slug="so-y-te")
    return Cast(
        department=own,
        foreign_department=foreign,
        writer=factories.member(own, Role.WRITER, username="bientap", full_name="Lê Thị Biên"),
        second_writer=factories.member(own, Role.WRITER, username="bientap2", full_name="Phạm Văn Tập"),
        editor=factories.member(own, Role.EDITOR, username="duyet", full_name="Trần Văn Duyệt"),
        publisher=factories.member(own, Role.PUBLISHER, username="dang", full_name="Hoàng Thị Đăng"),
        moderator=factories.member(own, Role.MODERATOR, username="kiemduyet", full_name="Đỗ Văn Kiểm"),
        manager=factories.member(own, Role.MANAGER, username="quanly", full_name="Vũ Thị Quản"),
        stranger=factories.member(foreign, *Role, username="nguoila", full_name="Ngô Văn Lạ"),
        admin=factories.UserFactory(username="quantri", full_name="Quản trị", is_superuser=True),
    )


@pytest.fixture
def published(cast: Cast) -> Callable[..., Edition]:
    """A function that puts out an article: `published(title=…, now=…, live_until=…, department=…)`."""

    def publish(
        *,
        now: datetime | None = None,
        department: Department | None = None,
        live_from: datetime | None = None,
        live_until: datetime | None = None,
        dated_at: datetime | None = None,
        **text: Any,
    ) -> Edition:
        now = now or timezone.now() - timedelta(minutes=1)
        writer = cast.writer if department is None else cast.admin
        approver = cast.editor if department is None else factories.UserFactory(is_superuser=True)
        edition = factories.submitted(department or cast.department, writer, now=now, **text)
        return publishing.approve(
            edition,
            by=approver,
            now=now,
            seen=edition.version,
            live_from=live_from,
            live_until=live_until,
            dated_at=dated_at,
        )

    return publish


@pytest.fixture(autouse=True)
def own_media(tmp_path: Path, settings: Any) -> None:
    """Each test has its own folder for library files."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def rules_down_for_flush(request: pytest.FixtureRequest) -> Iterator[None]:
    """Append-only tables refuse the flush that ends a transactional test: the rules are down for just that, and the
    flush's post_migrate puts them back."""
    if not {"transactional_db", "live_server"} & set(request.fixturenames) and not _is_transactional(request):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    database_rules.uninstall()


def _is_transactional(request: pytest.FixtureRequest) -> bool:
    marker = request.node.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))
