"""Waits grow with wrong codes and outlive restarts and set clocks; the app locks itself in time."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.lock_policy import (
    CHOICES,
    FREE_TRIES,
    WAITS,
    AutoLock,
    Reading,
    Tries,
    Use,
    left_to_wait,
    looked_at,
    must_lock,
    one_more,
    read_auto_lock,
    wait_after,
    was_set_back,
)

NOW = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
seconds = st.integers(0, 10_000).map(lambda count: timedelta(seconds=count))
jumps = st.integers(-(10**8), 10**8).map(lambda count: timedelta(seconds=count))


def after(wrong: int, at: Reading) -> Tries:
    tries = Tries()
    for _ in range(wrong):
        tries = one_more(tries, at)
    return tries


def test_five_wrong_codes_bring_half_a_minute_then_one_then_five() -> None:
    at = Reading(NOW)
    waits = [left_to_wait(after(wrong, at), at).total_seconds() for wrong in range(12)]
    assert waits == [0, 0, 0, 0, 0, 30, 60, 300, 900, 3600, 3600, 3600]


def test_it_says_how_many_tries_bring_no_wait_yet() -> None:
    assert [after(wrong, Reading(NOW)).left for wrong in range(7)] == [5, 4, 3, 2, 1, 0, 0]


def test_a_wait_goes_on_over_a_restart() -> None:
    # Given five wrong codes in one run, when another one looks 12 s later
    tries = after(5, Reading(NOW, 1000.0, "first"))
    assert left_to_wait(tries, Reading(NOW + timedelta(seconds=12), 3.0, "second")) == timedelta(seconds=18)


def test_a_clock_put_forward_while_the_app_runs_saves_nothing() -> None:
    tries = after(5, Reading(NOW, 1000.0, "run"))
    assert left_to_wait(tries, Reading(NOW + timedelta(days=1), 1010.0, "run")) == timedelta(seconds=20)


def test_a_clock_that_ran_years_ahead_does_not_make_one_wait_for_years() -> None:
    # Given a wait that began under a wrong clock, and the clock put right
    tries = after(5, Reading(NOW + timedelta(days=4000), 0, "a"))
    right = Reading(NOW, 0, "b")
    assert was_set_back(tries, right)
    assert left_to_wait(looked_at(tries, right), Reading(NOW + timedelta(seconds=30), 0, "c")) == timedelta()


@given(st.integers(1, 40), st.lists(jumps, max_size=6))
def test_clocks_set_back_never_shorten_a_wait(wrong: int, moves: list[timedelta]) -> None:
    """However the wall clock is turned back, in as many runs as one likes, no second is won."""
    at = Reading(NOW, 0, "0")
    tries = after(wrong, at)
    whole = left_to_wait(tries, at)
    for run, move in enumerate(moves):
        at = Reading(at.now - abs(move), 0, f"r{run}")
        tries = looked_at(tries, at)
        assert left_to_wait(tries, at) == whole


@given(st.integers(0, 40), seconds, seconds)
def test_waiting_in_two_parts_is_waiting(wrong: int, one: timedelta, other: timedelta) -> None:
    tries = after(wrong, Reading(NOW, 0, "a"))
    middle, end = Reading(NOW + one, 0, "b"), Reading(NOW + one + other, 0, "c")
    assert left_to_wait(looked_at(tries, middle), end) == left_to_wait(tries, end)


@given(st.integers(0, 40), jumps, st.floats(0, 10**6))
def test_a_wait_is_never_negative_nor_longer_than_it_was(wrong: int, move: timedelta, ticks: float) -> None:
    tries = after(wrong, Reading(NOW, 0, "a"))
    for run in "ab":
        assert timedelta() <= left_to_wait(tries, Reading(NOW + move, ticks, run)) <= wait_after(wrong)


@given(st.integers(0, 100))
def test_waits_only_grow(wrong: int) -> None:
    assert wait_after(wrong) <= wait_after(wrong + 1) <= WAITS[-1]
    assert (wait_after(wrong) > timedelta()) == (wrong >= FREE_TRIES)


def away(minutes: float, **more: bool) -> Use:
    return Use(NOW - timedelta(minutes=minutes), NOW - timedelta(minutes=minutes), **more)


@pytest.mark.parametrize("minutes", CHOICES)
def test_an_app_that_nobody_touches_locks_after_the_chosen_time(minutes: int) -> None:
    choice, whole = AutoLock(minutes, when_hidden=False), timedelta(minutes=max(minutes, 1))
    assert must_lock(choice, Use(NOW - whole), NOW)
    assert not must_lock(choice, Use(NOW - whole + timedelta(seconds=1)), NOW)


def test_a_hidden_app_locks_at_once_when_that_is_chosen() -> None:
    assert must_lock(AutoLock(15, when_hidden=True), away(0), NOW)
    assert must_lock(AutoLock(0, when_hidden=False), away(0), NOW)
    assert not must_lock(AutoLock(15, when_hidden=False), away(14), NOW)
    assert must_lock(AutoLock(15, when_hidden=False), away(15), NOW)


def test_the_camera_that_we_opened_does_not_lock_the_app_under_the_patients_hands() -> None:
    assert not must_lock(AutoLock(0), away(0.5, sent_away=True), NOW)
    assert must_lock(AutoLock(0), away(1, sent_away=True), NOW)


def test_a_touch_counts_although_nobody_said_that_the_app_is_in_front_again() -> None:
    touched = Use(NOW - timedelta(minutes=4), hidden_since=NOW - timedelta(minutes=10))
    assert not must_lock(AutoLock(5, when_hidden=False), touched, NOW)
    assert must_lock(AutoLock(5, when_hidden=False), touched, NOW + timedelta(minutes=1))


@given(st.sampled_from(CHOICES), st.booleans(), st.booleans(), st.integers(1, 10**8))
def test_a_clock_that_was_set_back_locks(minutes: int, when_hidden: bool, sent: bool, back: int) -> None:
    later = NOW + timedelta(seconds=back)
    assert must_lock(AutoLock(minutes, when_hidden), Use(later), NOW)
    assert must_lock(AutoLock(minutes, when_hidden), Use(later, later, sent), NOW)


@pytest.mark.parametrize(
    ("settings", "choice"),
    [
        ({}, AutoLock(1, True)),
        ({"lock_after": "15", "lock_hidden": "off"}, AutoLock(15, False)),
        ({"lock_after": "0", "lock_hidden": "on"}, AutoLock(0, True)),
        ({"lock_after": "7", "lock_hidden": "?"}, AutoLock(1, True)),
        ({"lock_after": "soon"}, AutoLock(1, True)),
    ],
)
def test_the_choice_is_read_from_the_settings(settings: dict[str, str], choice: AutoLock) -> None:
    assert read_auto_lock(settings) == choice
