"""Alive, ready, and the small files at fixed addresses."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.test import Client

from audit import database_rules
from portal import health


def test_alive_asks_nothing(client: Client) -> None:
    # Without the `db` fixture any query would raise.
    response = client.get("/healthz")
    assert response.status_code == 200 and response.content == b"ok\n"


def test_alive_whatever_host_is_asked(client: Client) -> None:
    # A load balancer asks by the machine's address.
    for host in ("10.0.0.5:8000", "evil.example", "a b"):
        response = client.get("/healthz", headers={"host": host})
        assert response.status_code == 200 and response.content == b"ok\n"
    assert client.post("/healthz").status_code == 405


def test_ready_when_nothing_is_missing(client: Client, db: None) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "checks": dict.fromkeys(("database", "migrations", "database_rules", "storage"), "ok"),
    }
    assert default_storage.listdir("")[1] == []


def test_not_ready_without_its_rules(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_rules, "missing", lambda: ["news_edition_frozen"])
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database_rules"] == "failed" and "frozen" not in response.content.decode()


def test_not_ready_with_migrations_to_apply(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: [("news.0002", False)])
    assert client.get("/readyz").json()["checks"]["migrations"] == "failed"


def test_not_ready_where_files_can_t_be_written(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> str:
        raise OSError("read-only")

    monkeypatch.setattr(default_storage, "save", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503 and response.json()["checks"]["storage"] == "failed"


def test_not_ready_without_a_database(client: Client, db: None) -> None:
    def lost(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("gone")

    with connection.execute_wrapper(lost):
        response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "failed" and response.json()["checks"]["storage"] == "ok"


def test_robots_stay_out_of_the_staff_s_side(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.status_code == 200 and response["Content-Type"].startswith("text/plain")
    assert "Disallow: /quan-tri/" in response.content.decode()


def test_the_icon_is_where_browsers_look_for_it(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"].endswith(".ico")
