"""Wrong codes and their waits, and the recovery code."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.core.errors import InvalidInput
from aftercare.services.app_lock_state import MustWait, Status
from tests.fakes.locks import CODE, OTHER_CODE, SetClocks, app_lock
from tests.services.lock_cases import WRONG, locked, try_code, try_wrong


@pytest.fixture
def clocks() -> SetClocks:
    return SetClocks()


def test_a_wrong_code_says_how_many_are_left_and_then_brings_a_wait(tmp_path: Path, clocks: SetClocks) -> None:
    lock, _ = locked(tmp_path, clocks)
    refused = try_wrong(lock)
    assert (refused.left, str(refused)) == (4, "That code is not right. 4 tries before a short wait.")
    refused = try_wrong(lock, 4)
    assert (refused.left, refused.wait) == (0, timedelta(seconds=30))
    with pytest.raises(MustWait) as waits:
        lock.unlock(CODE)
    assert waits.value.wait == timedelta(seconds=30)

    clocks.pass_by(30)
    lock.unlock(CODE)

    assert lock.state().status is Status.OPEN
    assert lock.state().wrong == 0


def test_a_wait_outlives_a_restart_and_grows(tmp_path: Path, clocks: SetClocks) -> None:
    lock, _ = locked(tmp_path, clocks)
    try_wrong(lock, 5)
    clocks.pass_by(10)
    again = app_lock(tmp_path, clocks=clocks)
    assert again.state().wait == timedelta(seconds=20)
    clocks.pass_by(20)
    assert try_wrong(again).wait == timedelta(seconds=60)


def test_a_clock_that_ran_a_year_ahead_for_a_moment_makes_nobody_wait_a_year(
    tmp_path: Path, clocks: SetClocks
) -> None:
    # given wrong codes while the clock was a year ahead
    right = clocks.at
    clocks.at = replace(right, now=right.now + timedelta(days=365))
    lock, _ = locked(tmp_path, clocks)
    try_wrong(lock, 5)
    # when it is set right, over a restart
    clocks.at = replace(right, ticks=5.0, run="run 2")
    again = app_lock(tmp_path, clocks=clocks)
    assert again.state().wait == timedelta(seconds=30)
    # then the wait counts from that look on
    clocks.pass_by(30)
    again.unlock(CODE)
    assert again.state().status is Status.OPEN


def test_a_try_counts_even_when_the_app_is_ended_in_the_middle_of_it(tmp_path: Path) -> None:
    # Given an app that is ended while it stretches the code
    lock, _ = locked(tmp_path)

    class Ended(BaseException): ...

    def ended(*_: object) -> None:
        raise Ended

    lock._keys.open = ended  # type: ignore[method-assign, assignment]
    with pytest.raises(Ended):
        lock.unlock(WRONG)
    assert app_lock(tmp_path).state().wrong == 1


def test_nothing_is_deleted_however_many_codes_are_wrong(tmp_path: Path, clocks: SetClocks) -> None:
    lock, _ = locked(tmp_path, clocks)
    for _ in range(30):
        try_wrong(lock)
        clocks.pass_by(3600)
    lock.unlock(CODE)
    assert lock.state().status is Status.OPEN


def test_the_recovery_code_opens_it_during_a_wait_and_then_a_new_code_is_set(
    tmp_path: Path, clocks: SetClocks
) -> None:
    lock, draft = locked(tmp_path, clocks)
    try_wrong(lock, 5)

    lock.recover("-".join(draft.groups).lower())

    assert lock.state().recovered
    assert lock.state().wait == timedelta()
    lock.change(lock.draft(OTHER_CODE))
    again = app_lock(tmp_path)
    try_code(again, CODE, opens=False)
    try_code(again, OTHER_CODE, opens=True)


def test_a_recovery_code_is_good_for_one_change(tmp_path: Path) -> None:
    lock, draft = locked(tmp_path)
    lock.recover("".join(draft.groups))
    lock._chance = lambda count: b"\xaa" * count
    fresh = lock.draft(OTHER_CODE)
    lock.change(fresh)
    again = app_lock(tmp_path)
    with pytest.raises(InvalidInput, match="not the one of this data"):
        again.recover("".join(draft.groups))
    again.recover("".join(fresh.groups))
    assert again.state().status is Status.OPEN


def test_a_recovery_code_with_a_typing_error_costs_nothing(tmp_path: Path) -> None:
    lock, draft = locked(tmp_path)
    code = "".join(draft.groups)
    with pytest.raises(InvalidInput, match="check each group"):
        lock.recover(code[:-1] + ("2" if code[-1] != "2" else "3"))
    assert lock.state().wrong == 0
