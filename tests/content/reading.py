"""How hard a text is to read, by the formula of Flesch and Kincaid, with syllables counted by vowel groups."""
from __future__ import annotations

import re


def grade(text: str) -> float:
    """The school grade of a text; it holds for English alone and says nothing of sense."""
    sentences = [sentence for sentence in re.split(r"[.?:]+", text) if re.search(r"[A-Za-z]", sentence)]
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    word = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))
