"""The lock of a data folder: what it stands on, and all that is sealed there, in the order in which it is."""
from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from aftercare.adapters.lock import DataLock
from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.store import ASIDE_FILE, DATA_FILE
from aftercare.adapters.vault.journal_part import JournalPart
from aftercare.adapters.vault.keys import FolderKeys
from aftercare.adapters.vault.sealed_photos import PhotoPart
from aftercare.adapters.vault.tries import FolderTries, SystemReadings
from aftercare.adapters.vault.whole_files import Leftovers, WholeFiles
from aftercare.core.vault_port import LockPorts, Part


def lock_ports(home: Path, *more: Part) -> LockPorts:
    """What the app lock of this folder stands on; `more` is sealed last."""
    parts = (*data_parts(home), *more)
    return LockPorts(
        FolderKeys(home), FolderTries(home), parts, partial(DataLock, home), SystemReadings(), os.urandom
    )


def data_parts(home: Path) -> tuple[Part, ...]:
    """The data files, the pictures, and what stands beside them.

    Files beside a data file (`aftercare.json.damaged-…`, `.before-…`) come twice: unsealed before the data files, which
    then find records in them, and sealed after them, as they may keep another one aside.
    """
    journals, photos = [home / DATA_FILE, home / ASIDE_FILE], home / PHOTO_FOLDER

    def beside() -> Iterable[Path]:
        return (path for journal in journals for path in home.glob(f"{journal.name}.*") if path.is_file())

    whole = WholeFiles(beside)
    return (Leftovers(home, photos), whole, *map(JournalPart, journals), whole, PhotoPart(PhotoFolder(photos)))
