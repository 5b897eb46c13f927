"""What became of each alert, kept so that it is told once and never lost."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from aftercare.core.alert_types import OWN, Alert, AlertKind

if TYPE_CHECKING:
    from aftercare.core.alarm_port import Settled


class AlertState(StrEnum):
    """From planned to shown and, if the patient says so, acknowledged; or dropped, for a reason."""

    PLANNED = "planned"
    SHOWN = "shown"
    ACKNOWLEDGED = "acknowledged"
    DROPPED = "dropped"


# Reasons. HANDING: it is being handed over; after a crash it is shown again under the same notice key. AWAY: it
# expired unseen, and one notice told that alerts were missed. CLOSED: it was shown, and taken off the display.
HANDING, LATE, OFF, AWAY, WITHDRAWN, CLOSED = "handing", "late", "off", "away", "withdrawn", "closed"
# Nobody keeps a notification on display for longer.
ON_DISPLAY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Entry:
    """The journal's record of an alert.

    `fire_at`: the fire time that this stands for. `at`: when it was written. `notice`: the key of the notice that
    tells it. An entry of a state that this version does not know counts as settled.
    """

    key: str
    state: str
    fire_at: datetime
    at: datetime
    notice: str = ""
    kind: str = ""
    reason: str = ""

    def settles(self, alert: Alert, now: datetime) -> bool:
        """Whether an alert of this key needs to be told no more, at the UTC instant `now`.

        An entry counts for its fire time and any earlier one: when a session moves to a later time its edges alert
        again, and setting the clock back repeats nothing. An alert at a wall time has its date in its key, so
        another zone does not bring it again. What was withdrawn comes back only for the time after that; and what
        was dropped under a clock that ran ahead is not lost once the clock is right.
        """
        if self.state == AlertState.PLANNED:
            return False
        if self.reason == WITHDRAWN:
            return alert.fire_at <= min(self.at, now)
        if self.state == AlertState.DROPPED and alert.expire_at > now:
            return False
        return bool(alert.wall) or in_journal(alert.fire_at) <= self.fire_at


def in_journal(moment: datetime) -> datetime:
    """The instant as the journal keeps it, in whole seconds."""
    return moment.replace(microsecond=0)


Entries = Mapping[str, Entry]


def pending(alerts: Iterable[Alert], entries: Entries, now: datetime) -> tuple[Alert, ...]:
    """The alerts that wait, in their order."""
    return tuple(a for a in alerts if a.key not in entries or not entries[a.key].settles(a, now))


def withdrawn(wanted: Iterable[Alert], entries: Entries, at: datetime) -> tuple[Entry, ...]:
    """What was planned and is wanted no more, as its session was edited or cancelled: dropped now."""
    keys = {alert.key for alert in wanted}
    return tuple(
        replace(entry, state=AlertState.DROPPED, reason=WITHDRAWN, at=at)
        for entry in entries.values()
        if entry.state == AlertState.PLANNED and entry.key not in keys
    )


def shown_in_vain(wanted: Iterable[Alert], entries: Entries, now: datetime) -> tuple[Entry, ...]:
    """What may be on display at `now` (UTC) in a notice that tells of nothing which is still in the plan."""
    keys = {alert.key for alert in wanted}
    still = {entry.notice for entry in entries.values() if entry.key in keys}
    shown = (e for e in entries.values() if e.state == AlertState.SHOWN and e.at > now - ON_DISPLAY)
    return tuple(e for e in shown if e.notice and e.notice not in still and e.reason != CLOSED)


def merged(marks: Iterable[Settled], entries: Entries) -> tuple[Entry, ...]:
    """What a system did by itself, as entries: each notice it dealt with stands for all alerts planned in it.

    A mark from before an entry was planned is about an older plan, and changes nothing.
    """
    found: dict[str, Entry] = {}
    for mark in marks:
        told = [
            entry
            for entry in entries.values()
            if entry.notice == mark.key and entry.state == AlertState.PLANNED and entry.at <= mark.at
        ]
        for entry in told:
            reason = LATE if mark.state == AlertState.DROPPED else ""
            found[entry.key] = replace(entry, state=mark.state, at=mark.at, reason=reason)
        if not told and mark.key not in entries:
            found[mark.key] = Entry(mark.key, mark.state, mark.fire_at, mark.at, notice=mark.key)
    return tuple(found.values())


def told_times(entries: Entries) -> tuple[datetime, ...]:
    """When notices that count against a day's limit were shown; one instant for each."""
    shown = (AlertState.SHOWN, AlertState.ACKNOWLEDGED)
    told = (e for e in entries.values() if e.state in shown or e.reason == AWAY)
    counted = (e for e in told if e.kind not in (AlertKind.NEXT_SESSION, *OWN))
    return tuple(sorted({entry.at for entry in counted if entry.notice}))
