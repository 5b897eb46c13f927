"""What the patient chose about alerts, read from the settings."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from aftercare.core.alert_types import AlertKind
from aftercare.core.errors import InvalidInput

WORDING, QUIET_FROM, QUIET_TO, OFF, LEAD = "wording", "quiet_from", "quiet_to", "alerts_off", "lead_minutes"
LEADS = (0, 30)


@dataclass(frozen=True, slots=True)
class AlertChoices:
    """`zone`: the device's IANA zone. Quiet hours are its wall times, half-open; equal ones mean none.

    `off`: kinds that are switched off. `lead_minutes`: how long before an end it is told. `full`: the wording names
    what it is about. `daily`: the most notices of a device day, apart from those about a next session alone.
    """

    zone: str
    quiet_from: time = time(22)
    quiet_to: time = time(7)
    off: frozenset[AlertKind] = frozenset()
    lead_minutes: int = 0
    full: bool = False
    daily: int = 4


def read_choices(settings: Mapping[str, str], zone: str) -> tuple[AlertChoices, tuple[InvalidInput, ...]]:
    """The choices, and what was wrong with a setting; the usual value then stands in, so that alerts still come."""
    faults: list[InvalidInput] = []

    def read(name: str, check: Callable[[str, str], Any], usual: Any) -> Any:
        text = settings.get(name, "").strip()
        try:
            return check(name, text) if text else usual
        except InvalidInput as fault:
            faults.append(fault)
            return usual

    choices = AlertChoices(
        zone=zone,
        quiet_from=read(QUIET_FROM, _time, time(22)),
        quiet_to=read(QUIET_TO, _time, time(7)),
        off=read(OFF, _kinds, frozenset()),
        lead_minutes=read(LEAD, _lead, 0),
        full=read(WORDING, _wording, False),
    )
    return choices, tuple(faults)


def _time(name: str, text: str) -> time:
    hours, colon, minutes = text.partition(":")
    if len(text) == 5 and colon and hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60:
        return time(int(hours), int(minutes))
    raise InvalidInput(name, f'{name}: "{text}" is not a time. Use one like 22:00.')


def _kinds(name: str, text: str) -> frozenset[AlertKind]:
    named = [part.strip() for part in text.split(",") if part.strip()]
    for kind in named:
        if kind not in list(AlertKind):
            raise InvalidInput(name, f'{name}: "{kind}" is not a kind of alert. Use: {", ".join(AlertKind)}.')
    return frozenset(AlertKind(kind) for kind in named)


def _lead(name: str, text: str) -> int:
    if text not in map(str, LEADS):
        raise InvalidInput(name, f'{name}: "{text}" is not accepted. Use {" or ".join(map(str, LEADS))}.')
    return int(text)


def _wording(name: str, text: str) -> bool:
    if text not in ("hidden", "full"):
        raise InvalidInput(name, f'{name}: "{text}" is not accepted. Use hidden or full.')
    return text == "full"
