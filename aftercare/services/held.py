"""Alerts while the rules cannot be read: what is due cannot be worked out then, and is not lost in silence."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from aftercare.core.alarm_limit import keep_on
from aftercare.core.alert_choices import read_choices
from aftercare.core.alert_journal import AlertState, Entry, in_journal
from aftercare.core.alert_quiet import QuietHours
from aftercare.core.errors import ContentFault
from aftercare.core.instants import zone_named
from aftercare.core.notify_port import Message, Notifier
from aftercare.core.ports import LockedJournal
from aftercare.services.reminders import Report, deliver
from aftercare.services.snapshot import Snapshot

HELD = "held"


def deliver_or_tell(
    take: Callable[[], Snapshot],
    journal: LockedJournal,
    notifier: Notifier,
    settings: Mapping[str, str],
    now: datetime,
    zone: str,
) -> Report:
    """Deliver what is due at `now` (UTC). Where content is damaged, ask to open the app, which says what is wrong.

    Alerts that wait meanwhile come once the content is whole. Raises ContentFault.
    """
    try:
        snapshot = take()
    except ContentFault:
        _tell(journal, notifier, settings, now, zone, None)
        raise
    report = deliver(snapshot, journal, notifier, now)
    if snapshot.unreadable:
        _tell(journal, notifier, settings, now, zone, snapshot.unreadable)
    return report


def _tell(
    journal: LockedJournal,
    notifier: Notifier,
    settings: Mapping[str, str],
    now: datetime,
    zone: str,
    sessions: Sequence[str] | None,
) -> None:
    """Once a day, outside the quiet hours, and only when an alert was planned for a time that has come."""
    choices, _faults = read_choices(settings, zone)
    place = zone_named(choices.zone)
    if QuietHours(choices.quiet_from, choices.quiet_to, place).stretch(now):
        return
    key = f"{HELD}:{now.astimezone(place):%Y-%m-%d}"
    with journal.exclusive():
        entries = journal.entries()
        if key in entries or not any(_waits(entry, now, sessions) for entry in entries.values()):
            return
        asked = keep_on(now)
        if notifier.show(Message(key, asked.title_public, asked.text_public)).handed_over:
            # Without a notice it counts against no day's limit.
            journal.record([Entry(key, AlertState.SHOWN, in_journal(now), now, kind=HELD)])


def _waits(entry: Entry, now: datetime, sessions: Sequence[str] | None) -> bool:
    mine = sessions is None or entry.key.startswith(tuple(f"{session}:" for session in sessions))
    return mine and entry.state == AlertState.PLANNED and entry.fire_at <= now
