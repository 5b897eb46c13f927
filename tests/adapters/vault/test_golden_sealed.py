"""A data folder as version 2 sealed it: records, a snapshot, a picture and a copy open in every later version."""
from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from aftercare.adapters.backup_files import COPY_START, FolderBackups
from aftercare.adapters.photo_files import PhotoFolder
from aftercare.adapters.store import Store
from aftercare.adapters.vault.folder import lock_ports
from aftercare.adapters.vault.sealed_photos import SealedFiles
from aftercare.services.app_lock import AppLock
from tests.fakes.locks import CODE, cheap_keys

GOLDEN = Path(__file__).parents[2] / "golden"


def test_what_was_sealed_in_version_2_opens_in_every_later_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(GOLDEN / "sealed-v2", home)
    shutil.copy(GOLDEN / "lock.key", home)
    lock = AppLock(replace(lock_ports(home), keys=cheap_keys(home)))
    store = Store(home, lock.sealer)

    lock.unlock(CODE)

    assert store.settings.all().items() >= {"note": "swollen cheek", "theme": "dark", "language": "ru"}.items()
    assert store.losses() == ()
    assert SealedFiles(PhotoFolder(home / "photos"), lock.sealer).read("p1") == b"a large picture"
    [copy] = home.glob(f"{COPY_START}*")
    with FolderBackups(home, lock.sealer).open(str(copy)) as found:
        assert found.rows["settings"] == [{"id": "note", "value": "swollen cheek"}]

    # And without the code all of it is plain again.
    lock.turn_off(CODE)
    assert Store(home).settings.get("note") == "swollen cheek"
    assert PhotoFolder(home / "photos").read("p1") == b"a large picture"
