"""Alerts while the data is sealed: told in neutral words, and taken over into the journal once it opens again."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from aftercare.core.alert_journal import AlertState, Entry, in_journal, pending
from aftercare.core.help import NUMBER_SETTING
from aftercare.core.neutral_alerts import SALT_BYTES, NeutralFile, NeutralNotice, NeutralPlan, disguised
from aftercare.core.notify_port import Message, Notifier
from aftercare.services import closed_app
from aftercare.services.reminders import RETRY, LockedJournal, Report, coming, wanted_alerts
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# Nobody leaves an app locked for longer and expects it to know the plan.
MOST = 200
KEPT_SETTINGS = (
    closed_app.CONSENT, closed_app.SEEN, "language", "system_language", "text_scale", "theme", NUMBER_SETTING,
)  # fmt: skip
Exclusive = Callable[[], AbstractContextManager[object]]


def neutral_words() -> tuple[str, str]:
    """Title and text of every message while the lock is on."""
    return _("Aftercare reminder"), _("Your plan has an update.")


def make_ready(file: NeutralFile, snapshot: Snapshot, journal: LockedJournal, chance: Callable[[int], bytes]) -> None:
    """Note what is to be told while it is locked; after each change of the plan, as long as it is open.

    What was shown while it was locked is taken over first. Raises DataError.
    """
    with journal.exclusive():
        before = file.read()
        if before is not None:
            take_over(before, snapshot, journal)
        salt = before.salt if before else chance(SALT_BYTES)
        notices = tuple(
            NeutralNotice(tuple(disguised(key, salt) for key in notice.keys), notice.fire_at, notice.expire_at)
            for notice in coming(snapshot, journal)[:MOST]
        )
        kept = {name: snapshot.settings[name] for name in KEPT_SETTINGS if name in snapshot.settings}
        plan = NeutralPlan(salt, notices, kept)
        if plan != before:
            file.write(plan)


def take_over(plan: NeutralPlan, snapshot: Snapshot, journal: LockedJournal) -> None:
    """Put into the journal what was shown while the data was sealed. Done again, it changes nothing."""
    shown = {key: notice for notice in plan.notices if notice.shown for key in notice.keys}
    if not shown:
        return
    entries = journal.entries()
    told: list[Entry] = []
    for alert in pending(wanted_alerts(snapshot), entries, snapshot.now):
        notice = shown.get(disguised(alert.key, plan.salt))
        # An alert that was moved since then is told again, at its new time.
        if notice is not None and notice.shown is not None and alert.fire_at <= notice.shown:
            fire_at = in_journal(alert.fire_at)
            told.append(
                Entry(alert.key, AlertState.SHOWN, fire_at, notice.shown, _key(notice), alert.kind)
            )
    journal.record(told)


def deliver_locked(file: NeutralFile, exclusive: Exclusive, notifier: Notifier, now: datetime) -> Report:
    """Show one neutral message for all that is due at `now` (UTC). What could not be handed over stays due.

    As with an open journal: it counts as shown once the system took it, so that a crash repeats it under its key.
    What expired unseen is told of by the journal, when the data opens again.
    """
    with exclusive():
        plan = file.read()
        due = [notice for notice in plan.notices if _is_due(notice, now)] if plan else []
        if plan is None or not due:
            return Report()
        message = Message(_key(due[0]), *neutral_words())
        delivery = notifier.show(message)
        if not delivery.handed_over:
            return Report(failed=((message, delivery.reason),))
        told = tuple(replace(notice, shown=now) if notice in due else notice for notice in plan.notices)
        file.write(replace(plan, notices=told))
        return Report(shown=(message,))


def wake_times_locked(file: NeutralFile, now: datetime) -> list[datetime]:
    """When a delivery is worth its while, UTC, soonest first; what could not be handed over is tried again soon."""
    plan = file.read()
    waiting = [notice for notice in plan.notices if notice.shown is None and notice.expire_at > now] if plan else []
    return sorted({now + RETRY if notice.fire_at <= now else notice.fire_at for notice in waiting})


class Lock(Protocol):
    """What delivery asks of the lock. Both raise KeyDamaged or KeyTooNew."""

    @property
    def is_set(self) -> bool: ...

    @property
    def is_locked(self) -> bool: ...


AnyLock = TypeVar("AnyLock", bound=Lock, covariant=True)


@dataclass(frozen=True, slots=True)
class LockedAlerts(Generic[AnyLock]):
    """Delivery for a folder that may be locked: as ever while it is open or has no code, neutral while it is not."""

    lock: AnyLock
    file: NeutralFile
    chance: Callable[[int], bytes]

    def deliver(
        self, delivery: Callable[[], Report], snapshot: Callable[[], Snapshot], journal: LockedJournal,
        notifier: Notifier, now: datetime,
    ) -> Report:  # fmt: skip
        """Run the usual `delivery`, or show neutral messages in its place. Raises what `delivery` does."""
        if self.lock.is_locked:
            return deliver_locked(self.file, journal.exclusive, notifier, now)
        if not self.lock.is_set:
            if self.file.read() is not None:
                self.file.remove()
            return delivery()
        # As one turn: a locked program beside this one must not tell the same in between.
        with journal.exclusive():
            if (plan := self.file.read()) is not None:
                take_over(plan, snapshot(), journal)
            report = delivery()
            make_ready(self.file, snapshot(), journal, self.chance)
        return report


class NeutralSettings:
    """AllSettings of what the background may know while the data is sealed. Raises UnsavedData."""

    def __init__(self, file: NeutralFile) -> None:
        self._file = file

    def all(self) -> Mapping[str, str]:
        plan = self._file.read()
        return plan.settings if plan else {}

    def get(self, name: str, default: str = "") -> str:
        return self.all().get(name, default)

    def put(self, name: str, value: str) -> None:
        plan = self._file.read()
        if plan is not None and name in KEPT_SETTINGS:
            self._file.write(replace(plan, settings={**plan.settings, name: value}))


def _is_due(notice: NeutralNotice, now: datetime) -> bool:
    return notice.shown is None and notice.fire_at <= now < notice.expire_at


def _key(notice: NeutralNotice) -> str:
    return f"locked:{notice.keys[0]}"
