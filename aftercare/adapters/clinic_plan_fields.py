"""The fields of a clinic's plan, taken one by one: each says by its name what it accepts."""
from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from aftercare.adapters.clinic_words import checked_words
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.core.errors import InvalidInput
from aftercare.core.help import checked_number
from aftercare.core.instants import EARLIEST, LATEST, zone_named
from aftercare.core.session import LONGEST_OVERRIDE_HOURS, checked_minutes
from aftercare.words import marked

RECORD = marked("use a record of fields in curly brackets.")
KNOWN = marked("this field is not known here. Leave it out.")
CODE = marked("use 1 to 40 small letters, digits and hyphens.")
DATE = marked("use a date from 2000 to 2099, such as 2026-06-08.")
WALL = marked("use a date and time from 2000 to 2099, such as 2026-06-08T15:00.")
ZONE = marked("use the name of a time zone, such as Europe/Berlin.")
MINUTES = marked("use whole minutes from 1 to 480.")
HOURS = marked("use hours from 0.25 to 8760, in quarters of an hour.")
PHONE = marked("use 2 to 15 digits, with spaces or a + in front if needed.")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WALL = re.compile(_DATE.pattern + r"T[0-9]{2}:[0-9]{2}")
_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")


class Fields:
    """One record of a plan at `place` ("items/2/"). Every call raises PlanRefused for what is not accepted."""

    def __init__(self, said: Any, known: Collection[str], place: str = "") -> None:
        self.place = place
        if not isinstance(said, dict):
            raise self.refused("", RECORD)
        # What this version does not understand could change what it does.
        for name in said:
            if name not in known:
                raise self.refused(checked_words(name, place.rstrip("/") or "plan", 40), KNOWN)
        self._said: Mapping[str, Any] = said

    def refused(self, name: str, accepts: str, fault: PlanFault = PlanFault.FIELD) -> PlanRefused:
        """The error about one field."""
        return PlanRefused(fault, (self.place + name).rstrip("/") or "plan", accepts)

    def has(self, name: str) -> bool:
        return name in self._said

    def get(self, name: str) -> Any:
        """What stands there; None where nothing does."""
        return self._said.get(name)

    def words(self, name: str, most: int) -> str:
        """A text of the clinic's own; one of no length is refused."""
        said = self.get(name)
        return checked_words(said if isinstance(said, str) else "", self.place + name, most)

    def code(self, name: str) -> str:
        """An id as content has them; this version need not know it."""
        said = self._text(name, _CODE, CODE)
        if len(said) > 40:
            raise self.refused(name, CODE)
        return said

    def day(self, name: str) -> date:
        said = self._text(name, _DATE, DATE)
        with suppress(ValueError):
            day = date.fromisoformat(said)
            if _is_in_range(day):
                return day
        raise self.refused(name, DATE)

    def wall(self, name: str) -> datetime:
        said = self._text(name, _WALL, WALL)
        with suppress(ValueError):
            wall = datetime.fromisoformat(said)
            if _is_in_range(wall.date()):
                return wall
        raise self.refused(name, WALL)

    def zone(self, name: str) -> str:
        said = self._text(name, _ZONE, ZONE)
        try:
            return zone_named(said, name).key
        except InvalidInput:
            raise self.refused(name, ZONE) from None

    def minutes(self, name: str) -> int:
        said = self.get(name)
        if type(said) is int:
            with suppress(InvalidInput):
                return checked_minutes(said)
        raise self.refused(name, MINUTES)

    def hours(self, name: str) -> float:
        said = self.get(name)
        if type(said) not in (int, float) or not 0.25 <= said <= LONGEST_OVERRIDE_HOURS or said * 4 % 1:
            raise self.refused(name, HOURS)
        return float(said)

    def phone(self, name: str) -> str:
        try:
            return checked_number(self.words(name, 40))
        except InvalidInput:
            raise self.refused(name, PHONE) from None

    def _text(self, name: str, form: re.Pattern[str], accepts: str) -> str:
        said = self.get(name)
        if not isinstance(said, str) or not form.fullmatch(said):
            raise self.refused(name, accepts)
        return said


def _is_in_range(day: date) -> bool:
    return EARLIEST <= day < LATEST
