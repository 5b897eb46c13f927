"""What has to be said to Kivy before its first import."""
from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

# Room for two columns that fits a small laptop; a phone opens in its own size whatever stands here.
WINDOW_SIZE = (1180, 720)
NARROWEST = 320
# More than the log and the settings of Kivy have at a start.
_ROOM = 64 * 1024


def prepare_kivy(home: Path, verbose: bool = False, density: int = 0) -> None:
    """Keep the terminal clean, put Kivy's own files into the data folder, and set up the window.

    Kivy reads all of this once, while it is imported. `density` 0 is the screen's own.
    """
    # Closed to other users, each by itself: the mode of `mkdir` does not reach the folders above.
    place = home / "kivy"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("KIVY_HOME", str(place))
    os.environ["KIVY_NO_ARGS"] = "1"
    if not _has_room(Path(os.environ["KIVY_HOME"])):
        # Kivy ends the program when it cannot write these two.
        os.environ["KIVY_NO_FILELOG"] = os.environ["KIVY_NO_CONFIG"] = "1"
    if density:
        os.environ["KIVY_METRICS_DENSITY"] = str(density)
    if not verbose:
        os.environ["KIVY_NO_CONSOLELOG"] = "1"
    # Without xclip, Kivy would log a traceback for every clipboard it tries.
    os.environ.setdefault("KIVY_CLIPBOARD", "sdl2")
    # Our own pictures are PNGs, which SDL reads, or Apple's reader. Kivy would load Pillow too, which only a patient's
    # photos need: 20 ms of the start.
    os.environ.setdefault("KIVY_IMAGE", "imageio,sdl2")

    from kivy.config import Config

    _log_what_fits()
    # Kivy takes stderr for its log; a crash must still be seen.
    sys.stderr = sys.__stderr__
    Config.set("kivy", "exit_on_escape", "0")
    Config.set("kivy", "log_maxfiles", "5")
    Config.set("input", "mouse", "mouse,disable_multitouch")
    Config.set("graphics", "width", str(WINDOW_SIZE[0]))
    Config.set("graphics", "height", str(WINDOW_SIZE[1]))
    Config.set("graphics", "minimum_width", str(NARROWEST))
    Config.set("graphics", "minimum_height", "480")
    # Every shape of the kit has soft edges of its own.
    Config.set("graphics", "multisamples", "0")


def _has_room(folder: Path) -> bool:
    """Whether the disk takes what Kivy writes at a start."""
    probe = folder / f".room.{os.getpid()}.tmp"
    try:
        probe.write_bytes(bytes(_ROOM))
        return True
    except OSError:
        return False
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def _log_what_fits() -> None:
    """A disk that fills up later costs lines of the log; Kivy would end whatever was being done."""
    from kivy.logger import FileHandler

    write = FileHandler._write_message

    def written(self: Any, record: Any) -> None:
        with suppress(OSError, ValueError):
            write(self, record)

    FileHandler._write_message = written
