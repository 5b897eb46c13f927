"""The patient's own wish to look at their skin again: kept beside the check-in it came from, told by the alerts.

Kept in one setting as JSON, so that whatever tells alerts knows it, with the app closed too.
"""
from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from aftercare.core.alert_types import Alert, AlertKind, Late
from aftercare.core.instants import from_utc_text, generated, utc_text, zone_named
from aftercare.words import gettext as _

SETTING = "look_again"
# So long after its time it is still worth telling, and so long it is kept.
GOOD_FOR, KEPT_FOR = timedelta(hours=12), timedelta(days=14)


@dataclass(frozen=True, slots=True)
class LookAgain:
    """One reminder. `at`: the UTC instant; `day`: the date on the device that the check-in will count for.

    `wall` is the device's wall time ("2026-06-11T09:00") of one that keeps its hour wherever the patient is; `at` is
    then its instant where it was asked for. `at_night`: the patient wants it inside the quiet hours too.
    """

    check_in: str
    session: str
    at: datetime
    day: date
    wall: str = ""
    at_night: bool = False

    @property
    def key(self) -> str:
        """The alert's key, which ends in its date like those of all check-ins."""
        return f"{self.check_in}:look-again:{self.day:%Y-%m-%d}"


def read(settings: Mapping[str, str]) -> tuple[LookAgain, ...]:
    """The reminders that are kept; what cannot be read is left out."""
    try:
        kept = json.loads(settings.get(SETTING) or "[]")
    except ValueError:
        return ()
    return tuple(made for each in kept if (made := _made(each))) if isinstance(kept, list) else ()


def written(reminders: Iterable[LookAgain]) -> str:
    """The setting for these reminders."""
    kept = [
        {
            "check_in": each.check_in,
            "session": each.session,
            "at": utc_text(each.at),
            "day": each.day.isoformat(),
            "wall": each.wall,
            "at_night": each.at_night,
        }
        for each in reminders
    ]
    return json.dumps(kept) if kept else ""


def set_for(settings: Mapping[str, str], check_in: str) -> LookAgain | None:
    """The reminder of a check-in."""
    return next((each for each in read(settings) if each.check_in == check_in), None)


def added(settings: Mapping[str, str], reminder: LookAgain, now: datetime) -> str:
    """The setting with a reminder in it; a check-in has one at most, and old ones are forgotten."""
    others = (each for each in read(settings) if each.check_in != reminder.check_in and each.at > now - KEPT_FOR)
    return written((*others, reminder))


def removed(settings: Mapping[str, str], check_in: str) -> str:
    """The setting without the reminder of a check-in."""
    return written(each for each in read(settings) if each.check_in != check_in)


def look_again_alerts(settings: Mapping[str, str], zone: str) -> tuple[Alert, ...]:
    """The alerts of all reminders for a device in `zone`, soonest first."""
    found = []
    for each in read(settings):
        fire = generated(datetime.fromisoformat(each.wall), zone_named(zone)) if each.wall else each.at
        found.append(
            Alert(
                key=each.key,
                kind=AlertKind.LOOK_AGAIN,
                fire_at=fire,
                expire_at=fire + GOOD_FOR,
                late=Late.SHOW,
                private_text=_("You wanted to look again. A check-in takes 1 minute."),
                public_text=_("You have a short task."),
                session_id=each.session,
                wall=each.wall,
                at_night=each.at_night,
            )
        )
    return tuple(sorted(found, key=lambda alert: alert.order))


def _made(each: Any) -> LookAgain | None:
    try:
        wall = str(each["wall"])
        if wall:
            datetime.fromisoformat(wall)
        return LookAgain(
            check_in=str(each["check_in"]),
            session=str(each["session"]),
            at=from_utc_text(each["at"]),
            day=date.fromisoformat(each["day"]),
            wall=wall,
            at_night=bool(each["at_night"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
