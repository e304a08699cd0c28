"""Folding, slugs, shortening and order of Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.text import cut, fold, nfc, slug, sort_key

SPELLINGS = ["thanh hoa", "Thanh Hóa", "THANH HOÁ", "Thanh  Hóa ", unicodedata.normalize("NFD", "Thanh Hóa")]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_place_folds_alike(spelling: str) -> None:
    assert fold(spelling) == "thanh hoa"


def test_d_with_stroke_folds_to_d() -> None:
    assert fold("Đường Đê đỏ") == "duong de do"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)


def test_normalising_drops_nul_and_direction_overrides_and_keeps_lines() -> None:
    assert nfc("a\x00b\u202ec\nd\te") == "abc\nd\te"


@given(st.text())
def test_a_slug_is_an_address(text: str) -> None:
    made = slug(text)
    assert len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-") and not made.endswith("-")


def test_a_slug_keeps_the_words() -> None:
    assert slug("Đẩy mạnh chuyển đổi số, năm 2026!") == "day-manh-chuyen-doi-so-nam-2026"


@given(st.text(min_size=1), st.integers(min_value=2, max_value=120))
def test_a_cut_text_keeps_to_its_limit(text: str, limit: int) -> None:
    assert len(cut(text, limit)) <= limit


def test_a_text_is_cut_at_a_word() -> None:
    assert cut("Tập huấn kỹ năng phòng, chống đuối nước", 25) == "Tập huấn kỹ năng phòng…"


def test_a_short_text_is_not_cut() -> None:
    assert cut("Hỗ trợ đồ ấm", 12) == "Hỗ trợ đồ ấm"


def test_letters_come_in_dictionary_order() -> None:
    words = ["đa", "da", "ê", "e", "ơ", "ô", "o", "ư", "u", "â", "ă", "a", "nh"]
    assert sorted(words, key=sort_key) == ["a", "ă", "â", "da", "đa", "e", "ê", "nh", "o", "ô", "ơ", "u", "ư"]


def test_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["mạ", "mã", "má", "mả", "mà", "ma", "mab"], key=sort_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
        "mab",
    ]
