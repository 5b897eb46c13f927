"""Handing over what is due: each alert once, and none lost.

An alert is marked as shown only after the system took it, so that a crash in between shows it again, under the same
notice key, rather than never. The whole delivery runs under the data folder's one lock.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from aftercare.core.alarm_port import with_times
from aftercare.core.alert import Alert, AlertKind, derive_alerts
from aftercare.core.alert_choices import AlertChoices, read_choices
from aftercare.core.alert_follow import follow_up_alerts
from aftercare.core.alert_journal import CLOSED, AlertState, Entry, pending, shown_in_vain, told_times
from aftercare.core.alert_plan import Notice, plan_notices
from aftercare.core.alert_words import away_words, full_words, near_time
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.core.look_again import look_again_alerts
from aftercare.core.notify_port import Message, Notifier
from aftercare.core.ports import AlertJournal, LockedJournal
from aftercare.services.reminders_round import handing, take_round
from aftercare.services.snapshot import Snapshot

# The last late watch, three months after a session, is good for three days.
FOLLOWED_FOR = timedelta(days=95)
# How soon something that could not be handed over is tried again.
RETRY = timedelta(minutes=15)


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


def wanted_alerts(snapshot: Snapshot) -> tuple[Alert, ...]:
    """Every alert of the patient's sessions and wishes, told or not, soonest first."""
    known = [
        session
        for session in snapshot.sessions
        if session.id not in snapshot.unreadable and session.start > snapshot.now - FOLLOWED_FOR
    ]
    alerts = (
        *derive_alerts(snapshot.plan, snapshot.activities),
        *follow_up_alerts(known, snapshot.zone, *_late_days(snapshot)),
        *look_again_alerts(snapshot.settings, snapshot.zone),
    )
    return tuple(sorted(alerts, key=lambda alert: alert.order))


def _late_days(snapshot: Snapshot) -> tuple[tuple[int, ...], ...]:
    try:
        return (snapshot.late_watch().day_numbers,) if snapshot.late_watch else ()
    except ContentFault:
        # The usual days stand in; Today says which file is damaged.
        return ()


def readable_entries(snapshot: Snapshot, journal: AlertJournal) -> Mapping[str, Entry]:
    """What the journal holds, without what waits until the rules of its session can be read again."""
    unknown = tuple(f"{session}:" for session in snapshot.unreadable)
    return {
        key: entry
        for key, entry in journal.entries().items()
        if entry.state != AlertState.PLANNED or not key.startswith(unknown)
    }


def coming(snapshot: Snapshot, journal: AlertJournal) -> tuple[Notice, ...]:
    """All notices that wait, soonest first; what is overdue comes at the snapshot's own instant."""
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    entries = readable_entries(snapshot, journal)
    waiting = pending(wanted_alerts(snapshot), entries, snapshot.now)
    return plan_notices(waiting, choices, snapshot.now, told_times(entries), within=None)


def told_at(snapshot: Snapshot, activity_id: str, end: datetime) -> datetime | None:
    """When the patient is told that a limit has ended, UTC, by quiet hours and lead time; None: not at all."""
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    activity = snapshot.activity(activity_id)
    ends = {
        alert.key
        for alert in derive_alerts(snapshot.plan, [activity])
        if alert.kind is AlertKind.ALLOWED and alert.fire_at == end
    }
    notices = plan_notices(wanted_alerts(snapshot), choices, snapshot.now, within=None)
    return next((notice.fire_at for notice in notices if ends & set(notice.keys)), None)


def next_due(snapshot: Snapshot, journal: AlertJournal) -> datetime | None:
    """When the next notice comes, UTC; None when nothing is left."""
    return min((notice.fire_at for notice in coming(snapshot, journal)), default=None)


def wake_times(snapshot: Snapshot, journal: AlertJournal) -> list[datetime]:
    """When a delivery is worth its while, UTC, soonest first; for what wakes us while the app is closed.

    What is overdue could not be handed over, so it is tried again soon.
    """
    soon = snapshot.now + RETRY
    fires = (notice.fire_at for notice in coming(snapshot, journal))
    times = {soon if fire_at <= snapshot.now else fire_at for fire_at in fires}
    choices, _faults = read_choices(snapshot.settings, snapshot.zone)
    held = take_round(wanted_alerts(snapshot), readable_entries(snapshot, journal), choices, snapshot.now).held_until
    return sorted(times | ({held} if held else set()))


def deliver(snapshot: Snapshot, journal: LockedJournal, notifier: Notifier, now: datetime) -> Report:
    """Show everything that is due at `now` (UTC) and settle it. What could not be handed over stays due.

    What is on display for a session that was cancelled or edited is taken off, where the system allows it.

    All that is due is one message; after days without any, a second one says that some were missed.
    """
    choices, faults = read_choices(snapshot.settings, snapshot.zone)
    wanted = wanted_alerts(snapshot)
    before_lock = readable_entries(snapshot, journal)
    if take_round(wanted, before_lock, choices, now).is_idle and not _in_vain(snapshot, wanted, before_lock, now):
        return Report(faults=faults)
    shown: list[Message] = []
    failed: list[tuple[Message, str]] = []

    def show(message: Message, told: Iterable[Entry]) -> None:
        delivery = notifier.show(message)
        if delivery.handed_over:
            journal.record(told)
            shown.append(message)
        else:
            failed.append((message, delivery.reason))

    with journal.exclusive():
        # Read again inside the lock: another process may just have shown some of them.
        entries = readable_entries(snapshot, journal)
        found = take_round(wanted, entries, choices, now)
        handed = [(notice, handing(notice, entries, now)) for notice in found.due]
        before = (*found.over, *found.gone, *found.planned, *(entry for _, told in handed for entry in told))
        journal.record({entry.key: entry for entry in before}.values())
        if closing := _in_vain(snapshot, wanted, entries, now):
            notifier.close(sorted({entry.notice for entry in closing}))
            journal.record([replace(entry, reason=CLOSED) for entry in closing])
        if found.missed:
            show(Message(found.missed[0].notice, *away_words(choices.full)), found.missed)
        for notice, told in handed:
            message = message_of(notice, told[0].notice, choices, now)
            show(message, [replace(entry, state=AlertState.SHOWN, reason="") for entry in told])
    dropped = (*found.over, *found.missed)
    return Report(tuple(shown), tuple(e.key for e in dropped), tuple(failed), tuple(e.key for e in found.gone), faults)


def _in_vain(snapshot: Snapshot, wanted: tuple[Alert, ...], entries: Mapping[str, Entry], now: datetime) -> list[Entry]:
    """What is to be taken off the display; nothing of a session whose rules cannot be read now."""
    unknown = tuple(f"{session}:" for session in snapshot.unreadable)
    return [entry for entry in shown_in_vain(wanted, entries, now) if not entry.key.startswith(unknown)]


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
