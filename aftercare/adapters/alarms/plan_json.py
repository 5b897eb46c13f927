"""The plan as the phones' own code reads it: JSON, instants as whole milliseconds since 1970."""
from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from aftercare.core.alarm_limit import KEEP_ON
from aftercare.core.alarm_port import PlannedAlarm, Settled
from aftercare.core.alert import AlertKind
from aftercare.words import gettext as _

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def channel_names() -> dict[str, str]:
    """What the system's settings call each kind. Others see them, so they say nothing about health."""
    return {
        AlertKind.PREPARE: _("Getting ready"),
        AlertKind.SESSION: _("Appointments"),
        AlertKind.AFTERCARE_START: _("Plan starts"),
        AlertKind.ALLOWED: _("Plan changes"),
        "check-in": _("Short tasks"),
        "late-watch": _("Follow-ups"),
        "next-session": _("Dates ahead"),
        AlertKind.LOOK_AGAIN: _("Own reminders"),
        KEEP_ON: _("Keeping reminders on"),
        "test": _("Test"),
    }


def plan_json(alarms: Iterable[PlannedAlarm]) -> str:
    """The whole plan, with the words that are only put together when an alarm is shown."""
    plan = {
        "alarms": [_alarm(alarm) for alarm in alarms],
        "channels": channel_names(),
        "since": _("Since {time}."),
    }
    return json.dumps(plan, ensure_ascii=False)


def keys_json(keys: Sequence[str]) -> str:
    """Keys as a JSON array."""
    return json.dumps(list(keys), ensure_ascii=False)


def marks_json(marks: Iterable[Settled]) -> str:
    """Marks that we took over, as a JSON array."""
    return json.dumps([{"key": mark.key, "fire_ms": millis(mark.fire_at)} for mark in marks], ensure_ascii=False)


def settled_marks(marks: object) -> tuple[Settled, ...]:
    """Marks as the phone's code wrote them, oldest first. One that cannot be read is left out."""
    found = marks if isinstance(marks, list) else []
    return tuple(mark for entry in found if isinstance(entry, Mapping) and (mark := _mark(entry)))


def millis(moment: datetime) -> int:
    """Whole milliseconds since 1970; the microseconds below are cut off."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def moment(value: object) -> datetime | None:
    """The instant of a number of milliseconds; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return EPOCH + timedelta(milliseconds=value)
    except (ValueError, OverflowError):
        return None


def _alarm(alarm: PlannedAlarm) -> dict[str, object]:
    return {
        "id": alarm.id,
        "key": alarm.key,
        "kind": str(alarm.kind),
        "fire_ms": millis(alarm.fire_at),
        "expire_ms": millis(alarm.expire_at),
        "late": str(alarm.late),
        "title_private": alarm.title_private,
        "text_private": alarm.text_private,
        "title_public": alarm.title_public,
        "text_public": alarm.text_public,
    } | ({"wall": alarm.wall} if alarm.wall else {})


def _mark(entry: Mapping[object, object]) -> Settled | None:
    key, state = entry.get("key"), entry.get("state")
    fire_at, at = moment(entry.get("fire_ms")), moment(entry.get("at_ms"))
    if not isinstance(key, str) or not isinstance(state, str) or fire_at is None or at is None:
        return None
    return Settled(key, fire_at, state, at)
