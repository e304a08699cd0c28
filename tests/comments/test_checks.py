"""Each check alone, and all together: verdict, evidence, and what the reader is told."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.checks_of_text import CHECKS, Facts, Verdict, count_links, findings_on
from comments.evidence import in_words

FINE = "Cảm ơn bài viết rất bổ ích."


def facts(text: str = FINE, **more: Any) -> Facts:
    return Facts(text=text, **{"age": timedelta(minutes=2), **more})


def found(name: str, looked_at: Facts) -> Any:
    return next(finding for finding in findings_on(looked_at) if finding.check == name)


def test_an_ordinary_comment_passes_every_check() -> None:
    assert {finding.verdict for finding in findings_on(facts())} == {Verdict.PASS}


def test_the_checks_stand_in_one_order() -> None:
    order = ["closed", "length", "same_text", "honeypot", "form_age", "rate", "links"]
    assert [check.__name__ for check in CHECKS] == order
    assert [finding.check for finding in findings_on(facts())] == order


def test_a_closed_article_takes_nothing() -> None:
    finding = found("closed", facts(is_open=False))
    assert finding.verdict == Verdict.CLOSED and finding.message


@pytest.mark.parametrize(
    ("count", "verdict"),
    [(0, Verdict.ASK), (9, Verdict.ASK), (10, Verdict.PASS), (2000, Verdict.PASS), (2001, Verdict.ASK)],
)
def test_the_length_has_a_lower_and_an_upper_limit(count: int, verdict: Verdict) -> None:
    finding = found("length", facts("ệ" * count))
    assert finding.verdict == verdict
    if verdict == Verdict.ASK:
        assert finding.field == "text" and finding.evidence == {"characters": count}


def test_too_long_a_text_is_told_how_much_is_too_much() -> None:
    assert "345" in str(found("length", facts("a" * 2345)).message)


def test_damaged_characters_are_named() -> None:
    finding = found("length", facts(FINE + "\ufffd"))
    assert finding.verdict == Verdict.ASK and "�" in str(finding.message)


def test_a_repetition_adds_nothing_and_the_same_words_of_others_are_noted() -> None:
    assert found("same_text", facts(is_repeat=True)).verdict == Verdict.REPEAT
    finding = found("same_text", facts(same_text=3))
    assert (finding.verdict, finding.evidence) == (Verdict.NOTE, {"others": 3})


def test_a_filled_trap_is_spam_with_its_evidence_cut_short() -> None:
    finding = found("honeypot", facts(trap="x" * 500))
    assert finding.verdict == Verdict.SPAM and len(finding.evidence["filled_with"]) == 100


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [
        (None, Verdict.ASK),
        (-5, Verdict.ASK),
        (2, Verdict.ASK),
        (3, Verdict.PASS),
        (86_400, Verdict.PASS),
        (86_401, Verdict.ASK),
    ],
)
def test_a_form_must_be_genuine_and_neither_too_young_nor_too_old(seconds: int | None, verdict: Verdict) -> None:
    age = None if seconds is None else timedelta(seconds=seconds)
    finding = found("form_age", facts(age=age))
    assert finding.verdict == verdict
    assert finding.field is None


def test_reached_limits_say_when_there_is_room_again() -> None:
    first, last = datetime(2026, 11, 24, 3, 0, tzinfo=UTC), datetime(2026, 11, 24, 3, 4, tzinfo=UTC)
    finding = found("rate", facts(full_until={"sender": first, "article": last}))
    assert finding.verdict == Verdict.LATER
    assert finding.retry_at == last
    assert "10:05 SA" in str(finding.message)
    assert finding.evidence == {"limits": ["article", "sender"]}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Xem tại https://lamson.example/tin", 1),
        ("Xem www.lamson.example nhé", 1),
        ("vào nhacai88.com đăng ký", 1),
        ("vào NHACAI88.COM đăng ký", 1),
        ("hai nơi: bet.vip-88.xyz và https://a.b/c", 2),
        ("bit.ly/abc123", 1),
        ("Gửi về ten@example.vn giúp tôi", 0),
        ("Từ ngày 24.11.2026, giá 1.200.000 đồng/m2, v.v", 0),
        ("Anh đi về.Com chín rồi", 0),
        ("Tốc độ 40 km/h. TP.HCM, Q.1", 0),
    ],
)
def test_links_are_counted_as_people_would(text: str, count: int) -> None:
    assert count_links(text) == count


def test_one_link_is_noted_and_a_second_is_asked_away() -> None:
    one = found("links", facts(f"{FINE} https://a.example"))
    assert (one.verdict, one.evidence) == (Verdict.NOTE, {"links": 1})
    two = found("links", facts(f"{FINE} https://a.example https://b.example"))
    assert (two.verdict, two.field) == (Verdict.ASK, "text")


@given(st.text(max_size=3000))
def test_no_text_breaks_a_check(text: str) -> None:
    for finding in findings_on(facts(text)):
        assert finding.verdict == Verdict.PASS or finding.message or finding.evidence


def test_evidence_is_told_in_words() -> None:
    told = in_words(
        [
            {"check": "links", "verdict": "note", "links": 1},
            {"check": "same_text", "verdict": "note", "others": 4},
            {"check": "honeypot", "verdict": "spam", "filled_with": "http://x"},
            {"check": "of another time", "verdict": "note"},
        ]
    )
    assert len(told) == 4
    assert "4" in told[1] and "http://x" in told[2] and "of another time" in told[3]
