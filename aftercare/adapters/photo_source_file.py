"""The bytes of a picture that somebody hands in, before anything looks inside it."""
from __future__ import annotations

import os
import stat

from aftercare.core import photo_errors
from aftercare.core.photo_errors import MOST_FILE_BYTES
from aftercare.core.photo_port import Source


def content_of(source: Source) -> bytes:
    """What is in the file, or what was handed in. Raises PhotoRefused, also for what is not an ordinary file."""
    if isinstance(source, bytes):
        content = source
    else:
        content = _read(os.path.expanduser(source.strip()))
    if len(content) > MOST_FILE_BYTES:
        raise photo_errors.too_many_bytes()
    return content


def _read(path: str) -> bytes:
    try:
        # A pipe or a device would keep us waiting.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise photo_errors.missing() from None
    except OSError as error:
        raise (photo_errors.folder() if os.path.isdir(path) else photo_errors.not_readable()) from error
    try:
        with open(descriptor, "rb") as file:
            _ordinary(os.fstat(descriptor).st_mode)
            return file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise (photo_errors.folder() if os.path.isdir(path) else photo_errors.not_readable()) from error


def _ordinary(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise photo_errors.folder()
    if not stat.S_ISREG(mode):
        raise photo_errors.not_readable()
