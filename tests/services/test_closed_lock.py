"""What never asks for the code, the commands and the delivery of alerts, beside a window that does."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.adapters.vault.key_look import KeyLook
from aftercare.core.sealer_port import Locked
from aftercare.services.closed_lock import ClosedLock
from tests.fakes.locks import CODE, app_lock

PLACE = b"here"


def test_a_folder_without_a_code_is_open_and_plain(tmp_path: Path) -> None:
    lock = ClosedLock(KeyLook(tmp_path))
    assert (lock.is_set, lock.is_locked) == (False, False)
    assert lock.sealer.seal(b"notes", PLACE) == b"notes"
    assert not lock.sealer.hides


def test_a_code_that_a_window_sets_locks_it_although_the_window_is_open(tmp_path: Path) -> None:
    # given a command that has looked before there was a code
    lock, window = ClosedLock(KeyLook(tmp_path)), app_lock(tmp_path)
    assert not lock.is_locked
    # when a code is set in the window
    window.turn_on(window.draft(CODE))
    # then the window reads on, and the command neither reads nor writes plain
    assert not window.is_locked
    assert (lock.is_set, lock.is_locked, lock.sealer.hides) == (True, True, True)
    with pytest.raises(Locked):
        lock.sealer.open(window.sealer.seal(b"notes", PLACE), PLACE)
    with pytest.raises(Locked):
        lock.sealer.seal(b"notes", PLACE)


def test_a_code_that_is_taken_away_opens_it(tmp_path: Path) -> None:
    lock, window = ClosedLock(KeyLook(tmp_path)), app_lock(tmp_path)
    window.turn_on(window.draft(CODE))
    assert lock.is_locked
    window.turn_off(CODE)
    assert not lock.is_locked
    assert lock.sealer.open(b"notes", PLACE) == b"notes"
