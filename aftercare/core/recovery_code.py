"""The recovery code: four groups of four characters that nobody mistakes for one another.

Fourteen of them are chance (70 bits), the last two tell typing errors: one or two wrong characters, or two that
changed places, are always noticed. The characters are those of Crockford's base 32.
"""
from __future__ import annotations

import unicodedata

from aftercare.core.errors import InvalidInput
from aftercare.words import gettext as _

FIELD = "recovery_code"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DATA, GROUP, GROUPS = 14, 4, 4
RANDOM_BYTES = 9
# What looks alike counts as the same, on a Russian keyboard too.
_ALIKE = str.maketrans("OILАВЕЗКМНОРСТХ", "0" "11" "ABE3KMH0PCTX")


def recovery_groups(chance: bytes) -> tuple[str, ...]:
    """The groups to be shown, made of nine random bytes."""
    if len(chance) != RANDOM_BYTES:
        raise ValueError(len(chance))
    number = int.from_bytes(chance, "big")
    digits = [number >> 5 * place & 31 for place in range(DATA)]
    text = "".join(ALPHABET[digit] for digit in [*digits, *_checks(digits)])
    return tuple(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def read_recovery_code(text: str) -> str:
    """The code without spaces and dashes, in capitals. Raises InvalidInput for a typing error."""
    code = unicodedata.normalize("NFKC", text).upper().translate(_ALIKE)
    code = "".join(letter for letter in code if letter.isalnum())
    if len(code) != GROUP * GROUPS:
        message = _("Recovery code: type all {groups} groups of {letters} characters.")
        raise InvalidInput(FIELD, message.format(groups=GROUPS, letters=GROUP))
    digits = [ALPHABET.find(letter) for letter in code]
    if -1 in digits or digits[DATA:] != _checks(digits[:DATA]):
        raise InvalidInput(FIELD, _("Recovery code: check each group; one character or more is not right."))
    return code


def _checks(digits: list[int]) -> list[int]:
    """Two characters that make the sum of all, and the sum of each times its power, zero (Reed and Solomon)."""
    plain = weighted = 0
    for place, digit in enumerate(digits):
        plain ^= digit
        weighted ^= _times(digit, _POWERS[place])
    # a + b = plain and a*x + b*y = weighted, where x and y are the powers of the last two places.
    x, y = _POWERS[DATA], _POWERS[DATA + 1]
    first = _divided(weighted ^ _times(plain, y), x ^ y)
    return [first, plain ^ first]


def _times(one: int, other: int) -> int:
    """A product in the field of 32 elements; the polynomial is x^5 + x^2 + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (0b100101 if one & 16 else 0)
        other >>= 1
    return product


def _divided(one: int, other: int) -> int:
    return next(answer for answer in range(32) if _times(answer, other) == one)


_POWERS = [1]
for _place in range(DATA + 1):
    _POWERS.append(_times(_POWERS[-1], 2))
