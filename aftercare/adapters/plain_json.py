"""Which values a JSON file gives back exactly as they were put in."""
from __future__ import annotations

import math
from typing import NoReturn

from aftercare.core.data_errors import NotStorable

# Other programs read larger whole numbers as inexact ones.
LARGEST_INTEGER = 2**63 - 1
# What is nested deeper, a program that is deep in its own calls could not read again.
DEEPEST = 100


def refuse_constant(name: str) -> NoReturn:
    """For a reader of JSON that meets NaN or infinity, which are no JSON. Raises ValueError."""
    raise ValueError(name)


def refuse_foreign_values(value: object, key: str = "", depth: int = 0) -> None:
    """Raise NotStorable for the first value, at any depth, that would come back changed or not at all.

    Tuples, sets, dates, bytes, NaN and keys other than text are such. `key` names it: "table/record/field".
    """
    if value is None or isinstance(value, str | bool):
        return
    if depth > DEEPEST:
        raise NotStorable(key[:DEEPEST], "lists or records nested this deep")
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise NotStorable(key, "a number this large")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise NotStorable(key, repr(value))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            refuse_foreign_values(item, f"{key}/{index}", depth + 1)
    elif isinstance(value, dict):
        for name, item in value.items():
            inner = f"{key}/{name}" if key else str(name)
            if not isinstance(name, str):
                raise NotStorable(inner, f"a key of type {type(name).__name__}")
            refuse_foreign_values(item, inner, depth + 1)
    else:
        raise NotStorable(key, type(value).__name__)
