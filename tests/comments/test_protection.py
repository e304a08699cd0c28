"""What stands in place of a CSRF cookie: where the form was, and its stamp."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from comments import consent
from comments.protection import is_from_own_page, make_stamp, read_stamp

NOW = datetime(2026, 11, 24, 3, 0, 30, tzinfo=UTC)
OWN, FOREIGN = "https://portal.example", "https://evil.example"

HEADERS: list[tuple[dict[str, str], bool]] = [
    ({}, False),
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Sec-Fetch-Site": "none"}, False),
    ({"Sec-Fetch-Site": ""}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": OWN, "Referer": f"{OWN}/"}, False),
    ({"Sec-Fetch-Site": "same-origin", "Origin": FOREIGN}, True),
    ({"Origin": OWN}, True),
    ({"Origin": f"{OWN}:443"}, True),
    ({"Origin": FOREIGN}, False),
    ({"Origin": "null"}, False),
    ({"Origin": "http://portal.example"}, False),
    ({"Origin": f"{OWN}:8443"}, False),
    ({"Origin": f"{OWN}.evil.example"}, False),
    ({"Origin": "https://portal.example@evil.example"}, False),
    ({"Origin": "https://[broken"}, False),
    ({"Origin": f"{OWN}:99999"}, False),
    ({"Origin": FOREIGN, "Referer": f"{OWN}/tin-tuc/"}, False),
    ({"Origin": "null", "Referer": f"{OWN}/tin-tuc/"}, False),
    ({"Referer": f"{OWN}/tin-tuc/x-1/"}, True),
    ({"Referer": f"{FOREIGN}/{OWN}/"}, False),
    ({"Referer": "portal.example/tin-tuc/"}, False),
]


@pytest.mark.parametrize(("headers", "taken"), HEADERS)
def test_a_post_is_taken_only_from_our_own_page(settings: Any, headers: dict[str, str], taken: bool) -> None:
    settings.ALLOWED_HOSTS = ["portal.example"]
    request = RequestFactory().post("/", secure=True, headers={"Host": "portal.example", **headers})
    assert is_from_own_page(request) is taken


def test_a_stamp_says_when_and_with_which_consent_the_form_was_rendered() -> None:
    stamp = read_stamp(make_stamp(7, NOW), 7)
    assert stamp
    assert (stamp.article, stamp.rendered_at, stamp.consent_version) == (7, NOW, consent.VERSION)
    assert stamp.age(NOW + timedelta(minutes=3)) == timedelta(minutes=3)


def test_a_stamp_of_another_article_or_another_key_is_none() -> None:
    stamp = make_stamp(7, NOW)
    assert read_stamp(stamp, 8) is None
    assert read_stamp(stamp[:-1] + ("A" if stamp[-1] != "A" else "B"), 7) is None


def test_a_stamp_survives_a_change_of_the_key(settings: Any) -> None:
    stamp = make_stamp(7, NOW)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key", [settings.SECRET_KEY]
    assert read_stamp(stamp, 7)


def test_every_page_of_one_second_carries_the_same_stamp() -> None:
    assert make_stamp(7, NOW) == make_stamp(7, NOW + timedelta(microseconds=5))


@given(st.text())
def test_no_invented_stamp_is_read(text: str) -> None:
    assert read_stamp(text, 7) is None


@pytest.mark.parametrize("seconds", ["9" * 30, "-" + "9" * 17, "99999999999999"])
def test_a_stamp_beyond_the_calendar_is_none(seconds: str) -> None:
    from comments.protection import _signer

    assert read_stamp(_signer.sign(f"7.{seconds}.{consent.VERSION}"), 7) is None
