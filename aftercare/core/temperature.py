"""Body temperature: kept in degrees Celsius, entered and shown in either scale."""
from __future__ import annotations

import re

from aftercare.core.errors import InvalidInput
from aftercare.core.observation import LEAST_CELSIUS, MOST_CELSIUS
from aftercare.numerals import decimal

FEVER_CELSIUS = 38.0
_ENTERED = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{1,3})?)\s*°?\s*(?P<scale>[CcFf]?)")


def parse_temperature(text: str, field: str = "temperature") -> float:
    """Degrees Celsius of "38.2C" or "100.8F"; without a letter it is Celsius.

    Raises InvalidInput outside 34 to 42 °C.
    """
    found = _ENTERED.fullmatch(text.strip())
    if not found:
        raise _refused(text, field)
    number = float(found["number"].replace(",", "."))
    celsius = to_celsius(number) if found["scale"] in ("F", "f") else number
    if not LEAST_CELSIUS <= celsius <= MOST_CELSIUS:
        raise _refused(text, field)
    return celsius


def to_celsius(fahrenheit: float) -> float:
    """100.4 °F is 38.0 °C exactly, so that a fever in either scale is the same fever."""
    return round((fahrenheit - 32) * 5 / 9, 3)


def to_fahrenheit(celsius: float) -> float:
    """Degrees Fahrenheit, to a thousandth."""
    return round(celsius * 9 / 5 + 32, 3)


def is_fever(celsius: float) -> bool:
    """38.0 °C or more, as a thermometer shows it: to a tenth of a degree."""
    return round(celsius, 1) >= FEVER_CELSIUS


def both_scales(celsius: float) -> str:
    """ "38.2 °C (100.8 °F)"."""
    return f"{decimal(celsius)} °C ({decimal(to_fahrenheit(celsius))} °F)"


def _refused(text: str, field: str) -> InvalidInput:
    return InvalidInput(field, f'{field}: "{text}" is not accepted. Use 34C to 42C, or 93.2F to 107.6F.')
