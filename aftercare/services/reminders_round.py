"""One look at the alerts and the journal: what is due, what is over, and what the journal must hold beforehand."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aftercare.core.alert import Alert
from aftercare.core.alert_choices import AlertChoices
from aftercare.core.alert_journal import (
    AWAY,
    HANDING,
    LATE,
    OFF,
    AlertState,
    Entries,
    Entry,
    pending,
    told_times,
    withdrawn,
)
from aftercare.core.alert_plan import Notice, plan_notices
from aftercare.core.alert_quiet import QuietHours
from aftercare.core.instants import zone_named

# Whoever missed an alert for longer than this is told that some were missed.
LONG_AWAY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Round:
    """The `due` notices; entries that are `over` or `gone`, and `missed` ones that one message speaks for.

    `planned` are new to the journal.
    """

    due: tuple[Notice, ...]
    over: tuple[Entry, ...]
    missed: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    planned: tuple[Entry, ...]

    @property
    def is_idle(self) -> bool:
        return not (self.due or self.over or self.missed or self.gone or self.planned)


def take_round(wanted: Sequence[Alert], entries: Entries, choices: AlertChoices, now: datetime) -> Round:
    """What a delivery at `now` (UTC) has to do."""
    waiting = pending(wanted, entries)
    expired = [alert for alert in waiting if alert.expire_at <= now]
    over, missed = _expired(expired, entries, choices, now)
    notices = plan_notices(waiting, choices, now, told_times(entries))
    planned = (
        Entry(alert.key, AlertState.PLANNED, alert.fire_at, now, notice.key, alert.kind)
        for notice in notices
        for alert in notice.alerts
    )
    return Round(
        due=tuple(notice for notice in notices if notice.fire_at <= now),
        over=over,
        missed=missed,
        gone=withdrawn(wanted, entries, now),
        planned=tuple(entry for entry in planned if not _is_known(entry, entries)),
    )


def handing(notice: Notice, entries: Entries, now: datetime) -> list[Entry]:
    """The entries of a notice that is handed over now; after a crash, under the key it had then."""
    before = [entries[key] for key in notice.keys if key in entries]
    began = [e.notice for e in before if e.state == AlertState.PLANNED and e.reason == HANDING]
    key = began[0] if began else notice.key
    return [
        Entry(alert.key, AlertState.PLANNED, alert.fire_at, now, key, alert.kind, HANDING) for alert in notice.alerts
    ]


def _expired(
    expired: Sequence[Alert], entries: Entries, choices: AlertChoices, now: datetime
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What is dropped in silence, and what a message speaks for; that one waits until nobody sleeps."""
    long_ago = [
        alert
        for alert in expired
        if _was_planned(alert, entries) and alert.kind not in choices.off and alert.fire_at < now - LONG_AWAY
    ]
    if not long_ago:
        return tuple(_dropped(alert, choices, now, LATE, "") for alert in expired), ()
    if QuietHours(choices.quiet_from, choices.quiet_to, zone_named(choices.zone)).covers(now):
        return (), ()
    key = f"away:{long_ago[0].key}"
    return (), tuple(_dropped(alert, choices, now, AWAY, key) for alert in expired)


def _was_planned(alert: Alert, entries: Entries) -> bool:
    entry = entries.get(alert.key)
    return entry is not None and entry.state == AlertState.PLANNED and entry.fire_at == alert.fire_at


def _dropped(alert: Alert, choices: AlertChoices, now: datetime, reason: str, notice: str) -> Entry:
    reason = OFF if alert.kind in choices.off else reason
    return Entry(alert.key, AlertState.DROPPED, alert.fire_at, now, notice, alert.kind, reason)


def _is_known(entry: Entry, entries: Entries) -> bool:
    """Whether the journal knows this plan. One that was being handed over keeps its notice key."""
    old = entries.get(entry.key)
    if old is None or old.state != AlertState.PLANNED or old.fire_at != entry.fire_at:
        return False
    return old.reason == HANDING or old.notice == entry.notice
