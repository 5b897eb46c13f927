"""Deleting everything, killed after any operation of the disk or on one that fails: all is there, or all goes."""
from __future__ import annotations

from pathlib import Path

import pytest

from aftercare.core.data_errors import DataError
from tests.fakes.failing_disk import Fault, failing
from tests.fakes.mortal_disk import Killed, Life, living
from tests.services.backup_cases import Home
from tests.services.test_erase import FakeSystem, eraser_of, finish_erasing


def full(folder: Path) -> Home:
    home = Home(folder).fill()
    cloud = folder.parent / f"{folder.name}-cloud"
    cloud.mkdir()
    home.auto.choose(str(cloud))
    (folder / "kivy" / "logs").mkdir(parents=True)
    (folder / "kivy" / "logs" / "log.txt").write_text("a line")
    return home


def left(folder: Path) -> list[Path]:
    """Every file in the app's folder and in that of its backups, but locks and the note of what is to go."""
    found = [path for path in folder.parent.glob(f"{folder.name}*/**/*") if path.is_file()]
    return [path for path in found if path.name not in (".lock", ".erasing")]


def is_untouched(home: Home, before: dict[str, bytes]) -> bool:
    return before.items() <= home.everything().items()


@pytest.mark.parametrize("torn", [False, True])
def test_wherever_it_is_killed_nothing_went_or_the_next_start_finishes(tmp_path: Path, torn: bool) -> None:
    seen = set[bool]()
    for most in range(200):
        home = full(tmp_path / str(most))
        before = home.everything()
        try:
            with living(Life(most, torn)):
                eraser_of(home, FakeSystem()).erase(with_backups=True)
        except Killed:
            begun = (home.folder / ".erasing").exists()
            seen.add(begun)
            assert begun or is_untouched(home, before) or not left(home.folder)
            done = finish_erasing(home.folder, FakeSystem())
            assert (done is not None) == begun
            assert not begun or left(home.folder) == []
        else:
            assert left(home.folder) == []
            assert not home.folder.exists()
            assert seen == {True, False}
            return


def test_what_could_not_be_deleted_is_said_and_goes_the_next_time(tmp_path: Path) -> None:
    for at in range(200):
        home = full(tmp_path / str(at))
        before = home.everything()
        done = None
        with failing(Fault(at)) as fault:
            try:
                done = eraser_of(home, FakeSystem()).erase(with_backups=True)
            except DataError:
                assert is_untouched(home, before), at
        if not fault.failed:
            assert left(home.folder) == []
            return
        if done is None:
            continue
        assert done.complete == all(path.name == ".erasing-logs" for path in left(home.folder)), at
        finish_erasing(home.folder, FakeSystem())
        assert left(home.folder) == [], at
