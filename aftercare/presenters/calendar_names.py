"""Names of weekdays and months in the language spoken now. They are Babel's, from Unicode's CLDR.

Babel and one language's data take about 20 ms to read, so they are read with the first name and not with the module.
"""
from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from aftercare import words

if TYPE_CHECKING:
    from babel.core import Locale


def weekday_name(weekday: int, width: str = "abbreviated") -> str:
    """ "Thu" for 3, Monday being 0; "Thursday" in the width "wide", "Th" in "short"."""
    return _weekdays(words.language(), width)[weekday]


def month_name(month: int, alone: bool = False) -> str:
    """ "June" for 6, as it stands in a date (in Russian "июня"), or alone ("июнь")."""
    return _months(words.language(), "stand-alone" if alone else "format")[month - 1]


@cache
def _weekdays(language: str, width: str) -> tuple[str, ...]:
    names = _locale(language).days["stand-alone" if width == "short" else "format"][width]
    return tuple(names[weekday] for weekday in range(7))


@cache
def _months(language: str, context: str) -> tuple[str, ...]:
    names = _locale(language).months[context]["wide"]
    return tuple(names[month] for month in range(1, 13))


@cache
def _locale(language: str) -> Locale:
    from babel.core import Locale

    return Locale(language)
