"""The Python side of Android: what it hands to Java, what it takes back, and what it says when that fails."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.adapters.alarms.android import AndroidAlarms
from aftercare.adapters.alarms.plan_json import channel_names, millis, moment
from aftercare.core.alarm_port import AlarmStatus, Outcome, Settled, SpeakingScheduler, instant_mark
from tests.packaging.fixed_clock import NOON, FixedClock, alarm
from tests.packaging.host_java import HostStore, Program


@dataclass
class MemoryStore:
    """A store that keeps what it is given, and says or raises what the test wants."""

    answer: str = ""
    error: Exception | None = None
    reported: str = "{}"
    given: list[tuple[str, object]] = field(default_factory=list)

    def replace_plan(self, plan: str) -> str:
        return self._take("plan", plan)

    def rearm(self) -> str:
        return self._take("rearm", "null")

    def forget(self, marks: str) -> str:
        return self._take("forget", marks)

    def close(self, keys: str) -> str:
        return self._take("close", keys)

    def remove(self) -> str:
        return self._take("remove", "null")

    def report(self) -> str:
        if self.error:
            raise self.error
        return self.reported

    def _take(self, name: str, text: str) -> str:
        if self.error:
            raise self.error
        self.given.append((name, json.loads(text)))
        return self.answer


def alarms_on(store: MemoryStore) -> SpeakingScheduler:
    return AndroidAlarms(FixedClock(), lambda: store)


def missing() -> MemoryStore:
    raise ImportError("jnius")


def test_the_plan_has_the_48_soonest_with_their_instants_in_milliseconds() -> None:
    store = MemoryStore()
    alarms = [alarm(f"k{hour:02}", NOON + timedelta(hours=hour)) for hour in range(60)]
    assert alarms_on(store).arm(alarms[::-1]) == Outcome(True)
    [(_name, plan)] = store.given
    assert isinstance(plan, dict)
    assert [one["key"] for one in plan["alarms"]] == [f"k{hour:02}" for hour in range(47)] + ["keep-on"]
    assert plan["alarms"][0]["fire_ms"] == 1781006400000
    assert "wall" not in plan["alarms"][0]


def test_times_in_texts_stay_marks_until_java_shows_them() -> None:
    store = MemoryStore()
    alarms_on(store).arm([alarm("k", NOON, text_private=f"Next: {instant_mark(NOON)}.")])
    assert "Next: {time:1781006400}." in json.dumps(store.given)


def test_no_name_in_the_system_settings_speaks_of_health() -> None:
    said = " ".join(channel_names().values()).lower()
    for word in ("skin", "session", "clinic", "injection", "treatment", "care", "symptom", "makeup", "doctor"):
        assert word not in said.split()


@pytest.mark.parametrize(
    ("reported", "note"),
    [
        ({"allowed": True, "exact": True, "damaged": False}, ""),
        ({"allowed": False, "exact": False, "damaged": True}, "Your phone blocks our alerts."),
        ({"allowed": True, "exact": False, "damaged": True},
         "Your alerts were damaged. Opening the app sets them again."),
        ({"allowed": True, "exact": False, "damaged": False}, "Alerts may come up to an hour late."),
    ],
)
def test_the_status_tells_the_most_serious_fault(reported: dict[str, object], note: str) -> None:
    store = MemoryStore(reported=json.dumps(reported | {"planned": True, "armed": 2, "next_ms": 1781006400000}))
    assert alarms_on(store).status() == AlarmStatus(True, 2, NOON, note)


def test_marks_come_back_as_instants_and_damaged_ones_are_left_out() -> None:
    good = {"key": "k", "id": 1, "fire_ms": 1781006400000, "state": "shown", "at_ms": 1781006460000}
    marks = [good, 7, None, {}, {**good, "fire_ms": "x"}, {**good, "at_ms": 1e300}, {**good, "key": None}]
    store = MemoryStore(reported=json.dumps({"marks": marks}))
    assert alarms_on(store).settled() == (Settled("k", NOON, "shown", NOON + timedelta(minutes=1)),)


@given(st.integers(0, 4_000_000_000_000))
def test_an_instant_comes_back_to_the_millisecond(count: int) -> None:
    instant = moment(count)
    assert instant is not None
    assert millis(instant) == count


@pytest.mark.parametrize("reported", ["", "[]", "no json", '{"armed": "x", "next_ms": true}'])
def test_a_report_that_makes_no_sense_is_survived(reported: str) -> None:
    scheduler = alarms_on(MemoryStore(reported=reported))
    assert scheduler.status().armed == 0
    assert scheduler.settled() == ()


def test_what_java_refuses_is_a_reason_and_no_exception() -> None:
    for store in (MemoryStore(answer="disk full"), MemoryStore(error=RuntimeException("disk full"))):
        scheduler = alarms_on(store)
        refused = Outcome(False, "Your phone did not take the alerts: disk full")
        assert scheduler.arm([]) == refused
        assert scheduler.install() == refused
        assert scheduler.remove() == refused
        assert scheduler.forget([]) == refused
        assert scheduler.close(["k"]) == refused


class RuntimeException(Exception):
    """As Java's arrive."""


def test_elsewhere_it_says_that_it_is_not_available() -> None:
    scheduler = AndroidAlarms(FixedClock(), missing)
    found = scheduler.available()
    assert (found.ok, found.reason) == (False, "This device has no Android alarms.")
    assert not scheduler.arm([]).ok
    assert not scheduler.status().installed
    assert scheduler.settled() == ()


def test_python_and_java_understand_each_other(java: Program, tmp_path: Path) -> None:
    # given one alarm that is due and two that are not, one of them in a phrase that JSON must escape
    now = datetime.now(UTC).replace(microsecond=0)
    phone = AndroidAlarms(FixedClock(now), lambda: HostStore(java, tmp_path))
    due = alarm("due", now - timedelta(minutes=1))
    later = alarm("später \"x\" 😀", now + timedelta(hours=1))
    # when they are armed
    assert phone.arm([later, due, alarm("last", now + timedelta(days=2))]) == Outcome(True)
    # then Java showed the due one and waits for the others
    assert phone.status() == AlarmStatus(True, 2, later.fire_at, "")
    [mark] = phone.settled()
    assert (mark.key, mark.fire_at, mark.state) == ("due", due.fire_at, "shown")
    # and once we have taken it over, it is forgotten
    assert phone.forget([mark]) == Outcome(True)
    assert phone.settled() == ()
    # and in the end nothing is left
    assert phone.remove() == Outcome(True)
    assert list(tmp_path.iterdir()) == []
