"""FileDialog of this system, through plyer; a system without one says so."""
from __future__ import annotations

import importlib.util
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aftercare.adapters.alarms.system import PHONES, system_name
from aftercare.adapters.photo_source import _NEEDS, _SYSTEMS, MACOS, dialog_of, dialog_program
from aftercare.core.file_port import Chosen

log = logging.getLogger("aftercare")


class SystemFileDialog:
    """FileDialog. plyer waits for the answer, so it waits in a thread of its own, except on macOS."""

    def __init__(
        self, system: str | None = None, load: Callable[[str], Any] = dialog_of,
        program: Callable[[], str | None] = dialog_program,
    ) -> None:  # fmt: skip
        name = system_name() if system is None else system
        # A phone hands out addresses in place of paths; there the name of a file is typed.
        self._system = "" if name in PHONES else _SYSTEMS.get(name, "linux")
        self._load, self._program = load, program
        self._open = threading.Lock()

    @property
    def works(self) -> bool:
        if self._system == "linux":
            return self._program() is not None and importlib.util.find_spec("distutils") is not None
        return bool(self._system) and importlib.util.find_spec(_NEEDS[self._system]) is not None

    def open_file(self, done: Chosen) -> None:
        self._ask("open_file", done)

    def choose_folder(self, done: Chosen) -> None:
        self._ask("choose_dir", done)

    def usual_folder(self) -> str:
        import platformdirs

        folder = Path(platformdirs.user_documents_dir())
        return str(folder if folder.is_dir() else Path.home())

    def _ask(self, what: str, done: Chosen) -> None:
        if not self.works or not self._open.acquire(blocking=False):
            done(None)
        elif self._system == MACOS:
            self._answer(what, done)
        else:
            threading.Thread(target=self._answer, args=(what, done), name="file dialog", daemon=True).start()

    def _answer(self, what: str, done: Chosen) -> None:
        how: dict[str, Any] = {"desktop_override": self._program()} if self._system == "linux" else {}
        path = ""
        try:
            # plyer takes a "|" in a name for the border between two names.
            path = "|".join(getattr(self._load(self._system), what)(**how) or ())
        except Exception as error:  # plyer raises what the system and its own mistakes raise
            log.warning("The file dialog failed: %s", type(error).__name__)
        finally:
            self._open.release()
        done(path or None)
