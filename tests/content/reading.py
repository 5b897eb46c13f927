"""How hard a text is to read: the Flesch–Kincaid grade of a card and the length of its sentences.

Names are not what makes a text hard, so each counts as one short word: "Hyaluronic acid" is what the clinic called it.
`python tests/content/reading.py "A text."` prints both figures.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import textstat

HARDEST_GRADE = 6.0
LONGEST_SENTENCE = 15.0
# Words of the field that a patient has to meet, and that have no shorter equal.
TERMS = ("mesotherapy", "hyaluronic acid", "hyaluronic", "medicine", "medicines", "emergency", "allergy", "temperature")


def grade(card: str, names: Iterable[str] = ()) -> float:
    """The school grade at which a card can be read. Names and terms count as words of one syllable."""
    plain = _without(card, (*names, *TERMS))
    return float(textstat.flesch_kincaid_grade(plain))


def sentence_length(card: str, names: Iterable[str] = ()) -> float:
    """Words a sentence, on average."""
    plain = _without(card, names)
    sentences = [part for part in re.split(r"(?<=[.?!:])\s+", plain) if part.strip()]
    return len(plain.split()) / max(1, len(sentences))


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "it", text, flags=re.IGNORECASE)
    return text


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        sys.stdout.write(f"grade {grade(argument):.1f}, {sentence_length(argument):.1f} words a sentence\n")
