"""Several windows on one folder: each wrong code counts, whoever tries it and when."""
from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from aftercare.adapters.lock import DataLock
from aftercare.adapters.vault.tries import FolderTries
from aftercare.core.data_errors import DataBusy, UnsavedData
from aftercare.core.lock_policy import FREE_TRIES, Tries
from aftercare.core.vault_port import LockPorts
from aftercare.services.app_lock import AppLock
from aftercare.services.app_lock_state import MustWait, WrongCode
from tests.fakes.locks import SetClocks, app_lock, cheap_keys
from tests.services.lock_cases import CODE, WRONG, locked

WINDOWS = 12


class SlowTries(FolderTries):
    """A file that takes its time between being read and being written, as a busy disk does."""

    def read(self) -> Tries:
        found = super().read()
        time.sleep(0.01)
        return found


def window(home: Path, exclusive: Callable[[], AbstractContextManager[object]], clocks: SetClocks) -> AppLock:
    return AppLock(LockPorts(cheap_keys(home), SlowTries(home), (), exclusive, clocks, bytes))


def test_of_codes_tried_at_once_in_many_windows_none_is_left_out_of_the_count(tmp_path: Path) -> None:
    # given a folder with a code, open in many windows
    locked(tmp_path)
    clocks = SetClocks()
    windows = [window(tmp_path, partial(DataLock, tmp_path), clocks) for _ in range(WINDOWS)]
    together, said = Barrier(WINDOWS), list[type[Exception]]()

    def try_wrong(lock: AppLock) -> None:
        together.wait()
        try:
            lock.unlock(WRONG)
        except (WrongCode, MustWait) as error:
            said.append(type(error))

    # when a wrong code is tried in all of them in the same moment
    threads = [Thread(target=try_wrong, args=(each,)) for each in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    # then as many are tried as one window may try, and each of them has counted
    assert said.count(WrongCode) == FREE_TRIES
    assert said.count(MustWait) == WINDOWS - FREE_TRIES
    assert FolderTries(tmp_path).read().wrong == FREE_TRIES


@pytest.mark.parametrize("fault", [DataBusy("home", 10.0), UnsavedData("home", "Read-only file system")])
def test_a_folder_that_cannot_be_held_keeps_nobody_out(tmp_path: Path, fault: Exception) -> None:
    def refused() -> AbstractContextManager[object]:
        raise fault

    locked(tmp_path)
    lock = window(tmp_path, refused, SetClocks())
    with pytest.raises(WrongCode):
        lock.unlock(WRONG)
    assert app_lock(tmp_path).state().wrong == 1
    lock.unlock(CODE)
    assert not lock.is_locked
