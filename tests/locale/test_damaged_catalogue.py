"""Given a compiled catalogue that cannot be read, then the app speaks English and offers that language no more."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare import language, words

WHOLE = (words.LOCALE_DIR / "ru" / "LC_MESSAGES" / "aftercare.mo").read_bytes()
DAMAGED = {
    "empty": b"",
    "no catalogue": b"PNG and more than four bytes",
    "cut off in its head": WHOLE[:10],
    "cut in half": WHOLE[: len(WHOLE) // 2],
    "texts that are no UTF-8": WHOLE[: len(WHOLE) // 2] + b"\xff" * (len(WHOLE) - len(WHOLE) // 2),
}


@pytest.fixture(autouse=True)
def _english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(words, "_damaged", set())
    yield
    words.use_language(words.ENGLISH)


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_language_falls_back_to_english_once(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    file = tmp_path / "ru" / "LC_MESSAGES" / "aftercare.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(DAMAGED[how])
    monkeypatch.setattr(words, "LOCALE_DIR", tmp_path)
    # when a patient who chose it opens the app
    language.follow({"language": "ru"}, "ru_RU")
    # then
    assert words.language() == "en"
    assert words.gettext("Close") == "Close"
    assert words.languages() == ("en",)
    assert language.follow({"language": "ru"}, "ru_RU") is False
