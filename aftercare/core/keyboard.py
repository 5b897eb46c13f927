"""The other layout of a keyboard: Russian words typed while Latin letters were on, and the other way round."""
from __future__ import annotations

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)


def other_layout(typed: str) -> str:
    """The letters that the same keys give on the other layout: ",fyz" is "баня", "пнь" is "gym".

    Letters of neither layout stay; the case is lost. Never raises.
    """
    low = typed.casefold()
    return low.translate(_TO_LATIN if any(letter in _RUSSIAN for letter in low) else _TO_RUSSIAN)
