"""Which words of a translation stay together where a line ends; the compiled catalogues hold them with hard spaces.

A language without an entry keeps its spaces. The .po files keep plain ones, so that nobody has to type the others.
"""
from __future__ import annotations

import re

HARD = "\u00a0"

# What is held is short, so that no narrow column has to break inside it.
_RUSSIAN = (
    # A word of one letter belongs to the next.
    re.compile(r"(?<![\w-])([вкосуиаяВКОСУИАЯ]) (?=[«„]?(?:[\w:-]{1,8}(?![\w-])|\{))"),
    # So does "not".
    re.compile(r"(?<![\w-])([Нн]е) (?=[а-яё]{1,7}(?![\w-]))"),
    # A number belongs to what it counts, and a day to its month.
    re.compile(
        r"(\d|\{(?:count|hours|days|most|digits|degrees|first|second|day)\}) "
        r"(?=(?:ч|мин|МБ|час(?:а|ов)?|минут[аы]?|дн|день|дня|дней|недел[яиюь]|месяц(?:а|ев)?|лет|года?|раза?|процедур[аы]?"
        r"|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)|°|%|\{month\})"
    ),
    re.compile(r"(\{count\}) (?=[а-яё]{1,10}(?![\w-]))"),
    re.compile(r"(SPF|NCTF) (?=\d)"),
    # No line begins with a dash.
    re.compile(r"((?<![^\s(«])[^\s{}]{1,10}) (?=[–—] )"),
)
RULES: dict[str, tuple[re.Pattern[str], ...]] = {"ru": _RUSSIAN}


def held(language: str, text: str) -> str:
    """The text with a hard space wherever a line should not end."""
    for rule in RULES.get(language, ()):
        text = rule.sub(rf"\1{HARD}", text)
    return text
