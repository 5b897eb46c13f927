"""The phone that the tests of the app use does what the phone's own Java does."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.alarms.android import AndroidAlarms
from aftercare.core.alarm_port import SpeakingScheduler
from tests.fakes.phone import FakeSpeakingScheduler, MovingClock
from tests.packaging.fixed_clock import FixedClock, alarm
from tests.packaging.host_java import HostStore, Program

NOW = datetime.now(UTC).replace(microsecond=0)
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=["java", "fake"])
def phone(request: pytest.FixtureRequest, tmp_path: Path) -> SpeakingScheduler:
    if request.param == "fake":
        return FakeSpeakingScheduler(MovingClock(NOW))
    program: Program = request.getfixturevalue("java")
    return AndroidAlarms(FixedClock(NOW), lambda: HostStore(program, tmp_path))


def marks(phone: SpeakingScheduler) -> list[tuple[str, datetime, str]]:
    return [(mark.key, mark.fire_at, mark.state) for mark in phone.settled()]


def test_what_is_due_is_shown_once_until_its_mark_is_forgotten(phone: SpeakingScheduler) -> None:
    due, expired = alarm("due", NOW - MINUTE), alarm("old", NOW - timedelta(days=2))
    plan = [due, alarm("later", NOW + timedelta(hours=1))]
    # when it is armed, and armed again before its mark was taken over
    phone.arm([expired, *plan])
    phone.arm(plan)
    # then it has one mark, what has expired none, and the other waits
    assert marks(phone) == [("due", due.fire_at, "shown")]
    assert (phone.status().armed, phone.status().next) == (1, NOW + timedelta(hours=1))
    # and forgetting the mark does not bring it again
    phone.forget(phone.settled())
    phone.install()
    assert marks(phone) == []
    assert phone.status().armed == 1


def test_a_key_that_moved_to_a_later_time_is_shown_again(phone: SpeakingScheduler) -> None:
    phone.arm([alarm("k", NOW - MINUTE)])
    phone.arm([alarm("k", NOW)])
    assert [fire for _key, fire, _state in marks(phone)] == [NOW - MINUTE, NOW]


def test_removing_leaves_nothing(phone: SpeakingScheduler) -> None:
    phone.arm([alarm("k", NOW - MINUTE)])
    phone.remove()
    assert (marks(phone), phone.status().armed) == ([], 0)
