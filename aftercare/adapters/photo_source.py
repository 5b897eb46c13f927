"""Where pictures come from on this system: the camera and the gallery of a phone, or a desktop's file dialog."""
from __future__ import annotations

import importlib
import importlib.util
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

from aftercare.adapters.alarms.system import ANDROID, IOS, system_name
from aftercare.core import photo_errors
from aftercare.core.photo_port import NoPicture, PhotoSource, Picked, PickedAnswer
from aftercare.words import gettext as _

log = logging.getLogger("aftercare")
WINDOWS, MACOS = "win", "macosx"
_SYSTEMS = {"win32": WINDOWS, "cygwin": WINDOWS, "darwin": MACOS}
_NEEDS = {WINDOWS: "win32com", MACOS: "pyobjus"}
# plyer looks for kdialog only where the desktop calls itself KDE.
_PROGRAMS = {"zenity": "gnome", "yad": "yad", "kdialog": "kde"}
_PATTERNS = ("*.jpg", "*.jpeg", "*.png", "*.webp", "*.JPG", "*.JPEG", "*.PNG", "*.WEBP")


def photo_source(folder: Path, system: str | None = None) -> PhotoSource:
    """The source of this system; `folder` takes what a camera writes until it was read. Imports no library yet."""
    name = system_name() if system is None else system
    if name == ANDROID:
        from aftercare.adapters.photo_source_android import AndroidSource

        return AndroidSource()
    if name == IOS:
        from aftercare.adapters.photo_source_ios import IosSource

        return IosSource(folder)
    return DesktopSource(_SYSTEMS.get(name, "linux"))


def dialog_of(system: str) -> Any:
    """plyer's file dialog of a desktop. Raises whatever a broken or missing part raises."""
    return importlib.import_module(f"plyer.platforms.{system}.filechooser").instance()


def dialog_program(find: Callable[[str], str | None] = which) -> str | None:
    """plyer's name of the dialog program that Linux has, if it has one."""
    return next((name for program, name in _PROGRAMS.items() if find(program)), None)


class DesktopSource:
    """PhotoSource of a desktop. plyer waits until the dialog is answered, so it waits in a thread of its own.

    On macOS a dialog must stand on the thread that draws; there it runs its own loop, and the window waits.
    """

    has_camera = False

    def __init__(
        self, system: str = "linux", load: Callable[[str], Any] = dialog_of,
        program: Callable[[], str | None] = dialog_program,
    ) -> None:  # fmt: skip
        self._system, self._load, self._program = system, load, program
        self._open = threading.Lock()

    @property
    def has_dialog(self) -> bool:
        """Whether what plyer needs is there; imports nothing."""
        if self._system == "linux":
            # plyer 2.1.0 needs a module that Python has had up to 3.11, and setuptools since.
            return self._program() is not None and importlib.util.find_spec("distutils") is not None
        return importlib.util.find_spec(_NEEDS[self._system]) is not None

    def take(self, done: PickedAnswer) -> None:
        """A desktop has no camera here."""
        done(NoPicture(photo_errors.no_camera()))

    def choose(self, done: PickedAnswer) -> None:
        if not self.has_dialog:
            done(NoPicture(photo_errors.no_dialog()))
        elif not self._open.acquire(blocking=False):
            done(NoPicture(_("A file dialog is open already; answer that one first.")))
        elif self._system == MACOS:
            self._ask(done)
        else:
            threading.Thread(target=self._ask, args=(done,), name="file dialog", daemon=True).start()

    def open_camera_settings(self) -> bool:
        return False

    def _ask(self, done: PickedAnswer) -> None:
        answer: Picked | NoPicture | None
        try:
            answer = self._answer()
        except Exception as error:  # plyer raises what the system and its own mistakes raise
            log.warning("The file dialog failed: %s", type(error).__name__)
            answer = NoPicture(photo_errors.no_dialog())
        finally:
            self._open.release()
        done(answer)

    def _answer(self) -> Picked | None:
        patterns = [[_("Pictures"), *_PATTERNS]] if self._system == "linux" else []
        how: dict[str, Any] = {"filters": patterns} if patterns else {}
        if self._system == "linux":
            how["desktop_override"] = self._program()
        chosen = self._load(self._system).open_file(**how)
        # plyer takes a "|" in a name for the border between two names.
        path = "|".join(chosen) if chosen else ""
        return Picked(path) if path else None
