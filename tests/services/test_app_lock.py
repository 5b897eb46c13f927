"""The app lock, from its first code to none."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.core.data_errors import UnsavedData
from aftercare.core.errors import InvalidInput
from aftercare.core.sealer_port import Locked, SealBroken, Sealer
from aftercare.core.vault_port import KeyDamaged
from aftercare.services.app_lock import AppLock
from aftercare.services.app_lock_state import LockDraft, MustWait, Status, WrongCode
from tests.fakes.locks import CODE, OTHER_CODE, SetClocks, app_lock

PLACE = b"here"
WRONG = "918273"


@pytest.fixture
def clocks() -> SetClocks:
    return SetClocks()


def locked(home: Path, clocks: SetClocks | None = None) -> tuple[AppLock, LockDraft]:
    """A folder with a code, as the next start finds it."""
    first = app_lock(home)
    draft = first.draft(CODE)
    first.turn_on(draft)
    return app_lock(home, clocks=clocks), draft


def try_wrong(lock: AppLock, times: int = 1) -> WrongCode:
    for _ in range(times):
        with pytest.raises(WrongCode) as refused:
            lock.unlock(WRONG)
    return refused.value


def test_without_a_code_nothing_is_sealed_and_nothing_asked(tmp_path: Path) -> None:
    lock = app_lock(tmp_path)
    assert lock.state().status is Status.OFF
    assert lock.sealer.seal(b"notes", PLACE) == b"notes"
    assert not lock.sealer.hides
    lock.lock()
    assert lock.state().status is Status.OFF
    assert list(tmp_path.iterdir()) == []


def test_a_code_that_is_easy_to_guess_is_refused_before_anything_is_set(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="easy to guess"):
        app_lock(tmp_path).draft("123456")


def test_a_draft_alone_sets_nothing_and_never_prints_its_secrets(tmp_path: Path) -> None:
    lock = app_lock(tmp_path)
    draft = lock.draft(CODE)
    assert lock.state().status is Status.OFF
    assert CODE not in repr(draft)
    assert draft.groups[0] not in repr(draft)


def test_with_a_code_the_next_start_is_locked_until_it_is_given(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    assert lock.state().status is Status.LOCKED
    with pytest.raises(Locked):
        lock.sealer.seal(b"notes", PLACE)
    with pytest.raises(Locked):
        lock.sealer.open(b"notes", PLACE)
    assert lock.sealer.hides

    lock.unlock(CODE)

    assert lock.state().status is Status.OPEN
    assert lock.sealer.open(lock.sealer.seal(b"notes", PLACE), PLACE) == b"notes"


def test_digits_of_another_keyboard_open_it(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    lock.unlock(" ７３９１６４ ")
    assert lock.state().status is Status.OPEN


def test_half_a_character_that_a_keyboard_sent_is_part_of_the_code(tmp_path: Path) -> None:
    lock = app_lock(tmp_path)
    lock.turn_on(lock.draft("blue kettle \ud83d on"))
    again = app_lock(tmp_path)
    with pytest.raises(WrongCode):
        again.unlock("blue kettle \udc00 on")
    again.unlock("blue kettle \ud83d on")
    assert again.state().status is Status.OPEN


def test_what_was_sealed_opens_after_another_start(tmp_path: Path) -> None:
    first = app_lock(tmp_path)
    first.turn_on(first.draft(CODE))
    sealed = first.sealer.seal(b"notes", PLACE)
    second = app_lock(tmp_path)
    second.unlock(CODE)
    assert second.sealer.open(sealed, PLACE) == b"notes"


def test_locking_forgets_the_key(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    lock.unlock(CODE)
    sealed = lock.sealer.seal(b"notes", PLACE)
    lock.lock()
    assert lock.state().status is Status.LOCKED
    with pytest.raises(Locked):
        lock.sealer.open(sealed, PLACE)


def test_plain_bytes_are_refused_once_all_is_sealed(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    lock.unlock(CODE)
    with pytest.raises(SealBroken):
        lock.sealer.open(b"slipped in", PLACE)


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


def try_code(lock: AppLock, code: str, opens: bool) -> None:
    if opens:
        lock.unlock(code)
        assert lock.state().status is Status.OPEN
    else:
        with pytest.raises(WrongCode):
            lock.unlock(code)


def test_changing_the_code_asks_for_the_old_one_and_keeps_the_data(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    lock.unlock(CODE)
    sealed = lock.sealer.seal(b"notes", PLACE)
    with pytest.raises(WrongCode):
        lock.change(lock.draft(OTHER_CODE), WRONG)
    lock.change(lock.draft(OTHER_CODE), CODE)
    assert lock.sealer.open(sealed, PLACE) == b"notes"
    again = app_lock(tmp_path)
    try_code(again, CODE, opens=False)
    try_code(again, OTHER_CODE, opens=True)
    assert again.sealer.open(sealed, PLACE) == b"notes"


def test_turning_it_off_asks_for_the_code_and_leaves_no_file_of_the_lock(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    lock.unlock(CODE)
    with pytest.raises(WrongCode):
        lock.turn_off(WRONG)
    lock.turn_off(CODE)
    assert lock.state().status is Status.OFF
    assert lock.sealer.seal(b"notes", PLACE) == b"notes"
    assert list(tmp_path.iterdir()) == []


def test_a_second_code_is_not_set_over_the_first(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    with pytest.raises(InvalidInput, match="change it instead"):
        lock.turn_on(lock.draft(OTHER_CODE))
    lock.unlock(CODE)


def test_whoever_reads_is_told_when_it_opens_and_locks(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    seen: list[Status] = []
    lock.on_change(lambda: seen.append(lock.state().status))
    lock.unlock(CODE)
    lock.lock()
    assert seen[0] is Status.OPEN
    assert seen[-1] is Status.LOCKED


class FullDisk:
    """A part whose first turns fail."""

    def __init__(self, fails: int) -> None:
        self.fails, self.forms = fails, list[bool]()

    def reseal(self, sealer: Sealer) -> None:
        if self.fails:
            self.fails -= 1
            raise UnsavedData("photos", "No space left on device")
        self.forms.append(sealer.hides)


def test_a_full_disk_leaves_the_code_set_and_the_next_unlock_goes_on(tmp_path: Path) -> None:
    part = FullDisk(fails=1)
    lock = app_lock(tmp_path, [part])
    with pytest.raises(UnsavedData):
        lock.turn_on(lock.draft(CODE))
    assert lock.state().unfinished
    # Both forms are read until all is sealed.
    assert lock.sealer.open(b"plain still", PLACE) == b"plain still"
    assert lock.sealer.open(lock.sealer.seal(b"sealed", PLACE), PLACE) == b"sealed"

    again = app_lock(tmp_path, [part])
    again.unlock(CODE)

    assert not again.state().unfinished
    assert part.forms == [True]


def test_a_full_disk_does_not_keep_the_patient_out(tmp_path: Path) -> None:
    part = FullDisk(fails=5)
    lock = app_lock(tmp_path, [part])
    with pytest.raises(UnsavedData):
        lock.turn_on(lock.draft(CODE))
    again = app_lock(tmp_path, [part])
    again.unlock(CODE)
    assert again.state().status is Status.OPEN
    assert again.state().unfinished


def test_unsealing_that_was_interrupted_still_asks_for_the_code_and_goes_on(tmp_path: Path) -> None:
    part = FullDisk(fails=0)
    lock = app_lock(tmp_path, [part])
    lock.turn_on(lock.draft(CODE))
    part.fails = 1
    with pytest.raises(UnsavedData):
        lock.turn_off(CODE)
    again = app_lock(tmp_path, [part])
    assert again.state().status is Status.LOCKED
    again.unlock(CODE)
    assert again.state().status is Status.OFF
    assert part.forms == [True, False]


def test_a_damaged_lock_is_not_taken_for_a_wrong_code(tmp_path: Path) -> None:
    lock, _ = locked(tmp_path)
    for name in ("lock.key", "lock.key.copy"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(KeyDamaged, match="Nothing was deleted"):
        lock.unlock(CODE)
    with pytest.raises(KeyDamaged):
        lock.state()
