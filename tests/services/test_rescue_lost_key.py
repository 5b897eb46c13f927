"""The way back when the key of the app lock is damaged, so that no code opens the data any more."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aftercare.adapters.backup_files import FolderBackups
from aftercare.adapters.backup_ports import backup_ports
from aftercare.adapters.clock import FixedClock
from aftercare.adapters.store import DATA_FILE, Store
from aftercare.adapters.vault.folder import data_parts
from aftercare.core.backup_errors import BackupRefused
from aftercare.core.vault_port import KeyDamaged
from aftercare.services.app_lock import AppLock
from aftercare.services.rescue import Rescue
from tests.fakes.locks import CODE, app_lock
from tests.services.backup_cases import CHEAP, NOW, PASSWORD, Home


class Start:
    """One start of the app on a folder."""

    def __init__(self, home: Path) -> None:
        self.lock: AppLock = app_lock(home, data_parts(home))
        self.store = Store(home, self.lock.sealer, FixedClock(NOW, "Europe/Berlin"))
        self.lock.on_change(self.store.forget)
        ports = backup_ports(self.store, self.lock.sealer)
        self.rescue = Rescue(
            replace(ports, files=FolderBackups(home, self.lock.sealer, CHEAP)), FixedClock(NOW, "Europe/Berlin")
        )


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """A backup of a folder that is locked afterwards, and whose key is then damaged."""
    home = Home(tmp_path / "here").fill()
    path = str(tmp_path / "all.aftercare")
    home.backups.save(path, PASSWORD)
    start = Start(home.folder)
    start.lock.turn_on(start.lock.draft(CODE))
    for name in ("lock.key", "lock.key.copy"):
        (home.folder / name).write_bytes(b"not a key")
    return path


def test_nothing_of_the_folder_is_told_or_opened_without_its_key(saved: str, tmp_path: Path) -> None:
    # given a plain copy that should not be there
    (tmp_path / "here" / f"{DATA_FILE}.before-version-2.aftercare").write_bytes(Path(saved).read_bytes())
    start = Start(tmp_path / "here")
    assert start.rescue.found() == ()
    with pytest.raises(KeyDamaged):
        start.store.sessions.all()


def test_a_backup_brings_all_back_without_a_code_and_nothing_is_thrown_away(saved: str, tmp_path: Path) -> None:
    # given
    folder = tmp_path / "here"
    sealed = (folder / DATA_FILE).read_bytes()
    start = Start(folder)

    # when
    did = start.rescue.restore(saved, PASSWORD)

    # then everything is back, pictures too, and it is said that the lock is gone
    assert (did.added.check_ins, did.lock_gone) == (3, True)
    assert not start.lock.is_set
    again = Home(folder)
    assert len(again.store.observations.all()) == 3
    assert again.pictures()["p1"] == b"a large picture"
    assert (folder / "lock.key.lost").read_bytes() == b"not a key"
    assert [path.read_bytes() for path in folder.glob(f"{DATA_FILE}.damaged-*")] == [sealed]


def test_a_new_code_can_be_set_and_removed_afterwards(saved: str, tmp_path: Path) -> None:
    start = Start(tmp_path / "here")
    start.rescue.restore(saved, PASSWORD)

    start.lock.turn_on(start.lock.draft(CODE))
    start.lock.lock()
    start.lock.unlock(CODE)
    assert len(start.store.observations.all()) == 3
    start.lock.turn_off(CODE)

    assert len(Home(tmp_path / "here").store.observations.all()) == 3


def test_a_wrong_password_leaves_the_key_and_every_byte(saved: str, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != ".lock"}
    with pytest.raises(BackupRefused):
        Start(folder).rescue.restore(saved, "something else")
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != ".lock"}
    assert after == before


def test_a_failure_in_the_middle_puts_the_key_back(
    saved: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = Start(tmp_path / "here")
    monkeypatch.setattr(start.store.storage.file._disk, "replace", _full)
    with pytest.raises(Exception, match="cannot be saved"):
        start.rescue.restore(saved, PASSWORD)
    assert (tmp_path / "here" / "lock.key").read_bytes() == b"not a key"
    assert not (tmp_path / "here" / "lock.key.lost").exists()


def _full(_source: Path, _target: Path) -> None:
    raise OSError(28, "No space left on device")


def test_a_plain_file_that_somebody_put_there_is_not_taken_for_the_patients(saved: str, tmp_path: Path) -> None:
    # given a plain data file in the place of the sealed one
    other = Home(tmp_path / "other").fill()
    other.store.settings.put("wording", "planted")
    folder = tmp_path / "here"
    (folder / DATA_FILE).write_bytes((other.folder / DATA_FILE).read_bytes())

    Start(folder).rescue.restore(saved, PASSWORD)

    assert Home(folder).store.settings.get("wording") == "full"
    assert len(list(folder.glob(f"{DATA_FILE}.damaged-*"))) == 1
