"""Camera and gallery of an iPhone, through plyer. iOS itself asks the patient whether the app may use them."""
from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aftercare.core import photo_errors
from aftercare.core.photo_port import NoPicture, Picked, PickedAnswer

log = logging.getLogger("aftercare")


def part_of(name: str) -> Any:
    """plyer's "camera" or "filechooser" of iOS. Raises whatever a missing part raises."""
    return importlib.import_module(f"plyer.platforms.ios.{name}").instance()


class IosSource:
    """PhotoSource. plyer tells nothing when the patient turns back, so then no answer comes; ask again at will."""

    has_camera = True
    has_dialog = True

    def __init__(self, folder: Path, load: Callable[[str], Any] = part_of) -> None:
        self._folder, self._load = folder, load

    def take(self, done: PickedAnswer) -> None:
        target = self._folder / f"camera-{os.urandom(6).hex()}.jpg"

        def taken(path: str) -> bool:
            found = Path(path)
            done(Picked(path, ours=True) if found.is_file() and found.stat().st_size else None)
            # plyer deletes the file where this says so; the one who reads it does that.
            return False

        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # plyer's public call drops the answer that says that there is no camera.
            if self._load("camera")._take_picture(on_complete=taken, filename=str(target)) is False:
                done(NoPicture(photo_errors.no_camera()))
        except Exception as error:  # a bridge raises what the phone throws
            log.warning("The camera failed: %s", type(error).__name__)
            done(NoPicture(photo_errors.camera_off(), settings=True))

    def choose(self, done: PickedAnswer) -> None:
        def chosen(paths: list[Any]) -> None:
            path = paths[0] if paths else None
            text = path.decode() if isinstance(path, bytes) else path
            # plyer has the phone write a copy for us.
            done(Picked(str(text), ours=True) if text else None)

        try:
            self._load("filechooser").open_file(on_selection=chosen)
        except Exception as error:  # a bridge raises what the phone throws
            log.warning("The gallery failed: %s", type(error).__name__)
            done(NoPicture(photo_errors.no_gallery()))

    def open_camera_settings(self) -> bool:
        """plyer knows no way there; the sentence says where to look."""
        return False
