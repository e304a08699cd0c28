"""What an operator can mis-set is found by `manage.py check`, with an id and a hint."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks

from portal import checks

ROOT = Path(__file__).resolve().parents[2]
MIS_SET: list[tuple[str, dict[str, Any]]] = [
    ("portal.E001", {"PORTAL_DEMO": True, "ALLOWED_HOSTS": ["127.0.0.1", "lamson.gov.vn"]}),
    ("portal.E001", {"PORTAL_DEMO": True, "ALLOWED_HOSTS": ["*"]}),
    ("portal.E002", {"DEBUG": True, "ALLOWED_HOSTS": ["lamson.gov.vn"]}),
    ("portal.E003", {"MEDIA_ROOT": "/srv/portal/static/media", "STATIC_ROOT": "/srv/portal/static"}),
    ("portal.E003", {"MEDIA_ROOT": "/srv/portal", "STATIC_ROOT": "/srv/portal/static"}),
    ("portal.E003", {"MEDIA_ROOT": "/srv/portal/files/../static", "STATIC_ROOT": "/srv/portal/static"}),
    ("portal.E004", {"MEDIA_ROOT": "/dev/null/media"}),
    *[("portal.E005", {name: 0}) for name in checks.ABOVE_ZERO],
    *[("portal.E005", {name: -1}) for name in checks.NOT_BELOW_ZERO],
    ("portal.E006", {"COMMENT_STAMP_MIN_SECONDS": 60, "COMMENT_STAMP_MAX_SECONDS": 60}),
    ("portal.E007", {"PORTAL_TRUSTED_PROXIES": 1, "SECURE_PROXY_SSL_HEADER": None}),
    (
        "portal.W001",
        {"PORTAL_TRUSTED_PROXIES": 0, "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")},
    ),
    ("portal.W002", {"ENGINE": "django.db.backends.sqlite3"}),
    ("portal.W003", {"SECRET_KEY": "k" * 60, "COMMENT_HASH_KEY": "k" * 60}),
    ("portal.W003", {"COMMENT_HASH_KEY": "short"}),
    ("portal.W004", {"ALLOWED_HOSTS": ["*"]}),
    ("portal.W005", {"CSRF_TRUSTED_ORIGINS": ["http://lamson.gov.vn"]}),
    (
        "portal.W006",
        {
            "AUTH_PASSWORD_VALIDATORS": [
                {
                    "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
                    "OPTIONS": {"min_length": 8},
                }
            ]
        },
    ),
]


@pytest.fixture
def well_set(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Settings as a careful operator leaves them."""
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    settings.ALLOWED_HOSTS = ["lamson.gov.vn"]
    settings.COMMENT_HASH_KEY = "h" * 60
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path / "media", tmp_path / "static"
    settings.SECURE_PROXY_SSL_HEADER, settings.PORTAL_TRUSTED_PROXIES = ("HTTP_X_FORWARDED_PROTO", "https"), 1
    return settings


def found() -> list[CheckMessage]:
    """Return what the portal's own checks say, those of `check --deploy` included."""
    return [
        message
        for message in run_checks(include_deployment_checks=True)
        if isinstance(message.id, str) and message.id.startswith("portal.")
    ]


@pytest.mark.usefixtures("well_set")
def test_careful_settings_pass() -> None:
    assert found() == []


@pytest.mark.parametrize(("identity", "mis_set"), MIS_SET)
def test_each_mistake_is_named_with_a_hint(
    well_set: Any, monkeypatch: pytest.MonkeyPatch, identity: str, mis_set: dict[str, Any]
) -> None:
    for name, value in mis_set.items():
        if name == "ENGINE":
            monkeypatch.setitem(well_set.DATABASES["default"], name, value)
        else:
            setattr(well_set, name, value)
    messages = [message for message in found() if message.id == identity]
    assert messages, f"{identity} is not seen"
    assert all(message.hint for message in messages)


def test_every_check_is_tried_here() -> None:
    written = set(re.findall(r'id="(portal\.[EW]\d+)"', inspect.getsource(checks)))
    assert written == {identity for identity, _ in MIS_SET}


def test_every_check_is_in_the_operators_handbook() -> None:
    handbook = (ROOT / "docs" / "van-hanh.md").read_text()
    assert [identity for identity, _ in MIS_SET if identity not in handbook] == []
