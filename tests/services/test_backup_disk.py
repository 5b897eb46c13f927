"""A restore in which any single operation of the disk fails, or is the last one before the battery is empty."""
from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from aftercare.core.backup import Mode
from aftercare.core.backup_errors import NotRestored
from aftercare.core.data_errors import DataError
from tests.fakes.failing_disk import Fault, failing
from tests.fakes.mortal_disk import Killed, Life, living
from tests.services.backup_cases import NOW, Home, check_in, session


@pytest.fixture
def saved(tmp_path: Path) -> tuple[str, Home]:
    """A backup, and the folder that it was made of."""
    maker = Home(tmp_path / "maker").fill()
    maker.backups.save(str(tmp_path / "all.aftercare"))
    return str(tmp_path / "all.aftercare"), maker


def here(folder: Path) -> Home:
    """A folder that shares a check-in and a session with the backup, newer ones, and has a picture of its own."""
    home = Home(folder, NOW.replace(hour=20))
    home.store.sessions.save(session("first"))
    home.store.observations.save(check_in("c1", NOW, "changed here"))
    home.picture("own", b"my picture", b"small")
    return home


def cleaned(home: Home) -> Home:
    """The next start, which takes pictures away that no record names."""
    again = Home(home.folder)
    StoredPhotos(again.store, again.photos, PillowCodec()).clean()
    return again


def numbered() -> Iterator[int]:
    yield from range(300)
    raise AssertionError("it never comes to an end")


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("torn", [False, True])
def test_wherever_it_is_killed_all_of_it_is_there_or_nothing(
    tmp_path: Path, saved: tuple[str, Home], mode: Mode, torn: bool
) -> None:
    done = here(tmp_path / "done")
    before = done.rows(), done.pictures()
    done.backups.restore(saved[0], mode)
    after = done.rows(), done.pictures()
    seen = set[bool]()
    for most in numbered():
        home = here(tmp_path / str(most))
        try:
            with living(Life(most, torn)):
                home.backups.restore(saved[0], mode)
        except Killed:
            again = cleaned(home)
            found = again.rows(), again.pictures()
            assert found in (before, after), most
            seen.add(found == after)
            again.backups.restore(saved[0], mode)
            assert (again.rows()["observations"], again.pictures()) == (after[0]["observations"], after[1])
        else:
            break
    assert seen == {True, False}


def test_no_room_for_a_copy_of_what_is_here_is_said_of_the_restore(tmp_path: Path, saved: tuple[str, Home]) -> None:
    home = here(tmp_path / "home")
    before = home.rows()
    full = Fault(0, for_good=True, only="write")
    with failing(full), pytest.raises(NotRestored, match=r"was not put in\. Your device is full"):
        home.backups.restore(saved[0], Mode.REPLACE)
    assert home.rows() == before


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("error", "for_good"), [(errno.ENOSPC, False), (errno.ENOSPC, True), (errno.EIO, False)])
def test_what_it_says_is_true_whichever_operation_fails(
    tmp_path: Path, saved: tuple[str, Home], mode: Mode, error: int, for_good: bool
) -> None:
    done = here(tmp_path / "done")
    before = done.rows(), done.pictures()
    done.backups.restore(saved[0], mode)
    after = done.rows(), done.pictures()
    for at in numbered():
        home = here(tmp_path / str(at))
        refused = False
        with failing(Fault(at, error, for_good, taken=0.5)) as fault:
            try:
                home.backups.restore(saved[0], mode)
            except DataError:
                refused = True
        if not fault.failed:
            return
        found = home.rows(), home.pictures()
        again = cleaned(home)
        left = again.rows(), again.pictures()
        if refused:
            # Where the name of the new file did not reach the disk, it may be either; never a part of it.
            assert found[0] in (before[0], after[0]), (at, fault.failed)
            assert left in (before, after), (at, fault.failed)
        else:
            assert found[0] == after[0], (at, fault.failed)
            assert left == after, (at, fault.failed)
