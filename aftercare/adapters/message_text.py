"""Makes a text fit what a notification system accepts, without breaking a letter or an emoji apart."""
from __future__ import annotations

import unicodedata
from collections.abc import Callable

ELLIPSIS = "…"
JOINER = "\u200d"
SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
FLAG_TAGS = ("\U000e0020", "\U000e007f")


def one_line(text: str) -> str:
    """The text on one line, without control characters and outer spaces."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """The text with its line breaks, other control characters as spaces, and half letters replaced."""
    return "".join(map(_printable, text)).strip()


def utf16_units(text: str) -> int:
    """The length as Windows counts it: an emoji takes two units or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, limit: int, size: Callable[[str], int] = len) -> str:
    """The text in at most `limit` units of `size`; a longer one is cut after a whole letter."""
    if size(text) <= limit:
        return text
    room = limit - size(ELLIPSIS)
    kept = ""
    for letter in _letters(text):
        if size(kept + letter) > room:
            break
        kept += letter
    return kept.rstrip() + ELLIPSIS


def as_markup(text: str) -> str:
    """The text for a reader of markup, which then shows `<`, `>` and `&` as they are."""
    import html  # its table of entities is large, and the app starts without it

    return html.escape(text, quote=False)


def _printable(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cs":
        return "\ufffd"
    return " " if kind == "Cc" and character != "\n" else character


def _letters(text: str) -> list[str]:
    """The text in pieces that a reader sees as one; accents, joined emoji and flags stay whole."""
    letters: list[str] = []
    for character in text:
        if letters and _continues(letters[-1], character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _continues(letter: str, character: str) -> bool:
    if character == JOINER or letter.endswith(JOINER) or unicodedata.category(character).startswith("M"):
        return True
    if _within(character, SKIN_TONES) or _within(character, FLAG_TAGS):
        return True
    return len(letter) == 1 and _within(letter, FLAG_LETTERS) and _within(character, FLAG_LETTERS)


def _within(character: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= character <= ends[1]
