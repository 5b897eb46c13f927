"""A temperature in the unit of the patient: shown, stepped and judged. Stored ones are always in °C."""
from __future__ import annotations

from collections.abc import Mapping

from aftercare.core.observation import LEAST_CELSIUS, MOST_CELSIUS
from aftercare.core.temperature import is_fever, to_celsius, to_fahrenheit
from aftercare.numerals import decimal
from aftercare.words import gettext as _

UNIT_SETTING = "temperature_unit"
CELSIUS, FAHRENHEIT = "C", "F"
RAISED_C, LOW_C = 37.5, 35.5
# Where counting begins: an ordinary 37.0 °C, which is 98.6 °F.
BEGIN_C = 37.0


def unit(settings: Mapping[str, str]) -> str:
    """The unit the patient reads: "C", or "F" where it was chosen."""
    return FAHRENHEIT if settings.get(UNIT_SETTING, "").upper() == FAHRENHEIT else CELSIUS


def shown(celsius: float, in_unit: str) -> str:
    """ "36.7 °C", "98.1 °F"."""
    if in_unit == FAHRENHEIT:
        return _("{degrees} °F").format(degrees=decimal(_tenths(celsius, in_unit) / 10))
    return _("{degrees} °C").format(degrees=decimal(_tenths(celsius, in_unit) / 10))


def stepped(celsius: float | None, by: int, in_unit: str) -> float:
    """`by` tenths of a degree further in the unit shown; from nothing it begins at 37.0 °C. Stays within the scale."""
    if celsius is None:
        return BEGIN_C
    least, most = _tenths(LEAST_CELSIUS, in_unit), _tenths(MOST_CELSIUS, in_unit)
    tenths = min(max(_tenths(celsius, in_unit) + by, least), most)
    return to_celsius(tenths / 10) if in_unit == FAHRENHEIT else tenths / 10


def word(celsius: float) -> tuple[str, str]:
    """What a temperature is called, and its tone: "ok", "with_care" or "not_yet"."""
    if is_fever(celsius):
        return _("Fever"), "not_yet"
    if celsius >= RAISED_C:
        return _("A little high"), "with_care"
    if celsius < LOW_C:
        return _("Low. Please measure again."), "with_care"
    return _("Normal"), "ok"


def _tenths(celsius: float, in_unit: str) -> int:
    return round((to_fahrenheit(celsius) if in_unit == FAHRENHEIT else celsius) * 10)
