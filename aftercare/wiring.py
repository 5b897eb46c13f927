"""Puts the use cases of backups and of deleting everything together for a data folder; for the window and commands."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aftercare.core.alarm_port import AlarmScheduler
from aftercare.core.instants import Clock

if TYPE_CHECKING:
    from aftercare.adapters.store import Store
    from aftercare.core.erase import Erased
    from aftercare.core.photo_port import PhotoFiles
    from aftercare.core.sealer_port import Sealer
    from aftercare.services.auto_backup import AutoBackups
    from aftercare.services.backup import Backups
    from aftercare.services.erase import Eraser


def backups_of(
    store: Store, clock: Clock, photos: PhotoFiles | None = None, sealer: Sealer | None = None
) -> Backups:
    """Backups of a store. `photos` and `sealer`: those of the app lock, where one is wired."""
    from aftercare.adapters.backup_files import FolderBackups
    from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
    from aftercare.adapters.stored_data import StoredData
    from aftercare.services.backup import Backups

    return Backups(
        StoredData(store), photos or PhotoFolder(store.home / PHOTO_FOLDER), FolderBackups(store.home, sealer),
        store.settings, clock, lambda: sealer is not None and sealer.hides,
    )  # fmt: skip


def auto_backups_of(backups: Backups) -> AutoBackups:
    """The automatic ones among them."""
    from aftercare.services.auto_backup import AutoBackups

    return AutoBackups(backups)


def eraser_of(store: Store, backups: Backups, scheduler: Callable[[], AlarmScheduler]) -> Eraser:
    """What deletes everything of a store."""
    from aftercare.adapters.erasable_folder import OurFolder
    from aftercare.services.erase import Eraser

    auto = auto_backups_of(backups)
    return Eraser(OurFolder(store.home), store.settings, scheduler, auto, store.exclusive)


def finish_erasing(home: Path, clock: Clock, scheduler: Callable[[], AlarmScheduler]) -> Erased | None:
    """Go on with a deletion that was interrupted; for each start, before anything is read. Quick when there is none.

    Raises DataBusy or UnsavedData.
    """
    if not (home / ".erasing").exists():
        return None
    from aftercare.adapters.store import Store

    store = Store(home)
    return eraser_of(store, backups_of(store, clock), scheduler).finish_interrupted()
