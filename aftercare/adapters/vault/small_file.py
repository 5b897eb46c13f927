"""Small files of the lock: each is replaced as a whole, closed to other users, and on the disk before we go on."""
from __future__ import annotations

import contextlib
import os
from pathlib import Path

from aftercare.adapters.folder_sync import sync_folder
from aftercare.adapters.new_file import in_place_of
from aftercare.core.data_errors import UnsavedData


def replace_file(path: Path, content: bytes) -> None:
    """Put new content in the place of the old. Raises UnsavedData; then the old one stands."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_leftovers(path)
        with in_place_of(path) as file:
            file.write(content)
    except OSError as error:
        raise UnsavedData(str(path), error.strerror or type(error).__name__) from error
    sync_names(path.parent)


def remove_file(path: Path) -> None:
    """Delete a file and what crashed writes of it left; a missing one is no fault. Raises UnsavedData."""
    try:
        _remove_leftovers(path)
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UnsavedData(str(path), error.strerror or type(error).__name__) from error
    sync_names(path.parent)


def sync_names(folder: Path) -> None:
    """Have the names of a folder on the disk, as far as that can be had: what stands there now holds."""
    with contextlib.suppress(OSError):
        sync_folder(folder)


def _remove_leftovers(path: Path) -> None:
    start = f".{path.name}."
    with contextlib.suppress(FileNotFoundError):
        for entry in os.scandir(path.parent):
            if entry.name.startswith(start) and entry.name.endswith(".tmp"):
                Path(entry.path).unlink(missing_ok=True)
