"""How far two words are apart: typed so far, another ending, a slip of the finger. No language is built in."""
from __future__ import annotations

import unicodedata

# How far off a word is. Another ending and a slip count alike: "sking" is no nearer to "skin" than to "skiing".
EXACT, TYPED, BEGUN, ENDING, SLIP, TYPED_SLIP, TWO_SLIPS, TYPED_TWO_SLIPS = 0, 1, 2, 3, 3, 4, 5, 6
_LONGEST = 32


def normalised(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation; "ё" is "е". Never raises."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
    kept = "".join(
        letter if letter.isalnum() else " " for letter in plain.casefold() if not unicodedata.combining(letter)
    )
    return tuple(word[:_LONGEST] for word in kept.split())


def letters(word: str) -> int:
    """The letters of a word as a set of 64 bits; words of far apart sets cannot be alike."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def apart(typed: str, word: str, *, typing: bool) -> int | None:
    """The step between a typed word and a known one, None if they are not alike.

    `typing`: the word may not be finished yet, so that it is compared with the beginnings of the known one too.
    """
    if typed == word:
        return EXACT
    if word.startswith(typed) and (typing or len(typed) > 2):
        return TYPED if typing else BEGUN
    if _other_ending(typed, word):
        return ENDING
    allowed = slips_allowed(typed)
    if not allowed or len(word) < len(typed) - allowed or not (typing or len(word) <= len(typed) + allowed):
        return None
    whole, begun = _slips(typed, word[: len(typed) + allowed + 1], allowed)
    if whole <= allowed and len(word) <= len(typed) + allowed:
        return SLIP if whole == 1 else TWO_SLIPS
    if typing and len(typed) > 4 and begun <= allowed:
        return TYPED_SLIP if begun == 1 else TYPED_TWO_SLIPS
    return None


def slips_allowed(typed: str) -> int:
    """How many letters of a typed word may be wrong: short words turn into others too easily."""
    return 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2


def _other_ending(one: str, other: str) -> bool:
    """Whether two words share their beginning and differ in a few last letters: "swims", "бассейна"."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    rest = max(len(one), len(other)) - shared
    return (shared > 3 and rest <= 3 and shared * 2 > rest + shared) or (
        shared == 3 and rest <= 2 and min(len(one), len(other)) > 3
    )


def _slips(typed: str, word: str, allowed: int) -> tuple[int, int]:
    """Letters left out, added, changed or swapped with their neighbour: to the word, to its nearest beginning."""
    too_many = allowed + 1
    before: list[int] = []
    last = list(range(len(word) + 1))
    for row, letter in enumerate(typed, 1):
        # Further from the diagonal than this there are too many slips anyway.
        left, right = max(1, row - allowed), min(len(word), row + allowed)
        line = [too_many] * (len(word) + 1)
        line[0] = row
        best = row
        for column in range(left, right + 1):
            known = word[column - 1]
            step = last[column - 1] if letter == known else 1 + min(last[column - 1], last[column], line[column - 1])
            if row > 1 and column > 1 and letter == word[column - 2] and typed[row - 2] == known:
                step = min(step, before[column - 2] + 1)
            line[column] = step
            best = min(best, step)
        if best > allowed:
            return too_many, too_many
        before, last = last, line
    return last[-1], min(last)
