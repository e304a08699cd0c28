"""The brake at the door: five wrong passwords and an account is closed for a quarter of an hour."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from audit.models import Entry
from departments import access
from tests.conftest import Cast

RIGHT = "mật khẩu dài để thử"


def log_in(username: str, password: str) -> Any:
    return Client().post("/quan-tri/login/", {"username": username, "password": password})


def failures() -> int:
    return Entry.objects.filter(act="account.login_failed").count()


def test_a_wrong_password_is_recorded_with_the_account_and_without_the_password(cast: Cast) -> None:
    assert log_in("bientap", "sai bét").status_code == 200
    entry = Entry.objects.get(act="account.login_failed")
    assert (entry.object_type, entry.object_id, entry.actor) == ("departments.user", cast.writer.pk, None)
    assert "sai bét" not in str(entry.data)


def test_an_unknown_account_is_refused_and_leaves_nothing(cast: Cast) -> None:
    assert log_in("khongco", "sai").status_code == 200
    assert failures() == 0


def test_after_five_even_the_right_password_waits_and_is_told_until_when(cast: Cast) -> None:
    for _time in range(5):
        log_in("bientap", "sai")
    answer = log_in("bientap", RIGHT)
    assert answer.status_code == 200
    assert "Nhập sai mật khẩu quá nhiều lần" in answer.content.decode()
    assert "sessionid" not in answer.cookies
    assert failures() == 5
    assert log_in("duyet", RIGHT).status_code == 302


def test_four_are_forgiven_and_a_success_counts_anew(cast: Cast) -> None:
    for _time in range(4):
        log_in("bientap", "sai")
    assert log_in("bientap", RIGHT).status_code == 302
    for _time in range(4):
        log_in("bientap", "sai")
    assert log_in("bientap", RIGHT).status_code == 302


def test_after_a_quarter_of_an_hour_it_is_open_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = timezone.now() - timedelta(minutes=15, seconds=1)
    with monkeypatch.context() as patch:
        patch.setattr(access.timezone, "now", lambda: earlier)
        for _time in range(5):
            log_in("bientap", "sai")
    assert failures() == 5
    assert log_in("bientap", RIGHT).status_code == 302


def test_after_logging_in_one_stands_at_the_desk(cast: Cast) -> None:
    assert log_in("bientap", RIGHT)["Location"] == "/quan-tri/"
