"""Pictures that are kept in a folder, and files in trouble."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from aftercare.adapters.store import Store
from aftercare.core.photo import Photo, PhotoDetails
from aftercare.core.photo_port import PhotoFiles

TAKEN = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
POSE = (((0.25, 0.5), (0.5, 0.75)), ((0.0, 1.0), (1.0, 0.0)))
DETAILS = PhotoDetails(TAKEN, "Europe/Berlin", "s1", "left", POSE)
KEPT = Photo("p1", TAKEN, "Europe/Berlin", 400, 300, "s1", "left", POSE)


class Killed(BaseException):
    """The app dies here: nothing after it is carried out."""


@dataclass
class TroubledFiles:
    """PhotoFiles on which the `at`-th change fails in a way of the system."""

    inner: PhotoFiles
    at: int
    error: BaseException
    changes: int = field(default=0)

    def names(self) -> frozenset[str]:
        return self.inner.names()

    def read(self, name: str) -> bytes:
        return self.inner.read(name)

    def write(self, name: str, content: bytes) -> None:
        self._count()
        self.inner.write(name, content)

    def remove(self, name: str) -> None:
        self._count()
        self.inner.remove(name)

    def _count(self) -> None:
        self.changes += 1
        if self.changes == self.at:
            raise self.error


def kept_in(home: Path, files: Callable[[PhotoFiles], PhotoFiles] = lambda inner: inner) -> StoredPhotos:
    return StoredPhotos(Store(home), files(PhotoFolder(home / PHOTO_FOLDER)), PillowCodec())


def on_disk(home: Path) -> set[str]:
    return set(PhotoFolder(home / PHOTO_FOLDER).names())
