"""What backups of a store, and deleting everything of it, stand on."""
from __future__ import annotations

from aftercare.adapters.backup_files import FolderBackups
from aftercare.adapters.erasable_folder import OurFolder
from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.store import Store
from aftercare.adapters.stored_data import StoredData
from aftercare.adapters.vault.lost_key import FolderLostKey
from aftercare.adapters.vault.sealed_photos import SealedFiles
from aftercare.core.backup_port import BackupPorts
from aftercare.core.sealer_port import PlainSealer, Sealer


def backup_ports(store: Store, sealer: Sealer | None = None) -> BackupPorts:
    """`sealer`: the one of the app lock, where there is one."""
    hiding = sealer or PlainSealer()
    return BackupPorts(
        data=StoredData(store),
        photos=SealedFiles(PhotoFolder(store.home / PHOTO_FOLDER), hiding),
        files=FolderBackups(store.home, hiding),
        settings=store.settings,
        folder=OurFolder(store.home),
        key=FolderLostKey(store.home),
        is_sealed=lambda: hiding.hides,
        forget=store.forget,
    )
