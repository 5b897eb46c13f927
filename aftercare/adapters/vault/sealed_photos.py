"""Pictures pass the sealer on their way to the folder and back; each is bound to its name."""
from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from aftercare.adapters.photo_files import PhotoFolder, is_name
from aftercare.core.data_errors import UnsavedData
from aftercare.core.photo_errors import PhotoGone
from aftercare.core.sealer_port import SealBroken, Sealer, looks_sealed

if TYPE_CHECKING:
    from aftercare.core.photo_port import PhotoFiles


class SealedFiles:
    """PhotoFiles over other PhotoFiles. While the app is locked, nothing is read or written (Locked)."""

    def __init__(self, inner: PhotoFiles, sealer: Sealer) -> None:
        self._inner, self._sealer = inner, sealer

    def names(self) -> frozenset[str]:
        return self._inner.names()

    def read(self, name: str) -> bytes:
        stored = self._inner.read(name)
        if looks_sealed(stored) and not self._sealer.hides:
            # Its key is lost: those are no bytes of a picture.
            raise PhotoGone
        try:
            return self._sealer.open(stored, place_of(name))
        except SealBroken as error:
            raise PhotoGone from error

    def write(self, name: str, content: bytes) -> None:
        self._inner.write(name, self._sealer.seal(content, place_of(name)))

    def remove(self, name: str) -> None:
        self._inner.remove(name)


class PhotoPart:
    """Part: every picture of the folder. One that is damaged stays as it is, for it cannot be told what it was.

    One that only cannot be read now may be whole: then all waits.
    """

    def __init__(self, inner: PhotoFolder) -> None:
        self._inner = inner

    def reseal(self, sealer: Sealer) -> None:
        try:
            names = self._inner.listed()
        except OSError as error:
            raise UnsavedData(str(self._inner.folder), error.strerror or type(error).__name__) from error
        for name in sorted(names):
            if not is_name(name):
                self._remove_leftover(name)
                continue
            with suppress(SealBroken):
                stored = self._stored(name)
                if stored and looks_sealed(stored) != sealer.hides:
                    content = sealer.open(stored, place_of(name))
                    self._inner.write(name, sealer.seal(content, place_of(name)))

    def _stored(self, name: str) -> bytes:
        """Nothing, for a file that is gone, empty or far larger than any of ours."""
        try:
            return self._inner.read(name)
        except PhotoGone as gone:
            error = gone.__cause__
            if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
                raise UnsavedData(name, error.strerror or type(error).__name__) from error
            return b""

    def _remove_leftover(self, name: str) -> None:
        try:
            self._inner.remove(name)
        except OSError as error:
            raise UnsavedData(name, error.strerror or type(error).__name__) from error


def place_of(name: str) -> bytes:
    """What a picture is bound to."""
    return b"photo " + name.encode("utf-8")
