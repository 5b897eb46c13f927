"""Having a file and its name on the disk, so that a power cut leaves the new file under it."""
from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

# Windows replaces no file that somebody has open. Another window reads for a moment, a scanner for a little longer.
_WAITS = os.name == "nt"
_TURNS, _PAUSE = 20, 0.05

# What says that the disk did not take the names. All else says that a folder cannot be synced here at all.
_NOT_TAKEN = {errno.EIO, errno.ENOSPC, getattr(errno, "EDQUOT", errno.EIO)}


def sync_file(descriptor: int) -> None:
    """Have on the disk what was written. Raises OSError; then nobody knows how much of it is there."""
    if sys.platform == "darwin":  # where fsync stops at the drive's own memory
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


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


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another one. Raises OSError; then both are as they were."""
    for left in reversed(range(_TURNS if _WAITS else 1)):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)
