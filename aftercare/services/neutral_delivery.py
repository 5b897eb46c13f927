"""What is told while the data is sealed, in neutral words, and how the journal takes it over once it opens again."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from aftercare.core.alert_journal import AlertState, Entry, in_journal, pending
from aftercare.core.alert_reach import CONSENT
from aftercare.core.help import NUMBER_SETTING
from aftercare.core.neutral_alerts import SALT_BYTES, NeutralFile, NeutralNotice, NeutralPlan, disguised
from aftercare.core.notify_port import Message, Notifier
from aftercare.core.ports import LockedJournal
from aftercare.services.closed_app import SEEN
from aftercare.services.reminders import RETRY, Report, coming, wanted_alerts
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# Nobody leaves an app locked for longer and expects it to know the plan.
MOST = 200
KEPT_SETTINGS = (
    CONSENT, SEEN, "language", "system_language", "text_scale", "theme", NUMBER_SETTING,
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


def _is_due(notice: NeutralNotice, now: datetime) -> bool:
    return notice.shown is None and notice.fire_at <= now < notice.expire_at


def _key(notice: NeutralNotice) -> str:
    return f"locked:{notice.keys[0]}"
