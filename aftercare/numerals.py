"""Numbers as the language spoken now writes them; its signs are read when a number first needs one."""
from __future__ import annotations

from aftercare import cldr, words


def number(value: float) -> str:
    """ "36.6", with the language's sign for decimals and no zeros at its end."""
    return _with_signs(f"{value:g}")


def thousands(count: int) -> str:
    """ "1,234", with the language's sign between thousands."""
    return _with_signs(f"{count:,}")


def decimal(value: float) -> str:
    """ "38.0", always with one decimal."""
    return _with_signs(f"{value:.1f}")


def _with_signs(english: str) -> str:
    if english.isdigit():
        return english
    signs = cldr.of_language(words.language())["signs"]
    own = {".": signs["decimal"], ",": signs["group"]}
    return "".join(own.get(letter, letter) for letter in english)
