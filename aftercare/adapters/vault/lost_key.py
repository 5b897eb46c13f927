"""LostKey of a data folder: key files that no code opens are kept under other names."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from aftercare.adapters.folder_sync import replace, sync_folder
from aftercare.adapters.store import ASIDE_FILE
from aftercare.adapters.vault.key_look import COPY_NAME, KEY_NAME, KeyLook
from aftercare.core.data_errors import UnsavedData
from aftercare.core.vault_port import KeyDamaged, KeyTooNew

# Named so that deleting everything finds them.
_NAMES = {
    COPY_NAME: f"{COPY_NAME}.lost", KEY_NAME: f"{KEY_NAME}.lost", ASIDE_FILE: f"{ASIDE_FILE}.damaged-key",
}  # fmt: skip


class FolderLostKey:
    """LostKey. A key of a newer version is not lost."""

    def __init__(self, home: Path) -> None:
        self._home, self._keys = home, KeyLook(home)

    @property
    def is_lost(self) -> bool:
        try:
            self._keys.phase()
        except KeyTooNew:
            return False
        except KeyDamaged:
            return True
        return False

    def set_aside(self) -> Callable[[], None]:
        moved: list[tuple[Path, Path]] = []

        def take_back() -> None:
            for path, aside in reversed(moved):
                replace(aside, path)

        try:
            for name, kept in _NAMES.items():
                path, aside = self._home / name, self._home / kept
                if os.path.lexists(path):
                    replace(path, aside)
                    moved.append((path, aside))
            sync_folder(self._home)
        except OSError as error:
            take_back()
            raise UnsavedData(str(self._home), error.strerror or type(error).__name__) from error
        return take_back
