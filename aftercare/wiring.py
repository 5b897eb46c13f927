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
    from aftercare.core.sealer_port import Sealer
    from aftercare.services.app_lock import AppLock
    from aftercare.services.auto_backup import AutoBackups
    from aftercare.services.backup import Backups
    from aftercare.services.erase import Eraser


def backups_of(store: Store, clock: Clock, sealer: Sealer | None = None) -> Backups:
    """Backups of a store; `sealer`: the one of the app lock, where there is one."""
    from aftercare.adapters.backup_files import FolderBackups
    from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
    from aftercare.adapters.stored_data import StoredData
    from aftercare.adapters.vault.sealed_photos import SealedFiles
    from aftercare.core.sealer_port import PlainSealer
    from aftercare.services.backup import Backups

    hiding = sealer or PlainSealer()
    photos = SealedFiles(PhotoFolder(store.home / PHOTO_FOLDER), hiding)
    files = FolderBackups(store.home, hiding)
    return Backups(StoredData(store), photos, files, store.settings, clock, lambda: hiding.hides)


def auto_backups_of(backups: Backups) -> AutoBackups:
    """The automatic ones among them."""
    from aftercare.services.auto_backup import AutoBackups

    return AutoBackups(backups)


def eraser_of(
    store: Store, clock: Clock, lock: AppLock | None, scheduler: Callable[[], AlarmScheduler]
) -> Eraser:
    """What deletes everything of a store; `scheduler`: what wakes this system."""
    from aftercare.adapters.erasable_folder import OurFolder
    from aftercare.services.erase import Eraser

    auto = auto_backups_of(backups_of(store, clock, lock.sealer if lock else None))

    def forget() -> None:
        # A key without its file would seal what nobody can open any more.
        if lock is not None:
            lock.lock()
        store.forget()

    return Eraser(OurFolder(store.home), store.settings, scheduler, auto, store.exclusive, forget)


def finish_erasing(home: Path, clock: Clock, scheduler: Callable[[], AlarmScheduler]) -> Erased | None:
    """Go on with a deletion that was interrupted; for each start, before anything is read. Quick when there is none.

    Raises DataBusy or UnsavedData.
    """
    if not (home / ".erasing").exists():
        return None
    from aftercare.adapters.store import Store

    store = Store(home)
    return eraser_of(store, clock, None, scheduler).finish_interrupted()
