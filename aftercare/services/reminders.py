"""Handing over what is due: each alert once, and none lost.

An alert is marked as shown only after the system took it, so that a crash in between shows it again rather than
never. The whole delivery runs under the data folder's one lock.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Protocol

from aftercare.core.alert import Alert, AlertKind, Late, allowed_text, derive_alerts, prepare_text
from aftercare.core.notify_port import Message, Notifier
from aftercare.core.ports import AlertJournal
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

SHOWN, DROPPED = "shown", "dropped"
# Later than this, a text says since when it is true.
ON_TIME = timedelta(minutes=15)


class LockedJournal(AlertJournal, Protocol):
    """A journal with the lock that window and pump share."""

    def exclusive(self) -> AbstractContextManager[object]: ...


@dataclass(frozen=True, slots=True)
class Report:
    """What one delivery did: messages handed over, keys dropped as too late, and failures with their reason."""

    shown: tuple[Message, ...] = ()
    dropped: tuple[str, ...] = ()
    failed: tuple[tuple[Message, str], ...] = ()


def pending(alerts: Iterable[Alert], settled: Mapping[str, tuple[str, datetime]]) -> tuple[Alert, ...]:
    """The alerts that are neither shown nor dropped.

    A settled key counts for the fire time it was settled for and any earlier one: when a session moves to a later
    time its edges alert again, and setting the clock back repeats nothing.
    """
    return tuple(
        alert for alert in alerts if alert.key not in settled or alert.fire_at > settled[alert.key][1]
    )


def due(alerts: Sequence[Alert], now: datetime) -> tuple[list[Alert], list[Alert]]:
    """Of pending alerts: those to show now, and those whose time has passed."""
    arrived = [alert for alert in alerts if alert.fire_at <= now]
    late = [a for a in arrived if now >= a.expire_at or (a.late is Late.DROP and now > a.fire_at + ON_TIME)]
    return [alert for alert in arrived if alert not in late], late


def messages(alerts: Sequence[Alert], now: datetime, full: bool) -> list[tuple[Message, list[Alert]]]:
    """One message for each kind: what begins or ends together is told together, never in a flood."""
    ordered = sorted(alerts, key=lambda alert: (alert.kind, alert.fire_at, alert.key))
    return [
        (_message(group, now, full), group)
        for _kind, found in groupby(ordered, key=lambda alert: alert.kind)
        if (group := list(found))
    ]


def deliver(snapshot: Snapshot, journal: LockedJournal, notifier: Notifier, now: datetime) -> Report:
    """Show everything that is due at `now` (UTC) and settle it. What could not be handed over stays due."""
    full = snapshot.settings.get("wording") == "full"
    shown: list[Message] = []
    failed: list[tuple[Message, str]] = []
    with journal.exclusive():
        # Read inside the lock: another process may just have shown some of them.
        waiting = pending(derive_alerts(snapshot.plan, snapshot.activities), journal.settled())
        ready, late = due(waiting, now)
        if late:
            journal.settle({alert.key: alert.fire_at for alert in late}, DROPPED, now)
        for message, group in messages(ready, now, full):
            delivery = notifier.show(message)
            if delivery.handed_over:
                journal.settle({alert.key: alert.fire_at for alert in group}, SHOWN, now)
                shown.append(message)
            else:
                failed.append((message, delivery.reason))
    return Report(tuple(shown), tuple(alert.key for alert in late), tuple(failed))


def next_due(snapshot: Snapshot, journal: AlertJournal) -> datetime | None:
    """When the soonest pending alert fires, UTC; None when nothing is left."""
    waiting = pending(derive_alerts(snapshot.plan, snapshot.activities), journal.settled())
    return min((alert.fire_at for alert in waiting), default=None)


def _message(group: list[Alert], now: datetime, full: bool) -> Message:
    first = group[0]
    if not full:
        return Message(first.key, _("Aftercare reminder"), first.public_text)
    return Message(first.key, _TITLES[first.kind](), _full_text(group, now))


_TITLES = {
    AlertKind.PREPARE: lambda: _("Getting ready"),
    AlertKind.SESSION: lambda: _("Your session"),
    AlertKind.AFTERCARE_START: lambda: _("Aftercare"),
    AlertKind.ALLOWED: lambda: _("OK again"),
}


def _full_text(group: list[Alert], now: datetime) -> str:
    """What began or ended, in one sentence for all that is alike, and how long ago if that is some time."""
    kind = group[0].kind
    texts: list[str] = []
    for gentle in (False, True):
        alike = [alert for alert in group if alert.subject and alert.gentle is gentle]
        if len(alike) == 1:
            texts.append(alike[0].private_text)
        elif alike:
            names = [alert.subject for alert in alike]
            texts.append(prepare_text(names, gentle) if kind is AlertKind.PREPARE else allowed_text(names))
    texts.extend(alert.private_text for alert in group if not alert.subject)
    hours = (now - min(alert.fire_at for alert in group)) // timedelta(hours=1)
    if hours and kind is AlertKind.ALLOWED:
        texts.append(ngettext("Since {count} hour ago.", "Since {count} hours ago.", hours).format(count=hours))
    return " ".join(dict.fromkeys(texts))
