"""Reminders while the app is closed: put into the system on consent, kept in order, taken out on request.

Nothing here raises into a screen except a data error; a system call may take seconds, so call it outside the thread
that draws.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from aftercare.core.alarm_limit import HORIZON, MOST
from aftercare.core.alarm_port import AlarmScheduler, AlarmStatus, Outcome, PlannedAlarm, alarm_id
from aftercare.core.alert import Late
from aftercare.core.alert_reach import CONSENT, LEAVING, OFF, ON
from aftercare.core.instants import utc_text
from aftercare.core.notify_port import Availability
from aftercare.core.ports import AlertJournal, SettingsRepository
from aftercare.services import reminders
from aftercare.services.snapshot import Snapshot

# The way and the day on which the system itself was last seen to be in order.
SEEN = "closed_app_seen"
WAKE = "wake"


@runtime_checkable
class SelfChecking(Protocol):
    """A scheduler that can tell without starting a program whether it is as `arm` would leave it."""

    def intact(self, alarms: Sequence[PlannedAlarm]) -> bool: ...


@dataclass(frozen=True, slots=True)
class ClosedApp:
    """For the settings: the way by name, whether it can work, whether the patient wants it, and what it holds."""

    name: str
    available: Availability
    wanted: bool
    status: AlarmStatus


def instants(snapshot: Snapshot, journal: AlertJournal) -> list[datetime]:
    """When there is something to deliver, UTC; what is overdue is tried again soon."""
    return reminders.wake_times(snapshot, journal)


def wakes(fire_at: Iterable[datetime], now: datetime) -> tuple[PlannedAlarm, ...]:
    """Alarms without content for a system that only wakes us: the next 48 instants within 14 days.

    One more follows when any is left out, however far: waking for it, we arm those after it.
    """
    coming = sorted({instant for instant in fire_at if instant > now})
    taken = [instant for instant in coming if instant <= now + HORIZON][:MOST]
    return tuple(_wake(instant) for instant in coming[: len(taken) + 1])


def is_wanted(settings: SettingsRepository) -> bool:
    """Whether there is anything to do for `repair_at_start`, in one look."""
    return settings.get(CONSENT) in (ON, LEAVING)


def is_off(settings: SettingsRepository) -> bool:
    """Whether the patient withdrew, and nothing of it is left to take out."""
    return settings.get(CONSENT) == OFF


def enable(
    scheduler: AlarmScheduler, settings: SettingsRepository, alarms: Sequence[PlannedAlarm], now: datetime
) -> Outcome:
    """The patient agreed: install and arm. If that fails, nothing of it stays, and no consent is stored."""
    outcome = scheduler.install()
    if outcome.ok:
        outcome = scheduler.arm(alarms)
        if not outcome.ok and settings.get(CONSENT) != ON:
            scheduler.remove()
    if outcome.ok:
        _put(settings, CONSENT, ON)
        _put(settings, SEEN, _seen(scheduler, now))
    return outcome


def disable(scheduler: AlarmScheduler, settings: SettingsRepository) -> Outcome:
    """The patient withdrew: take everything out. What could not be taken out is tried again at each start."""
    # First: a delivery that runs meanwhile must not repair it.
    _put(settings, CONSENT, LEAVING)
    outcome = scheduler.remove()
    if outcome.ok:
        _put(settings, CONSENT, OFF)
    _put(settings, SEEN, "")
    return outcome


def repair_at_start(
    scheduler: AlarmScheduler, settings: SettingsRepository, alarms: Sequence[PlannedAlarm], now: datetime
) -> Outcome:
    """Bring the system in line with the plan; also after each change of the plan and after each delivery.

    Without consent it does nothing. With nothing to do it reads two small files. Once a day it asks the system,
    too. Files that were changed or deleted, and a program that was moved, are put right.
    """
    consent = settings.get(CONSENT)
    if consent == LEAVING:
        return disable(scheduler, settings)
    if consent != ON or _in_order(scheduler, settings, alarms, now):
        return Outcome(True)
    # Until it has worked it counts as undone, even if we are interrupted.
    _put(settings, SEEN, "")
    if not scheduler.status().installed:
        outcome = scheduler.install()
        if not outcome.ok:
            return outcome
    outcome = scheduler.arm(alarms)
    if outcome.ok:
        _put(settings, SEEN, _seen(scheduler, now))
    return outcome


def status(scheduler: AlarmScheduler, settings: SettingsRepository) -> ClosedApp:
    """What the settings show. Asks the system."""
    return ClosedApp(scheduler.name, scheduler.available(), settings.get(CONSENT) == ON, scheduler.status())


def _in_order(
    scheduler: AlarmScheduler, settings: SettingsRepository, alarms: Sequence[PlannedAlarm], now: datetime
) -> bool:
    seen_today = settings.get(SEEN) == _seen(scheduler, now)
    return seen_today and isinstance(scheduler, SelfChecking) and scheduler.intact(alarms)


def _seen(scheduler: AlarmScheduler, now: datetime) -> str:
    return f"{scheduler.name} {now:%Y-%m-%d}"


def _put(settings: SettingsRepository, name: str, value: str) -> None:
    if settings.get(name) != value:
        settings.put(name, value)


def _wake(instant: datetime) -> PlannedAlarm:
    key = f"{WAKE}:{utc_text(instant)}"
    return PlannedAlarm(
        id=alarm_id(key),
        key=key,
        kind=WAKE,
        fire_at=instant,
        expire_at=instant + timedelta(days=1),
        late=Late.SHOW,
        title_private="",
        text_private="",
        title_public="",
        text_public="",
    )
