"""Texts cut and escaped for notification systems."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.adapters.message_text import as_markup, clip, one_line, printable, utf16_units

FAMILY = "👩‍👧"
FLAG = "🇩🇪"


@given(text=st.text(max_size=80), limit=st.integers(1, 60))
def test_a_clipped_text_fits_and_begins_like_the_whole(text: str, limit: int) -> None:
    clipped = clip(text, limit, utf16_units)
    assert utf16_units(clipped) <= limit
    assert clipped == text or text.startswith(clipped.removesuffix("…"))


@given(accents=st.integers(0, 4), limit=st.integers(2, 40))
def test_a_cut_never_parts_an_accent_from_its_letter(accents: int, limit: int) -> None:
    letter = "e" + "\u0301" * accents
    kept = clip(letter * 20, limit).removesuffix("…")
    assert kept.replace(letter, "") == ""


def test_a_text_that_just_fits_stays_whole() -> None:
    assert clip("x" * 300, 300) == "x" * 300
    assert clip("x" * 301, 300) == "x" * 299 + "…"


@pytest.mark.parametrize("letter", [FAMILY, FLAG, "👍🏽", "e\u0301", "❤\ufe0f", "😀"])
def test_what_reads_as_one_letter_is_kept_or_dropped_whole(letter: str) -> None:
    text = "ab" + letter * 5
    for limit in range(3, utf16_units(text)):
        kept = clip(text, limit, utf16_units).removesuffix("…")
        assert kept.removeprefix("ab").replace(letter, "") == ""


def test_windows_counts_an_emoji_as_two() -> None:
    assert utf16_units("a😀") == 3
    assert utf16_units("\ud83d") == 1


def test_control_characters_and_half_letters_are_replaced() -> None:
    assert printable(" a\x00b\tc\nd\ud83d ") == "a b c\nd\ufffd"
    assert printable(FAMILY) == FAMILY
    assert one_line("a\n\n b\r\n") == "a b"


def test_markup_shows_the_signs_as_they_are() -> None:
    assert as_markup("""<b>5 & "6" 'x'</b>""") == """&lt;b&gt;5 &amp; "6" 'x'&lt;/b&gt;"""
