"""Setting, changing and removing the code while calls of the disk fail, and the app goes on: what is said is true."""
from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from aftercare.core.data_errors import DataError
from aftercare.services.app_lock_state import Status
from tests.adapters.vault.test_lock_killed import App, filled, with_code, words_on_disk
from tests.fakes.locks import CODE, OTHER_CODE

_CALLS = ("write", "fsync", "replace", "link", "ftruncate")
_TAKES_ROOM = ("write", "fsync", "link")


@contextmanager
def failing(at: int, for_good: bool) -> Iterator[list[str]]:
    """The call of this number fails; `for_good`: every later one that takes room, too. Yields what failed."""
    real: dict[str, Any] = {name: getattr(os, name) for name in (*_CALLS, "open")}
    done, failed = 0, list[str]()

    def check(name: str, takes_room: bool) -> None:
        nonlocal done
        done += 1
        if done - 1 == at or (failed and for_good and takes_room):
            failed.append(name)
            raise OSError(errno.ENOSPC, "No space left on device")

    def checked(name: str) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            check(name, name in _TAKES_ROOM)
            return real[name](*args, **named)

        return call

    def opened(path: Any, flags: int, *args: Any, **named: Any) -> int:
        if flags & os.O_EXCL:
            check("create", True)
        return int(real["open"](path, flags, *args, **named))

    try:
        for name in _CALLS:
            setattr(os, name, checked(name))
        os.open = opened  # type: ignore[assignment]
        yield failed
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def failures(
    tmp_path: Path, begin: Callable[[Path], App], act: Callable[[App], object], for_good: bool
) -> Iterator[tuple[App, bool]]:
    """The app after each possible failure in the act, and whether the act was said to be done."""
    for at in range(10_000):
        app = begin(tmp_path / str(at))
        done = True
        with failing(at, for_good) as failed:
            try:
                act(app)
            except DataError:
                done = False
        if not failed:
            assert at > 5, "nothing failed"
            return
        yield app, done


@pytest.mark.timeout(300)
@pytest.mark.parametrize("for_good", [False, True])
def test_a_code_that_could_not_be_set_asks_for_none_and_one_that_is_set_opens(tmp_path: Path, for_good: bool) -> None:
    for app, done in failures(tmp_path, filled, lambda app: app.lock.turn_on(app.lock.draft(CODE)), for_good):
        # What the patient had open stays open, whatever could not be written.
        assert app.lock.state().status is not Status.LOCKED
        assert app.is_whole()
        assert not done or app.lock.state().status is Status.OPEN
        again = App(app.home)
        if again.open_with(CODE) is not None:
            assert not again.lock.state().unfinished
            assert words_on_disk(app.home) == set()
        assert again.is_whole()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("for_good", [False, True])
def test_a_change_that_was_refused_leaves_the_old_code_and_one_that_was_done_the_new_one(
    tmp_path: Path, for_good: bool
) -> None:
    def change(app: App) -> None:
        app.lock.change(app.lock.draft(OTHER_CODE), CODE)

    for app, done in failures(tmp_path, with_code, change, for_good):
        assert App(app.home).open_with(OTHER_CODE if done else CODE) is not None
        assert app.is_whole()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("for_good", [False, True])
def test_a_code_that_could_not_be_removed_still_opens(tmp_path: Path, for_good: bool) -> None:
    for app, done in failures(tmp_path, with_code, lambda app: app.lock.turn_off(CODE), for_good):
        assert app.is_whole()
        assert app.lock.state().status is (Status.OFF if done else Status.OPEN)
        again = App(app.home)
        again.open_with(CODE)
        assert again.is_whole()
        assert again.lock.state().status is not Status.LOCKED
