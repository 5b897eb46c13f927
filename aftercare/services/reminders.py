"""Handing over what is due: each alert once, and none lost.

An alert is marked as shown only after the system took it, so that a crash in between shows it again, under the same
notice key, rather than never. The whole delivery runs under the data folder's one lock.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from aftercare.core.alarm_port import with_times
from aftercare.core.alert import Alert, derive_alerts
from aftercare.core.alert_choices import AlertChoices, read_choices
from aftercare.core.alert_follow import follow_up_alerts
from aftercare.core.alert_journal import (
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
from aftercare.core.alert_words import full_words, near_time
from aftercare.core.errors import InvalidInput
from aftercare.core.notify_port import Message, Notifier
from aftercare.core.ports import AlertJournal
from aftercare.services.snapshot import Snapshot


class LockedJournal(AlertJournal, Protocol):
    """A journal with the lock that window and pump share."""

    def exclusive(self) -> AbstractContextManager[object]: ...


@dataclass(frozen=True, slots=True)
class Report:
    """What one delivery did.

    Messages handed over, keys dropped as too late, keys withdrawn with their session, failures with their reason,
    and settings that could not be read, for which the usual value stood in.
    """

    shown: tuple[Message, ...] = ()
    dropped: tuple[str, ...] = ()
    failed: tuple[tuple[Message, str], ...] = ()
    withdrawn: tuple[str, ...] = ()
    faults: tuple[InvalidInput, ...] = ()


@dataclass(frozen=True, slots=True)
class _Round:
    """One look at the journal: what is to come, what is over, and what the journal must hold before anything shows."""

    notices: tuple[Notice, ...]
    over: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    planned: tuple[Entry, ...]

    @property
    def changes(self) -> tuple[Entry, ...]:
        return (*self.over, *self.gone, *self.planned)


def wanted_alerts(snapshot: Snapshot) -> tuple[Alert, ...]:
    """Every alert of the patient's sessions, told or not, soonest first."""
    known = [session for session in snapshot.sessions if session.id not in snapshot.unreadable]
    alerts = (*derive_alerts(snapshot.plan, snapshot.activities), *follow_up_alerts(known, snapshot.zone))
    return tuple(sorted(alerts, key=lambda alert: alert.order))


def coming(snapshot: Snapshot, journal: AlertJournal) -> tuple[Notice, ...]:
    """The notices that wait, soonest first; what is overdue comes at the snapshot's own instant."""
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    entries = journal.entries()
    return plan_notices(pending(wanted_alerts(snapshot), entries), choices, snapshot.now, told_times(entries))


def next_due(snapshot: Snapshot, journal: AlertJournal) -> datetime | None:
    """When the next notice comes, UTC; None when nothing is left."""
    return min((notice.fire_at for notice in coming(snapshot, journal)), default=None)


def deliver(snapshot: Snapshot, journal: LockedJournal, notifier: Notifier, now: datetime) -> Report:
    """Show everything that is due at `now` (UTC) and settle it. What could not be handed over stays due."""
    choices, faults = read_choices(snapshot.settings, snapshot.zone)
    wanted = wanted_alerts(snapshot)
    idle = _round(wanted, journal.entries(), choices, now)
    if not idle.changes and not _due(idle, now):
        return Report(faults=faults)
    shown: list[Message] = []
    failed: list[tuple[Message, str]] = []
    with journal.exclusive():
        # Read again inside the lock: another process may just have shown some of them.
        entries = journal.entries()
        found = _round(wanted, entries, choices, now)
        due = _due(found, now)
        handing = [entry for notice in due for entry in _handing(notice, entries, now)]
        journal.record({entry.key: entry for entry in (*found.changes, *handing)}.values())
        for notice in due:
            entries_of = _handing(notice, entries, now)
            message = message_of(notice, entries_of[0].notice, choices, now)
            delivery = notifier.show(message)
            if delivery.handed_over:
                journal.record(replace(entry, state=AlertState.SHOWN, reason="") for entry in entries_of)
                shown.append(message)
            else:
                failed.append((message, delivery.reason))
    return Report(
        tuple(shown),
        tuple(entry.key for entry in found.over),
        tuple(failed),
        tuple(entry.key for entry in found.gone),
        faults,
    )


def message_of(notice: Notice, key: str, choices: AlertChoices, now: datetime) -> Message:
    """The notice as said now, in the wording and the zone of the patient's choice."""
    title, text = notice.title_public, notice.text_public
    if choices.full:
        title, text = full_words(notice.alerts, now)
    return Message(key, title, with_times(text, lambda moment: near_time(moment, now, choices.zone)))


def acknowledge(journal: LockedJournal, keys: Iterable[str]) -> None:
    """The patient has dealt with alerts that were shown; of others nothing is changed."""
    with journal.exclusive():
        entries = journal.entries()
        shown = (entries[key] for key in keys if key in entries and entries[key].state == AlertState.SHOWN)
        journal.record([replace(entry, state=AlertState.ACKNOWLEDGED) for entry in shown])


def _round(wanted: Sequence[Alert], entries: Entries, choices: AlertChoices, now: datetime) -> _Round:
    waiting = pending(wanted, entries)
    over = tuple(
        Entry(a.key, AlertState.DROPPED, a.fire_at, now, "", a.kind, OFF if a.kind in choices.off else LATE)
        for a in waiting
        if a.expire_at <= now
    )
    notices = plan_notices(waiting, choices, now, told_times(entries))
    planned = (
        Entry(alert.key, AlertState.PLANNED, alert.fire_at, now, notice.key, alert.kind)
        for notice in notices
        for alert in notice.alerts
    )
    new = tuple(entry for entry in planned if not _is_known(entry, entries))
    return _Round(notices, over, withdrawn(wanted, entries, now), new)


def _is_known(entry: Entry, entries: Mapping[str, Entry]) -> bool:
    """Whether the journal knows this plan. One that was being handed over keeps its notice key."""
    old = entries.get(entry.key)
    if old is None or old.state != AlertState.PLANNED or old.fire_at != entry.fire_at:
        return False
    return old.reason == HANDING or old.notice == entry.notice


def _due(found: _Round, now: datetime) -> tuple[Notice, ...]:
    return tuple(notice for notice in found.notices if notice.fire_at <= now)


def _handing(notice: Notice, entries: Mapping[str, Entry], now: datetime) -> list[Entry]:
    """The entries of a notice that is handed over now; after a crash, under the key it had then."""
    before = [entries[key] for key in notice.keys if key in entries]
    began = [e.notice for e in before if e.state == AlertState.PLANNED and e.reason == HANDING]
    key = began[0] if began else notice.key
    return [
        Entry(alert.key, AlertState.PLANNED, alert.fire_at, now, key, alert.kind, HANDING) for alert in notice.alerts
    ]
