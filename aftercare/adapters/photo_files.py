"""The folder of the kept pictures: each file is written as a whole, closed to other users, and named by an id alone."""
from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from aftercare.adapters.folder_sync import sync_folder
from aftercare.adapters.new_file import in_place_of
from aftercare.core.photo_errors import MOST_KEPT_BYTES, PhotoGone, PhotoNotSaved

PHOTO_FOLDER = "photos"
# An id from a damaged or foreign record must not lead out of the folder.
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,99}")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_name(text: str) -> bool:
    """Whether a file of ours may be called that."""
    return _NAME.fullmatch(text) is not None


def is_full(error: BaseException | None) -> bool:
    """Whether a write failed because there is no room."""
    return isinstance(error, OSError) and error.errno in _FULL


class PhotoFolder:
    """PhotoFiles in a folder, which the first write makes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> frozenset[str]:
        """Every file in the folder, leftovers of crashed writes included; none where it cannot be looked into."""
        try:
            return self.listed()
        except OSError:
            return frozenset()

    def listed(self) -> frozenset[str]:
        """The same, for those who must not miss any. Raises OSError; a folder that is not there holds none."""
        try:
            entries = list(os.scandir(self.folder))
        except FileNotFoundError:
            return frozenset()
        return frozenset(entry.name for entry in entries if not entry.is_dir(follow_symlinks=False))

    def read(self, name: str) -> bytes:
        """Raises PhotoGone where the file is missing, unreadable or larger than any that we write."""
        try:
            with open(self._path(name), "rb") as file:
                content = file.read(2 * MOST_KEPT_BYTES + 1)
        except OSError as error:
            raise PhotoGone from error
        if not content or len(content) > 2 * MOST_KEPT_BYTES:
            raise PhotoGone
        return content

    def write(self, name: str, content: bytes) -> None:
        """The file is there as a whole, on the disk and with mode 0600, or not at all. Raises PhotoNotSaved."""
        path = self._path(name)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with in_place_of(path) as file:
                file.write(content)
            sync_folder(self.folder)
        except OSError as error:
            raise PhotoNotSaved(full=is_full(error)) from error

    def remove(self, name: str) -> None:
        """Delete a file, also a leftover of a crashed write. Raises OSError where the system refuses."""
        if name in self.names():
            (self.folder / name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not is_name(name):
            raise PhotoGone
        return self.folder / name
