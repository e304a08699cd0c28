"""Settings come from the environment and have no unsafe default outside the demo."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "a-long-text-for-this-test-" + "k" * 40


def load(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Load the settings in a fresh process whose environment is only what is given."""
    show = (
        "import json; from portal import settings as s; "
        "print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper() and n != 'LANGUAGES'}, default=str))"
    )
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", show],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PORTAL_ENV_FILE": str(tmp_path / "none"), **environment},
        capture_output=True,
        text=True,
    )


def loaded(tmp_path: Path, **environment: str) -> dict[str, Any]:
    """Return the settings that such a process has."""
    result = load(tmp_path, **environment)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_without_a_secret_key_nothing_starts(tmp_path: Path) -> None:
    for key in ({}, {"SECRET_KEY": ""}):
        result = load(tmp_path, **key)
        assert result.returncode != 0
        assert "SECRET_KEY is not set" in result.stderr
        assert "docs/van-hanh.md" in result.stderr


def test_production_is_secure_unless_asked_otherwise(tmp_path: Path) -> None:
    settings = loaded(tmp_path, SECRET_KEY=KEY)
    assert settings["DEBUG"] is False
    assert settings["PORTAL_DEMO"] is False
    assert settings["ALLOWED_HOSTS"] == []
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["SESSION_COOKIE_HTTPONLY"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_CONTENT_TYPE_NOSNIFF"] is True
    assert settings["SECURE_REFERRER_POLICY"] == "same-origin"
    assert "SECURE_PROXY_SSL_HEADER" not in settings
    assert settings["PORTAL_TRUSTED_PROXIES"] == 0


def test_public_pages_allow_nothing_inline_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    directives = loaded(tmp_path, SECRET_KEY=KEY)["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    assert {source for sources in directives.values() for source in sources} <= {"'self'", "'none'"}


def test_the_demo_answers_on_this_machine_only(tmp_path: Path) -> None:
    settings = loaded(tmp_path, SECRET_KEY=KEY, PORTAL_DEMO="1")
    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert settings["DEBUG"] is False


def test_behind_a_proxy_the_scheme_is_the_proxys_word(tmp_path: Path) -> None:
    settings = loaded(tmp_path, SECRET_KEY=KEY, PORTAL_BEHIND_PROXY="1", PORTAL_TRUSTED_PROXIES="1")
    assert settings["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_files_and_database_lie_in_the_data_folder(tmp_path: Path) -> None:
    settings = loaded(tmp_path, SECRET_KEY=KEY, PORTAL_DATA_DIR="/srv/portal")
    assert settings["DATABASES"]["default"]["NAME"] == "/srv/portal/portal.sqlite3"
    assert settings["MEDIA_ROOT"] == "/srv/portal/media"
    assert settings["STATIC_ROOT"] == "/srv/portal/static"


@pytest.mark.parametrize("name", ["PORTAL_TRUSTED_PROXIES", "PICTURE_MAX_BYTES", "COMMENT_MAX_LENGTH"])
def test_a_number_that_is_none_stops_the_process(tmp_path: Path, name: str) -> None:
    result = load(tmp_path, SECRET_KEY=KEY, **{name: "many"})
    assert result.returncode != 0


def test_environment_file_is_read_but_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / "portal.env"
    file.write_text(f"SECRET_KEY={KEY}\nCOMMENT_MAX_LENGTH=500\nCOMMENT_MAX_LINKS=3\n")
    settings = loaded(tmp_path, PORTAL_ENV_FILE=str(file), COMMENT_MAX_LINKS="2")
    assert (settings["COMMENT_MAX_LENGTH"], settings["COMMENT_MAX_LINKS"]) == (500, 2)
