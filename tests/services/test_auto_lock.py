"""The app locks itself in time, and never under the patient's hands."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.core.data_errors import DataError
from aftercare.services.app_lock_state import Status
from aftercare.services.auto_lock import AutoLocker
from tests.fakes.locks import CODE, START, app_lock
from tests.fakes.phone import MovingClock


class Opened:
    """An open app with a code, and what was chosen about locking."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.clock = MovingClock(START)
        self.lock = app_lock(home)
        self.lock.turn_on(self.lock.draft(CODE))
        self.busy = False
        self.auto = AutoLocker(self.lock, lambda: settings, self.clock, self.lock.lock, lambda: self.busy)

    def wait(self, seconds: float) -> None:
        self.clock.moment += timedelta(seconds=seconds)

    @property
    def is_open(self) -> bool:
        return self.lock.state().status is Status.OPEN


def test_an_app_that_nobody_touches_locks_after_a_minute(tmp_path: Path) -> None:
    app = Opened(tmp_path)
    app.wait(59)
    assert not app.auto.look()
    app.wait(1)
    assert app.auto.look()
    assert not app.is_open


def test_each_touch_begins_the_time_anew(tmp_path: Path) -> None:
    app = Opened(tmp_path, lock_after="5")
    for _ in range(10):
        app.wait(299)
        app.auto.touched()
        assert not app.auto.look()
    assert app.is_open


def test_the_touch_that_wakes_a_laptop_comes_too_late(tmp_path: Path) -> None:
    app = Opened(tmp_path, lock_after="15")
    app.wait(15 * 60)
    assert app.auto.touched()
    assert not app.is_open


def test_being_hidden_locks_at_once_unless_that_was_switched_off(tmp_path: Path) -> None:
    assert Opened(tmp_path / "a").auto.hidden()
    lenient = Opened(tmp_path / "b", lock_after="5", lock_hidden="off")
    assert not lenient.auto.hidden()
    lenient.wait(299)
    assert not lenient.auto.shown()
    assert lenient.is_open
    lenient.auto.hidden()
    lenient.wait(300)
    assert lenient.auto.shown()


def test_the_camera_that_we_opened_is_no_reason_to_lock_but_a_long_absence_is(tmp_path: Path) -> None:
    app = Opened(tmp_path)
    assert not app.auto.hidden(sent_away=True)
    app.wait(30)
    assert not app.auto.shown()
    # The next time it counts again.
    assert app.auto.hidden()


def test_a_clock_that_was_set_back_locks(tmp_path: Path) -> None:
    app = Opened(tmp_path, lock_after="15")
    app.wait(-10)
    assert app.auto.look()


def test_without_a_code_nothing_locks(tmp_path: Path) -> None:
    lock = app_lock(tmp_path)
    auto = AutoLocker(lock, dict, MovingClock(START), lock.lock)
    assert not auto.hidden()
    assert not auto.shown()
    assert lock.state().status is Status.OFF
    # nor where none can be set
    assert not AutoLocker(None, dict, MovingClock(START), lock.lock).hidden()


def test_data_that_is_being_written_is_not_locked_away(tmp_path: Path) -> None:
    app = Opened(tmp_path)
    app.busy = True
    assert not app.auto.hidden()
    app.wait(60)
    # and the delay is made up for afterwards
    app.busy = False
    assert app.auto.look()


def test_a_window_that_says_twice_that_it_is_hidden_does_not_begin_anew(tmp_path: Path) -> None:
    app = Opened(tmp_path, lock_after="5", lock_hidden="off")
    app.auto.hidden()
    app.wait(200)
    app.auto.hidden()
    app.wait(100)
    assert app.auto.shown()


def test_a_choice_that_cannot_be_read_locks_as_usual(tmp_path: Path) -> None:
    app = Opened(tmp_path)

    def unreadable() -> dict[str, str]:
        raise DataError

    auto = AutoLocker(app.lock, unreadable, app.clock, app.lock.lock)
    assert auto.hidden()


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_locked_is_not_locked_again(tmp_path: Path, times: int) -> None:
    app = Opened(tmp_path)
    assert app.auto.hidden()
    assert not any(app.auto.look() for _ in range(times))
