"""Senders are told apart by network, and no address is kept."""

from typing import Any

import pytest
from django.test import RequestFactory

from comments.sender import address_of, sender_hash


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.5", "203.0.113.250", True),
        ("203.0.113.5", "203.0.114.5", False),
        ("2001:db8:1:2::1", "2001:db8:1:ffff::9", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("::ffff:203.0.113.5", "203.0.113.77", True),
        ("fe80::1%eth0", "fe80::1", True),
        ("not an address", "", True),
    ],
)
def test_senders_share_a_mark_by_network(one: str, other: str, same: bool) -> None:
    assert (sender_hash(one) == sender_hash(other)) is same


def test_the_mark_needs_the_key(settings: Any) -> None:
    before = sender_hash("203.0.113.5")
    settings.COMMENT_HASH_KEY = "another key"
    assert sender_hash("203.0.113.5") != before
    assert len(before) == 64


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.1", "203.0.113.5"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        (2, "6.6.6.6, 198.51.100.1, 192.0.2.9", "198.51.100.1"),
        (2, "198.51.100.1", "203.0.113.5"),
        (1, None, "203.0.113.5"),
    ],
)
def test_only_our_own_proxies_are_believed(settings: Any, proxies: int, forwarded: str | None, address: str) -> None:
    settings.PORTAL_TRUSTED_PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="203.0.113.5", headers=headers)) == address
