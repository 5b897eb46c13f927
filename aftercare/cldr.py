"""How a language names weekdays and months and writes numbers: Unicode's CLDR, a small file a language.

`make strings` writes locale/*/cldr.toml from Babel, whose own data would take 15 ms of every start to read. A language
without the file, or with a damaged one, has the same from Babel.
"""
from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from aftercare import words

FILE = "cldr.toml"
# The names in each list, Monday or January first.
SHAPE = {"weekdays": {"abbreviated": 7, "wide": 7, "short": 7}, "months": {"format": 12, "stand-alone": 12}}


@cache
def of_language(code: str) -> Mapping[str, Any]:
    """The lists of SHAPE by their names, and under "signs" those for "decimal" and "group"."""
    try:
        with (words.LOCALE_DIR / code / FILE).open("rb") as file:
            found = tomllib.load(file)
    except (OSError, ValueError):
        return from_babel(code)
    return found if _is_whole(found) else from_babel(code)


def from_babel(code: str) -> dict[str, Any]:
    """The same, read from Babel."""
    from babel.core import Locale

    locale = Locale(code)
    days, months, signs = locale.days, locale.months, locale.number_symbols["latn"]
    contexts = {"abbreviated": "format", "wide": "format", "short": "stand-alone"}
    return {
        "weekdays": {width: [days[context][width][day] for day in range(7)] for width, context in contexts.items()},
        "months": {context: [months[context]["wide"][month] for month in range(1, 13)] for context in SHAPE["months"]},
        "signs": {name: signs[name] for name in ("decimal", "group")},
    }


def _is_whole(found: Mapping[str, Any]) -> bool:
    try:
        lists = all(
            isinstance(found[kind][name], list) and len(found[kind][name]) == count
            for kind, counts in SHAPE.items()
            for name, count in counts.items()
        )
        return lists and {"decimal", "group"} <= set(found["signs"])
    except (KeyError, TypeError):
        return False
