"""Having the names of a folder on the disk, so that a power cut leaves a new file under its name."""
from __future__ import annotations

import errno
import os
from pathlib import Path

# What says that the disk did not take the names. All else says that a folder cannot be synced here at all.
_NOT_TAKEN = {errno.EIO, errno.ENOSPC, getattr(errno, "EDQUOT", errno.EIO)}


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder, where the system can do that. Raises OSError when the disk did not take them."""
    if os.name == "nt":  # Windows opens no folders; its rename is journalled by the file system.
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _NOT_TAKEN:
            raise
