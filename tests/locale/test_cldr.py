"""What a language calls its weekdays and months, and how it writes numbers: our small files say what Babel says."""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare import cldr, words
from aftercare.numerals import decimal
from aftercare.presenters.calendar_names import month_name, weekday_name
from tests.locale.tool import load_tool

WHOLE = (words.LOCALE_DIR / "ru" / cldr.FILE).read_text(encoding="utf-8")
DAMAGED = {
    "missing": None,
    "empty": "",
    "cut in half": WHOLE[: len(WHOLE) // 2],
    "a month too few": WHOLE.replace('"декабря"', ""),
    "no list": WHOLE.replace("[months]", "months = 3\n[more]"),
    "no signs": WHOLE[: WHOLE.index("decimal")],
}


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    cldr.of_language.cache_clear()
    yield
    cldr.of_language.cache_clear()


@pytest.mark.parametrize("language", words.languages())
def test_the_file_of_each_language_says_what_babel_says(language: str) -> None:
    file = words.LOCALE_DIR / language / cldr.FILE
    assert tomllib.loads(file.read_text(encoding="utf-8")) == cldr.from_babel(language)
    # and `make strings` would write the very same
    assert load_tool("strings").cldr_text(language) == file.read_bytes()


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_or_missing_file_costs_no_name(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given
    text = DAMAGED[how]
    if text is not None:
        (tmp_path / "ru").mkdir()
        (tmp_path / "ru" / cldr.FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(words, "LOCALE_DIR", tmp_path)
    monkeypatch.setattr(words, "language", lambda: "ru")
    # then
    assert (month_name(12), month_name(6, alone=True), weekday_name(3)) == ("декабря", "июнь", "чт")
    assert decimal(36.6) == "36,6"
