"""ErasableFolder: which files in the data folder are ours, and how they go."""
from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from aftercare.adapters.alarms.agent_turn import LOCK_NAME as AGENT_LOCK
from aftercare.adapters.alarms.agent_turn import PID_NAME as AGENT_PID
from aftercare.adapters.lock import LOCK_NAME
from aftercare.adapters.photo_files import PHOTO_FOLDER, is_name
from aftercare.adapters.store import ASIDE_FILE, DATA_FILE
from aftercare.adapters.vault.small_file import remove_file, replace_file, sync_names
from aftercare.core.backup_due import is_automatic
from aftercare.core.data_errors import UnsavedData
from aftercare.core.erase import What, Wish

MARKER, LOGS_MARKER = ".erasing", ".erasing-logs"
_KIVY = "kivy"
_DATA, _ASIDE = re.escape(DATA_FILE), re.escape(ASIDE_FILE)
# Leftovers of crashed writes are named like what they were to become.
_NAMES = {
    What.LOCK: re.compile(r"lock\.[a-z.]+|\.lock\.[a-z.]+\.[0-9a-f]+\.tmp"),
    What.DATA: re.compile(rf"({_DATA}|{_ASIDE})(\.damaged.*)?|{_DATA}\.backups|\.({_DATA}|{_ASIDE}).*\.tmp"),
    What.COPIES: re.compile(rf"{_DATA}\.before-.*"),
    What.LOGS: re.compile(re.escape(AGENT_PID)),
}
# A write that crashed, and what a camera left.
_PICTURE = re.compile(r"\..*\.tmp|camera-[0-9a-f]{12}\.jpg")


class OurFolder:
    """ErasableFolder. What else lies in the folder is not ours, and stays."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def wished(self) -> Wish | None:
        try:
            said = json.loads((self._home / MARKER).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError):
            # Half a note is a wish all the same.
            return Wish()
        paths = said.get("backups") if isinstance(said, dict) else None
        return Wish(tuple(path for path in paths if isinstance(path, str)) if isinstance(paths, list) else ())

    def begin(self, wish: Wish) -> None:
        replace_file(self._home / MARKER, json.dumps({"backups": list(wish.backups)}).encode("ascii"))

    def remove(self, what: What) -> tuple[int, list[str]]:
        gone, still = 0, []
        for path in list(self._files(what)):
            try:
                path.unlink(missing_ok=True)
                gone += 1
            except OSError:
                still.append(str(path))
        for folder in self._folders(what):
            _remove_empty(folder)
        sync_names(self._home)
        return gone, still

    def finish(self, logs_later: bool = False) -> None:
        with suppress(UnsavedData):
            if logs_later:
                replace_file(self._home / LOGS_MARKER, b"")
            else:
                remove_file(self._home / LOGS_MARKER)
        with suppress(UnsavedData):
            remove_file(self._home / MARKER)
        with suppress(OSError):
            # Nothing is written in a folder without data, so nobody waits for these locks to any purpose.
            for name in (AGENT_LOCK, LOCK_NAME):
                (self._home / name).unlink(missing_ok=True)
            self._home.rmdir()

    def remove_logs_left(self) -> None:
        if (self._home / LOGS_MARKER).exists():
            _count, still = self.remove(What.LOGS)
            if not still:
                with suppress(UnsavedData):
                    remove_file(self._home / LOGS_MARKER)

    def _files(self, what: What) -> Iterator[Path]:
        if what is What.BACKUPS:
            wish = self.wished()
            named = map(Path, wish.backups if wish else ())
            # The note lies open: whatever else it names was not made by the app.
            yield from (path for path in named if is_automatic(path.name) and os.path.lexists(path))
            return
        with suppress(OSError):
            pattern = _NAMES.get(what)
            for entry in list(os.scandir(self._home)):
                if pattern and pattern.fullmatch(entry.name) and not entry.is_dir(follow_symlinks=False):
                    yield Path(entry.path)
        for folder in self._folders(what):
            for inside, _folders, names in os.walk(folder):
                yield from (Path(inside) / name for name in names if what is What.LOGS or _is_picture(name))

    def _folders(self, what: What) -> list[Path]:
        named = {What.PHOTOS: PHOTO_FOLDER, What.LOGS: _KIVY}.get(what)
        folder = self._home / named if named else None
        return [folder] if folder is not None and folder.is_dir() and not folder.is_symlink() else []


def _is_picture(name: str) -> bool:
    return is_name(name) or _PICTURE.fullmatch(name) is not None


def _remove_empty(folder: Path) -> None:
    for inside, folders, _names in os.walk(folder, topdown=False):
        for name in folders:
            with suppress(OSError):
                os.rmdir(Path(inside) / name)
    with suppress(OSError):
        folder.rmdir()
