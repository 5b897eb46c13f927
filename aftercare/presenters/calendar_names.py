"""Names of weekdays and months in the language spoken now."""
from __future__ import annotations

from aftercare import cldr, words


def weekday_name(weekday: int, width: str = "abbreviated") -> str:
    """ "Thu" for 3, Monday being 0; "Thursday" in the width "wide", "Th" in "short"."""
    return str(cldr.of_language(words.language())["weekdays"][width][weekday])


def month_name(month: int, alone: bool = False) -> str:
    """ "June" for 6, as it stands in a date (in Russian "июня"), or alone ("июнь")."""
    return str(cldr.of_language(words.language())["months"]["stand-alone" if alone else "format"][month - 1])
