"""Locks with a code, and tries to open them."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.services.app_lock import AppLock
from aftercare.services.app_lock_state import LockDraft, Status, WrongCode
from tests.fakes.locks import CODE, SetClocks, app_lock

PLACE = b"here"
WRONG = "918273"


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


def try_code(lock: AppLock, code: str, opens: bool) -> None:
    if opens:
        lock.unlock(code)
        assert lock.state().status is Status.OPEN
    else:
        with pytest.raises(WrongCode):
            lock.unlock(code)
