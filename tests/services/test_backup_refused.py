"""A backup that is not saved or not put in: on a full disk, without its password, in the wrong place."""
from __future__ import annotations

import errno
from pathlib import Path

import pytest

from aftercare.adapters.journal_file import disk
from aftercare.core.backup import Mode
from aftercare.core.backup_errors import BackupNotSaved, BackupRefused, Fault, NotRestored, PasswordNeeded
from aftercare.core.data_errors import UnsavedData
from aftercare.core.errors import InvalidInput
from aftercare.core.photo_errors import PhotoNotSaved
from aftercare.core.rows import Rows
from tests.services.backup_cases import PASSWORD, Home, session


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("place", [1, 2])
def test_a_disk_that_fills_up_leaves_all_as_it_was(
    home: Home, empty: Home, tmp_path: Path, mode: Mode, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    empty.store.sessions.save(session("mine"))
    before = empty.everything()
    write, calls = empty.photos.write, iter(range(1, 9))

    def full(name: str, content: bytes) -> None:
        if next(calls) == place:
            raise PhotoNotSaved(full=True)
        write(name, content)

    monkeypatch.setattr(empty.photos, "write", full)

    with pytest.raises(NotRestored, match="Your device is full"):
        empty.backups.restore(file, mode)

    after = {name: content for name, content in empty.everything().items() if ".before-" not in name}
    assert after == before


def test_rows_that_cannot_be_saved_take_their_photos_back(
    home: Home, empty: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)

    def fails(rows: Rows) -> None:
        raise UnsavedData("x", "no room")

    monkeypatch.setattr(empty.data, "replace", fails)

    with pytest.raises(UnsavedData):
        empty.backups.restore(file)

    assert empty.pictures() == {}


def test_rows_that_stand_there_though_they_may_not_last_keep_their_pictures(
    home: Home, empty: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file)
    empty.picture("own", b"my picture", b"small")

    def not_taken(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(disk, "sync_folder", not_taken)
    with pytest.raises(UnsavedData):
        empty.backups.restore(file, Mode.REPLACE)

    # Whichever of the two is there after a power cut, its pictures are, too.
    assert empty.rows()["photos"].keys() == home.rows()["photos"].keys()
    assert empty.pictures().items() >= home.pictures().items()
    assert "own" in empty.pictures()


def test_a_wrong_password_and_a_missing_one_are_told_apart(home: Home, tmp_path: Path) -> None:
    file = str(tmp_path / "all.aftercare")
    home.backups.save(file, PASSWORD)

    with pytest.raises(BackupRefused) as wrong:
        home.backups.look(file, "red lamp 8")
    with pytest.raises(BackupRefused) as missing:
        home.backups.look(file)

    assert (wrong.value.fault, missing.value.fault) == (Fault.WRONG_PASSWORD, Fault.NO_PASSWORD)
    assert b"swelling" not in Path(file).read_bytes()


def test_a_short_password_is_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="8 characters"):
        home.backups.save(str(tmp_path / "x.aftercare"), "short")


def test_a_locked_app_saves_no_backup_that_everybody_can_read(tmp_path: Path) -> None:
    home = Home(tmp_path / "here", sealed=True).fill()

    with pytest.raises(PasswordNeeded):
        home.backups.save(str(tmp_path / "x.aftercare"))

    assert not (tmp_path / "x.aftercare").exists()


def test_a_place_that_is_not_there_is_said_and_leaves_nothing(home: Home, tmp_path: Path) -> None:
    with pytest.raises(BackupNotSaved):
        home.backups.save(str(tmp_path / "nowhere" / "x.aftercare"))


@pytest.mark.parametrize("place", ["aftercare.json", "b.aftercare", "photos/b.aftercare"])
def test_no_backup_is_saved_over_the_data_or_beside_it(home: Home, place: str) -> None:
    """There it would be lost with the data, and a code that is set later would not hide it."""
    before = home.everything()
    with pytest.raises(BackupNotSaved):
        home.backups.save(str(home.folder / place))
    assert home.everything() == before
    with pytest.raises(BackupNotSaved):
        home.auto.choose(str(home.folder))
    assert not list(home.folder.rglob("*.aftercare"))
