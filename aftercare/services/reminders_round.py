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
    in_journal,
    pending,
    told_times,
    withdrawn,
)
from aftercare.core.alert_plan import Notice, plan_notices
from aftercare.core.alert_quiet import QuietHours
from aftercare.core.alert_types import OWN
from aftercare.core.instants import zone_named

# Whoever missed an alert for longer than this is told that some were missed.
LONG_AWAY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Round:
    """The `due` notices; entries that are `over` or `gone`, and `missed` ones that one message speaks for.

    `planned` are new to the journal. `held_until`: missed ones wait for this end of the quiet hours, UTC.
    """

    due: tuple[Notice, ...]
    over: tuple[Entry, ...]
    missed: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    planned: tuple[Entry, ...]
    held_until: datetime | None = None

    @property
    def is_idle(self) -> bool:
        return not (self.due or self.over or self.missed or self.gone or self.planned)


def take_round(wanted: Sequence[Alert], entries: Entries, choices: AlertChoices, now: datetime) -> Round:
    """What a delivery at `now` (UTC) has to do."""
    waiting = pending(wanted, entries, now)
    expired = [alert for alert in waiting if alert.expire_at <= now]
    first = _long_missed(expired, entries, choices, now)
    quiet = QuietHours(choices.quiet_from, choices.quiet_to, zone_named(choices.zone)).stretch(now)
    dropped = [_dropped(alert, choices, now, first) for alert in expired]
    notices = plan_notices(waiting, choices, now, told_times(entries))
    return Round(
        due=tuple(notice for notice in notices if notice.fire_at <= now),
        over=() if first else tuple(dropped),
        missed=tuple(dropped) if first and not quiet else (),
        gone=withdrawn(wanted, entries, now),
        planned=newly_planned(notices, entries, now),
        held_until=quiet[1] if quiet and first else None,
    )


def newly_planned(notices: Sequence[Notice], entries: Entries, now: datetime) -> tuple[Entry, ...]:
    """The entries of notices that the journal does not hold yet, or holds otherwise."""
    planned = (
        Entry(alert.key, AlertState.PLANNED, in_journal(alert.fire_at), now, notice.key, alert.kind)
        for notice in notices
        for alert in notice.alerts
    )
    return tuple(entry for entry in planned if not _is_known(entry, entries))


def handing(notice: Notice, entries: Entries, now: datetime) -> list[Entry]:
    """The entries of a notice that is handed over now; after a crash, under the key it had then."""
    before = [entries[key] for key in notice.keys if key in entries]
    began = [e.notice for e in before if e.state == AlertState.PLANNED and e.reason == HANDING]
    key = began[0] if began else notice.key
    return [
        Entry(alert.key, AlertState.PLANNED, in_journal(alert.fire_at), now, key, alert.kind, HANDING)
        for alert in notice.alerts
    ]


def _long_missed(
    expired: Sequence[Alert], entries: Entries, choices: AlertChoices, now: datetime
) -> Alert | None:
    """The first alert that the patient was to get and missed long ago."""
    long_ago = (
        alert
        for alert in expired
        if _was_planned(alert, entries) and _is_on(alert, choices) and alert.fire_at < now - LONG_AWAY
    )
    return next(long_ago, None)


def _is_on(alert: Alert, choices: AlertChoices) -> bool:
    return alert.kind in OWN or alert.kind not in choices.off


def _was_planned(alert: Alert, entries: Entries) -> bool:
    entry = entries.get(alert.key)
    return entry is not None and entry.state == AlertState.PLANNED and entry.fire_at == in_journal(alert.fire_at)


def _dropped(alert: Alert, choices: AlertChoices, now: datetime, first_missed: Alert | None) -> Entry:
    reason = OFF if not _is_on(alert, choices) else AWAY if first_missed else LATE
    notice = f"away:{first_missed.key}" if first_missed else ""
    return Entry(alert.key, AlertState.DROPPED, in_journal(alert.fire_at), now, notice, alert.kind, reason)


def _is_known(entry: Entry, entries: Entries) -> bool:
    """Whether the journal knows this plan. One that was being handed over keeps its notice key."""
    old = entries.get(entry.key)
    if old is None or old.state != AlertState.PLANNED or old.fire_at != entry.fire_at:
        return False
    return old.reason == HANDING or old.notice == entry.notice
