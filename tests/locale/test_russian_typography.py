"""Russian is set as Russian: its own quotes and dashes, no word that tells whether the patient is a man or a woman."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

FOLDER = Path(__file__).resolve().parents[2] / "locale" / "ru"
# A dash between words is long. A short one stands between two numbers, of which placeholders may be the ends.
SHORT_DASH = re.compile(r"(?<!\}) – | – (?!\{)")
LATIN_QUOTES = re.compile("[\"“”„']")
THREE_DOTS = re.compile(r"\.\.\.")
SPACE_BEFORE = re.compile(r"(?<!«) [,.;?:!](?!\w)")
COMMA_BEFORE_ONE_OR = re.compile(r"выше, или")
# "you did" of one person has a gender in Russian; of "вы" it has none, and nobody is addressed otherwise.
GENDERED = re.compile(r"\b[Вв]ы \w+(?:ла|лся|лась)\b|\b[Вв]ы (?:уверен|готов|должен|сам|один)\b|\(а\)")


def translations() -> list[tuple[str, str]]:
    found = []
    for name in ("interface", "content", "guides"):
        with (FOLDER / f"{name}.po").open("rb") as file:
            for message in read_po(file):
                forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
                found += [(name, form) for form in forms if message.id]
    return found


@pytest.mark.parametrize(
    "fault",
    [SHORT_DASH, LATIN_QUOTES, THREE_DOTS, SPACE_BEFORE, COMMA_BEFORE_ONE_OR, GENDERED],
    ids=["short-dash", "latin-quotes", "three-dots", "space-before", "comma-before-or", "gendered"],
)
def test_no_translation_has_this_fault(fault: re.Pattern[str]) -> None:
    assert [(name, text) for name, text in translations() if fault.search(text)] == []


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (SHORT_DASH, "Это – синяк"),
        (LATIN_QUOTES, 'Скажите "да"'),
        (GENDERED, "Вы выпила"),
        (GENDERED, "Вы уверен?"),
        (SPACE_BEFORE, "Да , конечно"),
    ],
)
def test_a_fault_would_be_found(fault: re.Pattern[str], text: str) -> None:
    assert fault.search(text)
