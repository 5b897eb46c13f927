"""A file that the patient names: an ordinary one, for a pipe would have us wait for ever."""
from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_outside(path: str | Path) -> BinaryIO:
    """Open it for reading. Raises OSError where it is missing or no ordinary file."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise OSError("no ordinary file")
        return open(path, "rb")
    except ValueError as error:
        raise OSError(str(error)) from error
