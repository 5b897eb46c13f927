"""How hard a text is to read: the Flesch–Kincaid grade of a card and the length of its sentences.

The names of products, procedures and activities are not what makes a text hard, so each counts as one short word: a
patient meets "hyaluronic acid" as what the clinic called it. No other word is spared. The grade is made for whole
paragraphs; of two or three words it says little, so texts are measured as the cards in which they are read.
`python tests/content/reading.py "A text."` prints both figures.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import textstat

HARDEST_GRADE = 6.0
LONGEST_SENTENCE = 15.0
# Names that stand in no list of the content: the whole method, and the substance it is best known for.
TERMS = ("mesotherapy", "hyaluronic acid")


def grade(card: str, names: Iterable[str] = ()) -> float:
    """The school grade at which a card can be read. Names count as words of one syllable."""
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
