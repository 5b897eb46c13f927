"""What backing up needs from the outside. Files are named by text, since the core knows no paths."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from aftercare.core.backup import BackupPlaces, Manifest
from aftercare.core.erase import ErasableFolder
from aftercare.core.photo_port import PhotoFiles
from aftercare.core.ports import SettingsRepository
from aftercare.core.rows import Record, Rows


class WholeData(Protocol):
    """All of the patient's records at once. Raises DataError."""

    def exclusive(self) -> AbstractContextManager[object]:
        """The one lock of window and pump; it may be entered again."""
        ...

    def rows(self) -> Rows:
        """Everything, in this version's form."""
        ...

    def records(self, table: str) -> Sequence[Record]:
        """Those of one table; quicker than everything."""
        ...

    def replace(self, rows: Rows) -> None:
        """Let these stand instead of all that is stored: in one step, or not at all. Raises NewerData, UnsavedData."""
        ...

    def start_over(self, rows: Rows, even_readable: bool = False) -> None:
        """Let these stand instead of data that cannot be read, which is kept aside: in one step, or not at all.

        Raises ReadableAgain (unless `even_readable`), UnsavedData or DataBusy.
        """
        ...


class OpenBackup(Protocol):
    """An open backup. What it hands out was checked against its checksums."""

    @property
    def manifest(self) -> Manifest: ...

    @property
    def rows(self) -> Rows:
        """The records in the form of the manifest's schema. Raises BackupRefused."""
        ...

    @property
    def photos(self) -> frozenset[str]:
        """The names of the picture files in it."""
        ...

    def photo(self, name: str) -> bytes:
        """Raises BackupRefused."""
        ...

    def verify(self) -> None:
        """Read every part once. Raises BackupRefused."""
        ...


class BackupFiles(Protocol):
    """Writes and opens backups, and knows the folders they lie in."""

    def write(
        self, path: str, made_at: datetime, rows: Rows, photos: Iterable[str], read: Callable[[str], bytes],
        password: str = "",
    ) -> tuple[int, int]:  # fmt: skip
        """A new file as a whole, or nothing. Pictures that are gone are left out.

        Returns how many bytes it has, and how many pictures were left out. Raises BackupNotSaved.
        """
        ...

    def open(self, path: str, password: str = "") -> AbstractContextManager[OpenBackup]:
        """Raises BackupRefused. A password makes it slow: about half a second."""
        ...

    def write_copy(
        self, made_at: datetime, rows: Rows, photos: Iterable[str], read: Callable[[str], bytes]
    ) -> str:
        """A safety copy inside the data folder, sealed like all else there; the path. Raises BackupNotSaved."""
        ...

    def names(self, folder: str) -> list[str]:
        """The files of a folder. Raises BackupNotSaved where there is no such folder."""
        ...

    def copies(self) -> list[str]:
        """The paths of the copies that are kept inside the data folder. Raises nothing."""
        ...

    def note_places(self, places: BackupPlaces) -> None:
        """Note beside the data where automatic backups lie; hidden as the data is. Raises DataError."""
        ...

    def noted_places(self) -> BackupPlaces:
        """What was noted; nothing where that cannot be read. Raises nothing."""
        ...

    def join(self, folder: str, name: str) -> str:
        """The path of a file in a folder."""
        ...

    def remove(self, path: str) -> bool:
        """Delete a file; False: it is still there. Raises nothing."""
        ...


class LostKey(Protocol):
    """The key of the app lock, where it is damaged so that no code opens the data any more."""

    @property
    def is_lost(self) -> bool:
        """Whether it is like that; quick."""
        ...

    def set_aside(self) -> Callable[[], None]:
        """Keep it, and what it alone opened, under other names, so that no code is set. The answer takes that back.

        Raises UnsavedData.
        """
        ...


@dataclass(frozen=True, slots=True)
class BackupPorts:
    """All that backups of a data folder, and deleting it, stand on.

    `is_sealed`: whether a code locks the app. `forget` drops what was read of the data.
    """

    data: WholeData
    photos: PhotoFiles
    files: BackupFiles
    settings: SettingsRepository
    folder: ErasableFolder
    key: LostKey
    is_sealed: Callable[[], bool]
    forget: Callable[[], None]
