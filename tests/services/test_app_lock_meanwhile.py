"""While a worker sets the code or takes it away, the window goes on asking, and is never told that it is locked."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path

from aftercare.adapters.vault.keys import FolderKeys
from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.adapters.vault.tries import FolderTries
from aftercare.core.vault_port import LockPorts, Way
from aftercare.services.app_lock import AppLock
from aftercare.services.app_lock_state import Status
from tests.fakes.locks import CHEAP, CODE, SetClocks

PLACE = b"here"


class AskedMeanwhile(FolderKeys):
    """Keys; `ask` is called when the key file has just come or gone, as a window may at that moment."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, lambda: CHEAP)
        self.ask: Callable[[], object] = lambda: None

    def create(self, secrets: Mapping[Way, str]) -> OpenVault:
        vault = super().create(secrets)
        self.ask()
        return vault

    def forget(self) -> None:
        super().forget()
        self.ask()


def asked(home: Path) -> tuple[AppLock, AskedMeanwhile]:
    keys = AskedMeanwhile(home)
    return AppLock(LockPorts(keys, FolderTries(home), (), nullcontext, SetClocks(), lambda n: bytes(range(n)))), keys


def test_setting_the_code_does_not_lock_out_who_sets_it(tmp_path: Path) -> None:
    lock, keys = asked(tmp_path)
    answers: list[object] = []
    keys.ask = lambda: answers.extend((lock.is_locked, lock.state().status, lock.sealer.open(b"notes", PLACE)))

    lock.turn_on(lock.draft(CODE))

    assert answers == [False, Status.OFF, b"notes"]
    assert lock.state().status is Status.OPEN


def test_taking_the_code_away_does_not_lock_out_either(tmp_path: Path) -> None:
    lock, keys = asked(tmp_path)
    lock.turn_on(lock.draft(CODE))
    answers: list[object] = []
    keys.ask = lambda: answers.extend((lock.is_locked, lock.state().status, lock.sealer.open(b"notes", PLACE)))

    lock.turn_off(CODE)

    assert answers == [False, Status.OFF, b"notes"]
    assert lock.state().status is Status.OFF


def test_another_window_is_locked_from_the_moment_the_code_is_set(tmp_path: Path) -> None:
    lock, keys = asked(tmp_path)
    other, _ = asked(tmp_path)
    answers: list[bool] = []
    keys.ask = lambda: answers.append(other.is_locked)

    lock.turn_on(lock.draft(CODE))

    assert answers == [True]
    assert other.sealer.hides
