"""Which codes protect: six digits or more, or a passphrase; and never one that is tried first."""
from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import pairwise

from aftercare.core.errors import InvalidInput
from aftercare.words import gettext as _

FIELD = "code"
FEWEST_DIGITS = 6
FEWEST_LETTERS = 10
LONGEST = 200
# What people type when they are asked for something: with a digit or two behind it, it is no better.
_WORDS = (
    "password passwort parol qwerty qwertz azerty asdfgh йцукен пароль aftercare iloveyou letmein welcome admin"
    " secret mesotherapy"
).split()
# Digits as they lie beside each other, on a pad and on a keyboard.
_WAYS = (
    "01234567890", "147258369", "369258147", "789456123", "123456789", "159753", "159357", "753951", "357159",
    "258025", "142536", "415263", "102030405060", "112358",
)  # fmt: skip
_YEARS = range(1920, 2050)


def tidy_code(text: str) -> str:
    """The code as every keyboard gives it: digits of all scripts alike, spaces around it away."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in plain)


def check_code(text: str) -> str:
    """The tidied code. Raises InvalidInput when it is too short, too long or easy to guess."""
    code = tidy_code(text)
    if len(code) > LONGEST:
        raise InvalidInput(FIELD, _("Code: use {most} characters or fewer.").format(most=LONGEST))
    if code.isdecimal():
        if len(code) < FEWEST_DIGITS:
            raise InvalidInput(FIELD, _("Code: use {fewest} digits or more.").format(fewest=FEWEST_DIGITS))
    elif len(code) < FEWEST_LETTERS:
        text = _("Code: use {fewest} characters or more, or {digits} digits.")
        raise InvalidInput(FIELD, text.format(fewest=FEWEST_LETTERS, digits=FEWEST_DIGITS))
    if is_easy(code):
        raise InvalidInput(FIELD, _("Code: this one is easy to guess; choose another one."))
    if is_date(code):
        raise InvalidInput(FIELD, _("Code: a date is easy to guess; choose another one."))
    return code


def is_easy(code: str) -> bool:
    """Whether a tidied code is a pattern or a word, and so among those that are tried first."""
    folded = code.casefold()
    if len(set(folded)) < 3 or _repeats(folded):
        return True
    if folded.isdecimal():
        return _is_way(folded)
    letters = re.sub(r"[\W\d_]+", "", folded)
    return any(word in folded and len(letters) - len(word) < 3 for word in _WORDS) or _is_run(folded)


def _repeats(code: str) -> bool:
    """One part over and over (123123, 121212), there and back (123321), or each sign several times (112233)."""
    half = len(code) // 2
    if any(code == (code[:part] * len(code))[: len(code)] for part in range(1, half + 1)):
        return True
    doubled = {len(found[0]) for found in re.finditer(r"(.)\1*", code)}
    return code == code[::-1] or (len(doubled) == 1 and doubled != {1})


def _is_way(digits: str) -> bool:
    ways = [*_WAYS, *(way[::-1] for way in _WAYS)]
    return _is_run(digits) or any(digits in way or way.startswith(digits) for way in ways)


def _is_run(code: str) -> bool:
    """Equal steps, with nine followed by nought: 123456, 987654, 246802, abcdefghij."""
    around = 10 if code.isdecimal() else 1 << 21
    steps = {(ord(after) - ord(before)) % around for before, after in pairwise(code)}
    return len(steps) == 1


def is_date(code: str) -> bool:
    """Whether six or eight digits are a day or a month of a year, in any of the usual orders."""
    if not code.isdecimal() or len(code) not in (6, 8):
        return False
    if len(code) == 8:
        days = [(code[:4], code[4:6], code[6:]), (code[4:], code[2:4], code[:2]), (code[4:], code[:2], code[2:4])]
    else:
        # A leap year stands for all: whoever was born on 29 February counts too.
        days = [("2000", code[2:4], code[:2]), ("2000", code[:2], code[2:4]), ("2000", code[2:4], code[4:])]
        days += [(code[:4], code[4:], "1"), (code[2:], code[:2], "1")]
    return any(int(year) in _YEARS and _is_day(year, month, day) for year, month, day in days)


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
