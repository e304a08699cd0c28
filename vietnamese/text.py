"""Vietnamese text: one normal form, a folded copy for searching, slugs, shortening and order."""

import re
import unicodedata

_D_STROKE = str.maketrans({"đ": "d", "Đ": "D"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SPACES = re.compile(r"\s+")
_UNSEEN = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), 127, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)

# CLDR vi: letters first (a ă â b c d đ e ê …), tones as second level in this order.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_LETTER_MARKS = "\u0302\u0306\u031b"


def nfc(text: str) -> str:
    """Return `text` in NFC without control and bidirectional-override characters.

    Line breaks and tabs stay. macOS sends NFD, and U+0340/0341 occur in old content; NFC folds both.
    """
    return unicodedata.normalize("NFC", text.translate(_UNSEEN))


def fold(text: str) -> str:
    """Return `text` as it is searched: no tones, no letter marks, đ→d, lower case, single spaces.

    `fold("THANH HOÁ") == fold("Thanh Hóa") == "thanh hoa"`; the result only loses, so folding twice changes nothing.
    """
    bare = _bare(text.translate(_D_STROKE))
    # Case folding can bring marks back (İ → i + dot), so they are dropped once more.
    return _SPACES.sub(" ", _bare(bare.casefold())).strip()


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def slug(text: str, limit: int = 80) -> str:
    """Return the address form of `text`: `[a-z0-9-]`, at most `limit` characters, cut at a word where possible."""
    whole = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(whole) <= limit:
        return whole
    head, dash, _ = whole[: limit + 1].rpartition("-")
    return head if dash else whole[:limit]


def cut(text: str, limit: int = 100) -> str:
    """Return `text` shortened at a word to at most `limit` characters, the closing "…" included.

    A single word longer than the limit is cut inside.
    """
    text = _SPACES.sub(" ", text).strip()
    if len(text) <= limit:
        return text
    head, space, _ = text[:limit].rpartition(" ")
    if not space:
        head = text[: limit - 1]
    return head.rstrip(" ,;:–-") + "…"


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a key that sorts as Vietnamese dictionaries do (CLDR vi): by letters, then by tones."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", nfc(text).casefold()):
        if char in _TONES:
            if tones:
                tones[-1] = _TONES.index(char) + 1
        elif char in _LETTER_MARKS:
            marked = unicodedata.normalize("NFC", _letter(letters) + char)
            if letters and marked in _ALPHABET:
                letters[-1] = _rank(marked)
        elif not unicodedata.combining(char):
            letters.append(_rank(char))
            tones.append(0)
    return tuple(letters), tuple(tones)


def _rank(char: str) -> int:
    place = _ALPHABET.find(char)
    return 1000 + place if place >= 0 else min(ord(char), 999)


def _letter(ranks: list[int]) -> str:
    return _ALPHABET[ranks[-1] - 1000] if ranks and ranks[-1] >= 1000 else ""
