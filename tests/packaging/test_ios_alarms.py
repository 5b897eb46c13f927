"""The Python side of iOS, against a shim that keeps what iOS would keep."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aftercare.adapters.alarms.ios import IosAlarms
from aftercare.core.alarm_port import AlarmStatus, Outcome, SpeakingScheduler, instant_mark
from tests.packaging.fixed_clock import NOON, FixedClock, alarm


@dataclass
class MemoryShim:
    """iOS with its stored plan."""

    plan: Any = None
    authorization: str = "granted"
    answer: str = ""
    closed: list[str] = field(default_factory=list)

    def arm_plan(self, plan: str) -> str:
        self.plan = json.loads(plan)
        return self.answer

    def report(self) -> str:
        pending = len(self.plan["alarms"]) if self.plan else 0
        return json.dumps({"plan": self.plan, "pending": pending, "authorization": self.authorization})

    def close_keys(self, keys: str) -> str:
        self.closed += json.loads(keys)
        return self.answer

    def remove_all(self) -> str:
        self.plan = None
        return self.answer


def alarms_on(shim: MemoryShim, clock: FixedClock | None = None) -> SpeakingScheduler:
    return IosAlarms(clock or FixedClock(), lambda: shim)


def missing() -> MemoryShim:
    raise ImportError("pyobjus")


def test_sixty_are_handed_over_and_the_last_asks_to_open_the_app() -> None:
    shim = MemoryShim()
    plan = [alarm(f"k{day:03}", NOON + timedelta(days=day)) for day in range(100)]
    assert alarms_on(shim).arm(plan) == Outcome(True)
    keys = [one["key"] for one in shim.plan["alarms"]]
    assert keys == [f"k{day:03}" for day in range(59)] + ["keep-on"]


def test_texts_are_finished_since_ios_shows_them_as_they_are() -> None:
    shim = MemoryShim()
    # given an alarm of tomorrow that names an instant of that day
    tomorrow = NOON + timedelta(days=1)
    alarms_on(shim).arm([alarm("k", tomorrow, text_private=f"Next: {instant_mark(tomorrow)}.")])
    # then the words are those of tomorrow, in the phone's zone
    assert shim.plan["alarms"][0]["text_private"] == "Next: today at 14:00."
    assert "{time:" not in json.dumps(shim.plan["alarms"])


def test_what_has_passed_counts_as_shown_and_the_next_is_told() -> None:
    shim, clock = MemoryShim(), FixedClock()
    scheduler = alarms_on(shim, clock)
    scheduler.arm([alarm("a", NOON + timedelta(hours=1)), alarm("b", NOON + timedelta(hours=2))])
    clock.instant = NOON + timedelta(minutes=90)
    assert [mark.key for mark in scheduler.settled()] == ["a"]
    assert scheduler.status() == AlarmStatus(True, 2, NOON + timedelta(hours=2), "")


def test_what_is_due_at_once_counts_as_shown_only_when_ios_has_had_the_time() -> None:
    shim, clock = MemoryShim(), FixedClock()
    scheduler = alarms_on(shim, clock)
    # given an overdue alarm, which iOS shows a moment after it was armed
    scheduler.arm([alarm("a", NOON - timedelta(hours=1))])
    # then arming again at once must not withdraw it as if it had been shown
    assert scheduler.settled() == ()
    clock.instant = NOON + timedelta(seconds=2)
    assert [mark.key for mark in scheduler.settled()] == ["a"]


def test_nothing_counts_as_shown_while_the_phone_blocks_us() -> None:
    shim, clock = MemoryShim(authorization="denied"), FixedClock()
    scheduler = alarms_on(shim, clock)
    scheduler.arm([alarm("a", NOON + timedelta(hours=1))])
    clock.instant = NOON + timedelta(hours=2)
    assert scheduler.settled() == ()
    assert scheduler.status().note == "Your phone blocks our alerts."


def test_what_ios_refuses_is_a_reason() -> None:
    scheduler = alarms_on(MemoryShim(answer="no room"))
    refused = Outcome(False, "Your phone did not take the alerts: no room")
    assert scheduler.arm([]) == refused
    assert scheduler.remove() == refused


def test_withdrawn_alarms_leave_the_display() -> None:
    shim = MemoryShim()
    assert alarms_on(shim).close(["a", "b"]) == Outcome(True)
    assert shim.closed == ["a", "b"]


def test_elsewhere_it_says_that_it_is_not_available() -> None:
    scheduler = IosAlarms(FixedClock(), missing)
    assert scheduler.available().reason == "This device has no iOS alarms."
    assert not scheduler.install().ok
    assert scheduler.settled() == ()
    assert not scheduler.status().installed
