"""What the lock screen says."""
from __future__ import annotations

from datetime import timedelta

import pytest

from aftercare.presenters.lock_screen import LockView, build_state, typed_words
from aftercare.services.app_lock_state import LockState, Status


def locked(seconds: float = 0, wrong: int = 0) -> LockState:
    return LockState(Status.LOCKED, timedelta(seconds=seconds), wrong)


def test_a_wait_stands_in_place_of_the_code() -> None:
    state = build_state(locked(18, 5), LockView())
    assert (state.stage, state.clock, state.clock_spoken) == ("wait", "0:18", "18 seconds to wait")
    assert state.fraction == pytest.approx(0.6)
    assert state.lead == "5 wrong codes. Try again soon."


def test_the_recovery_code_needs_no_wait() -> None:
    assert build_state(locked(18, 5), LockView("recovery")).stage == "recovery"


def test_a_started_second_counts_whole_so_that_nought_is_never_shown() -> None:
    assert build_state(locked(0.2, 5), LockView()).clock == "0:01"


def test_a_long_wait_is_spoken_in_minutes() -> None:
    assert build_state(locked(901, 8), LockView()).clock_spoken == "15 minutes to wait"


def test_help_is_offered_at_every_stage() -> None:
    for state in (locked(), locked(30, 5)):
        for way in ("code", "words", "recovery"):
            assert build_state(state, LockView(way)).emergency == "Emergency help"


def test_the_count_of_digits_is_told_and_none_of_them() -> None:
    assert typed_words(3) == "3 digits typed"
