"""JSON from unknown hands: what a reader could take in two ways is no JSON here."""
from __future__ import annotations

import json
from typing import Any

from aftercare.adapters.plain_json import refuse_constant, refuse_foreign_values
from aftercare.core.data_errors import NotStorable

# As many digits as the largest number that is taken; a longer one costs time and is none of ours.
_MOST_DIGITS = 19


class NotStrict(ValueError):
    """The text is not JSON, or says something twice, or holds what no other program reads back unchanged."""


def strict_json(text: str) -> Any:
    """The value of a JSON text: no key twice, no NaN or infinity, no endless number, no deep nesting. Raises NotStrict.

    A lone half of a character pair, which no file can hold, is refused as well.
    """
    try:
        value = json.loads(
            text, object_pairs_hook=_once, parse_constant=refuse_constant, parse_int=_whole, parse_float=float
        )
        refuse_foreign_values(value)
        text.encode("utf-8")
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError, NotStorable) as error:
        raise NotStrict(str(error)) from error
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("a number this long")
    return int(digits)
