"""A phone for tests: it shows alarms by itself, as the Java and the Objective-C do, also while the app is closed."""
from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aftercare.core.alarm_limit import soonest
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm, Settled
from aftercare.core.notify_port import Availability
from aftercare.core.phone_port import PermissionState


@dataclass
class MovingClock:
    """The phone's clock, moved by hand."""

    moment: datetime
    zone_name: str = "Europe/Berlin"

    def now(self) -> datetime:
        return self.moment

    def zone(self) -> str:
        return self.zone_name


@dataclass
class FakeSpeakingScheduler:
    """Holds a plan, shows what is due under its key, and keeps a mark of it until it is told to forget.

    A mark settles its key for its fire time and any earlier one. What is blocked stays due. `has_power` False: the
    app was killed before the phone heard of a change, so no change arrives.
    """

    clock: MovingClock
    allowed: bool = True
    has_power: bool = True
    off_kinds: set[str] = field(default_factory=set)
    plan: list[PlannedAlarm] = field(default_factory=list)
    marks: list[Settled] = field(default_factory=list)
    display: dict[str, PlannedAlarm] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    name: str = "android"

    def wake(self) -> None:
        """The system's own alarm: show what is due now. Nothing of the app runs."""
        now = self.clock.now()
        for alarm in self.plan:
            if alarm.fire_at > now or self._is_settled(alarm):
                continue
            if alarm.expire_at <= now or str(alarm.kind) in self.off_kinds:
                self.marks.append(Settled(alarm.key, alarm.fire_at, "dropped", now))
            elif self.allowed:
                self.display[alarm.key] = alarm
                self.shown.append(alarm.key)
                self.marks.append(Settled(alarm.key, alarm.fire_at, "shown", now))

    def available(self) -> Availability:
        return Availability(True)

    def install(self) -> Outcome:
        return Outcome(True)

    def remove(self) -> Outcome:
        self.plan, self.marks, self.display = [], [], {}
        return Outcome(True)

    def status(self) -> AlarmStatus:
        waiting = [alarm for alarm in self.plan if not self._is_settled(alarm) and alarm.expire_at > self.clock.now()]
        return AlarmStatus(True, len(waiting), min((alarm.fire_at for alarm in waiting), default=None))

    def arm(self, alarms: Sequence[PlannedAlarm]) -> Outcome:
        if self.has_power:
            self.plan = list(soonest(alarms, self.clock.now()))
            self.wake()
        return Outcome(True)

    def settled(self) -> tuple[Settled, ...]:
        return tuple(self.marks)

    def forget(self, taken: Sequence[Settled]) -> Outcome:
        if self.has_power:
            known = {(mark.key, mark.fire_at) for mark in taken}
            self.plan = [alarm for alarm in self.plan if not self._is_settled(alarm)]
            self.marks = [mark for mark in self.marks if (mark.key, mark.fire_at) not in known]
        return Outcome(True)

    def close(self, keys: Sequence[str]) -> Outcome:
        for key in keys:
            self.display.pop(key, None)
        return Outcome(True)

    def _is_settled(self, alarm: PlannedAlarm) -> bool:
        return any(mark.key == alarm.key and alarm.fire_at <= mark.fire_at for mark in self.marks)


@dataclass
class FakePermissions:
    """What the phone allows, and how the patient answers when asked."""

    scheduler: FakeSpeakingScheduler
    state: PermissionState = PermissionState.GRANTED
    exact: PermissionState = PermissionState.GRANTED
    answer: PermissionState = PermissionState.GRANTED
    has_settings: bool = True
    asked: int = 0
    opened: list[str] = field(default_factory=list)

    def notifications(self) -> PermissionState:
        return self.state

    def answered(self) -> bool:
        return self.state is not PermissionState.ASK

    def exact_alarms(self) -> PermissionState:
        return self.exact

    def ask_notifications(self, done: Callable[[PermissionState], None]) -> None:
        self.asked += 1
        self.set(self.answer)
        on_thread_of_phone(lambda: done(self.state))

    def set(self, state: PermissionState) -> None:
        self.state = state
        self.scheduler.allowed = state is PermissionState.GRANTED

    def open_notification_settings(self) -> bool:
        return self._open("notifications")

    def open_exact_alarm_settings(self) -> bool:
        return self._open("exact")

    def _open(self, page: str) -> bool:
        if self.has_settings:
            self.opened.append(page)
        return self.has_settings


def on_thread_of_phone(call: Callable[[], object]) -> None:
    """Call as the phone does: on a thread of its own."""
    thread = threading.Thread(target=call, name="phone")
    thread.start()
    thread.join()


class FakePhone:
    """A phone that outlives the app: close it, let time pass, open it again."""

    def __init__(self, now: datetime) -> None:
        self.clock = MovingClock(now.astimezone(UTC))
        self.scheduler = FakeSpeakingScheduler(self.clock)
        self.permissions = FakePermissions(self.scheduler)
        self.tap: tuple[str, str] | None = None
        self._told: Callable[[str, str], None] = lambda key, kind: None

    def live_until(self, moment: datetime) -> None:
        """Time passes, and each alarm comes when it is due."""
        for fire in sorted({alarm.fire_at for alarm in self.scheduler.plan if alarm.fire_at <= moment}):
            self.clock.moment = max(fire, self.clock.moment)
            self.scheduler.wake()
        self.clock.moment = moment

    def take_tap(self) -> tuple[str, str] | None:
        tap, self.tap = self.tap, None
        return tap

    def on_tap(self, told: Callable[[str, str], None]) -> None:
        self._told = told

    def tell(self, key: str, kind: str) -> None:
        """The patient taps a notification while the app runs."""
        on_thread_of_phone(lambda: self._told(key, kind))
