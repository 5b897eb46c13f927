"""A patient at the window whose pictures go through the real service into real files."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.fakes import photos
from tests.screens.checkin.conftest import NOW, ZONE, patient

__all__ = ["NOW", "ZONE", "patient", "photographer"]
SOON = 15.0


class Photographer:
    """The patient, with a phone's pictures lying in a folder."""

    def __init__(self, patient: Any, folder: Path) -> None:
        self.at, self.folder = patient, folder
        self.app, self.stage, self.tap, self.sees = patient.app, patient.stage, patient.tap, patient.sees

    def wait(self, done: Callable[[], Any]) -> None:
        """Let frames pass until this holds."""
        end = monotonic() + SOON
        while not done():
            assert monotonic() < end, f"never: {self.stage.spoken()}"
            self.stage.settle(1)

    def file(self, name: str = "cheek.jpg", content: bytes | None = None) -> Path:
        """A picture that tells where it was taken, or other bytes."""
        path = self.folder / name
        path.write_bytes(photos.telling_jpeg() if content is None else content)
        return path

    def add(self, path: Path, side: str = "Left") -> None:
        """From the place that is shown: the guide, a side, the name of the file."""
        came_from = self.at.place
        self.tap("button", "Add a photo")
        self.tap("radio", side)
        self.type(path)
        self.wait(lambda: self.at.place == came_from)
        self.stage.settle(4)

    def type(self, path: Path) -> None:
        """Type a file's name into the guide."""
        self.app.router.act("typed-file", path=str(path))

    def open_photos(self) -> None:
        """The pictures of the diary, through its tab."""
        self.app.router.go("diary")
        self.stage.settle(6)
        self.tap("radio", "Photos")

    def see_all(self) -> None:
        """Until everything in the window has its picture."""
        self.stage.settle(4)
        self.wait(lambda: self.pictures.resting)

    @property
    def pictures(self) -> Any:
        return self.app.deeds.photo_desk.pictures

    @property
    def kept(self) -> list[str]:
        """The ids of the pictures that are listed, the oldest first."""
        return [photo.id for photo in self.app.patient.photos.all()]

    @property
    def files(self) -> list[Path]:
        """What lies on the disk of them."""
        folder = self.app.deeds.home / "photos"
        return sorted(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def photographer(patient: Any, tmp_path: Path) -> Any:
    """The patient, on Today."""
    patient.open()
    one = Photographer(patient, tmp_path)
    yield one
    if one.app.patient.photo_worker is not None:
        one.app.patient.photo_worker.close()
