"""The app lock, from its first code to none."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.core.errors import InvalidInput
from aftercare.core.sealer_port import Locked, SealBroken
from aftercare.services.app_lock_state import Status, WrongCode
from tests.fakes.locks import CODE, OTHER_CODE, app_lock
from tests.services.lock_cases import PLACE, WRONG, locked, try_code


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
