"""Setting, changing and removing the code while calls of the disk fail, and the app goes on: what is said is true."""
from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aftercare.core.data_errors import DataError
from aftercare.services.app_lock_state import Status
from tests.adapters.vault.test_lock_killed import App, filled, with_code, words_on_disk
from tests.fakes.failing_disk import Fault, failing
from tests.fakes.locks import CODE, OTHER_CODE

# The disk is full once, or from then on; or a call fails for another reason, after it did half of its work.
FAULTS = {"full once": (errno.ENOSPC, False, 0.0), "full": (errno.ENOSPC, True, 0.0), "bad": (errno.EIO, False, 0.5)}

def failures(
    tmp_path: Path, begin: Callable[[Path], App], act: Callable[[App], object], kind: str
) -> Iterator[tuple[App, bool]]:
    """The app after each possible failure in the act, and whether the act was said to be done."""
    for at in range(10_000):
        app = begin(tmp_path / str(at))
        done = True
        error, for_good, taken = FAULTS[kind]
        with failing(Fault(at, error, for_good, taken)) as fault:
            try:
                act(app)
            except DataError:
                done = False
        if not fault.failed:
            assert at > 5, "nothing failed"
            return
        yield app, done


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", FAULTS)
def test_a_code_that_could_not_be_set_asks_for_none_and_one_that_is_set_opens(tmp_path: Path, kind: str) -> None:
    for app, done in failures(tmp_path, filled, lambda app: app.lock.turn_on(app.lock.draft(CODE)), kind):
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
@pytest.mark.parametrize("kind", FAULTS)
def test_a_change_that_was_refused_leaves_the_old_code_and_one_that_was_done_the_new_one(
    tmp_path: Path, kind: str
) -> None:
    def change(app: App) -> None:
        app.lock.change(app.lock.draft(OTHER_CODE), CODE)

    for app, done in failures(tmp_path, with_code, change, kind):
        assert App(app.home).open_with(OTHER_CODE if done else CODE) is not None
        assert app.is_whole()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", FAULTS)
def test_a_code_that_could_not_be_removed_still_opens(tmp_path: Path, kind: str) -> None:
    for app, done in failures(tmp_path, with_code, lambda app: app.lock.turn_off(CODE), kind):
        assert app.is_whole()
        assert app.lock.state().status is (Status.OFF if done else Status.OPEN)
        again = App(app.home)
        again.open_with(CODE)
        assert again.is_whole()
        assert again.lock.state().status is not Status.LOCKED
