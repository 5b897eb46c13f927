"""The app lock on a full disk, after an interruption and with damaged files."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.core.data_errors import UnsavedData
from aftercare.core.sealer_port import Sealer
from aftercare.core.vault_port import KeyDamaged
from aftercare.services.app_lock_state import Status
from tests.fakes.locks import CODE, app_lock
from tests.services.lock_cases import PLACE, locked


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
