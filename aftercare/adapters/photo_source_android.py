"""Camera and gallery of an Android phone.

plyer 2.1.0 hands the camera a file:// address, which Android has refused since version 7, and asks the gallery for
paths that it no longer gives away. So the camera app writes into a file of ours through our own small provider, and
the gallery's picture is read from the address that it lends us. Neither needs a permission.
"""
from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from aftercare.core import photo_errors
from aftercare.core.photo_port import NoPicture, Picked, PickedAnswer

log = logging.getLogger("aftercare")
# What asked: the answer of Android carries it back.
CAMERA, GALLERY = 0x2A01, 0x2A02


class PictureApps(Protocol):
    """The calls into Android. They raise what the bridge raises."""

    def has_camera(self) -> bool: ...

    def open_camera(self, code: int) -> None:
        """Let the camera app write a picture."""
        ...

    def open_gallery(self, code: int) -> None:
        """Let the patient choose a picture."""
        ...

    def on_result(self, told: Callable[[int, bool, object], None]) -> None:
        """Call `told(code, went_well, answer)` from now on; on Android's own thread."""
        ...

    def camera_file(self) -> str:
        """The path of what the camera app wrote, whether or not it is there."""
        ...

    def content(self, answer: object, most: int) -> bytes:
        """What is at the address that the gallery gave, `most` bytes of it. Slow."""
        ...

    def open_settings(self) -> None: ...


class AndroidSource:
    """PhotoSource. One asking at a time; what came of an older one is passed over."""

    has_dialog = True

    def __init__(self, make: Callable[[], PictureApps] | None = None) -> None:
        self._make = make or _pyjnius
        self._apps: PictureApps | None = None
        self._asked: tuple[int, PickedAnswer] | None = None

    @property
    def has_camera(self) -> bool:
        try:
            return self._phone().has_camera()
        except Exception:  # a bridge raises what the phone throws
            return False

    def take(self, done: PickedAnswer) -> None:
        self._ask(CAMERA, done, NoPicture(photo_errors.camera_off(), settings=True))

    def choose(self, done: PickedAnswer) -> None:
        self._ask(GALLERY, done, NoPicture(photo_errors.no_gallery()))

    def open_camera_settings(self) -> bool:
        try:
            self._phone().open_settings()
        except Exception:  # a bridge raises what the phone throws
            return False
        return True

    def _ask(self, code: int, done: PickedAnswer, failed: NoPicture) -> None:
        try:
            phone = self._phone()
            self._asked = (code, done)
            if code == CAMERA:
                phone.open_camera(code)
            else:
                phone.open_gallery(code)
        except Exception as error:  # a bridge raises what the phone throws
            log.warning("No app gives a picture: %s", type(error).__name__)
            self._asked = None
            done(failed)

    def _answered(self, code: int, went_well: bool, answer: object) -> None:
        asked, self._asked = self._asked, None
        if asked is None or asked[0] != code:
            self._asked = asked
            return
        done = asked[1]
        if not went_well:
            done(None)
        elif code == CAMERA:
            done(Picked(self._phone().camera_file(), ours=True))
        else:
            # A gallery may fetch the picture from far away.
            threading.Thread(target=self._fetch, args=(answer, done), name="gallery", daemon=True).start()

    def _fetch(self, answer: object, done: PickedAnswer) -> None:
        result: Picked | NoPicture
        try:
            result = Picked(self._phone().content(answer, photo_errors.MOST_FILE_BYTES + 1))
        except Exception as error:  # a bridge raises what the phone throws
            log.warning("The gallery gave nothing: %s", type(error).__name__)
            result = NoPicture(photo_errors.no_gallery())
        done(result)

    def _phone(self) -> PictureApps:
        if self._apps is None:
            apps = self._make()
            apps.on_result(self._answered)
            self._apps = apps
        return self._apps


def _pyjnius() -> PictureApps:
    from aftercare.adapters.photo_android_java import PyjniusPictures

    return PyjniusPictures()
