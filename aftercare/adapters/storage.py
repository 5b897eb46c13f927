"""A TinyDB storage that a crash, a full disk or a power cut leaves whole: the old content or the new."""
from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any, NoReturn

from tinydb import Storage

from aftercare.adapters.plain_json import refuse_foreign_values
from aftercare.core.data_errors import UnreadableData, UnsavedData
from aftercare.words import gettext as _

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

Tables = dict[str, dict[str, Any]]


class AtomicJSONStorage(Storage):
    """Keeps all tables in one JSON file, replaced as a whole at each write; for `TinyDB(path, storage=...)`.

    A missing file is an empty database. The first write makes the file and its folder, closed to other users.
    Reading needs no lock. Only one process may write at a time: see `DataLock`.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        super().__init__()
        # A link is followed now: replacing the link itself would part it from the file it stands for.
        self._path = Path(path).resolve()
        self._known_good = False

    def read(self) -> Tables | None:
        """All tables, or None when there is no file yet. Raises UnreadableData and leaves the file alone."""
        self._known_good = False
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            self._known_good = True
            return None
        except OSError as error:
            raise self._unreadable(_reason(error)) from error
        try:
            tables = json.loads(raw.decode("utf-8"), parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise self._unreadable(_("it is damaged")) from error
        if not _are_tables(tables):
            raise self._unreadable(_("it holds something else"))
        self._known_good = True
        return dict(tables)

    def write(self, data: Tables) -> None:
        """Replace the content, or keep it and raise NotStorable, UnsavedData or UnreadableData."""
        if not self._known_good:
            self.read()
        refuse_foreign_values(data)
        content = json.dumps(data, separators=(",", ":")).encode("ascii")
        try:
            self._path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            self._remove_leftovers()
            self._replace_with(content)
        except OSError as error:
            raise UnsavedData(str(self._path), _reason(error)) from error

    def _replace_with(self, content: bytes) -> None:
        temporary = self._path.with_name(f".{self._path.name}.{os.urandom(6).hex()}.tmp")
        try:
            with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self._swap(temporary)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        self._sync_folder()

    def _swap(self, temporary: Path) -> None:
        os.replace(temporary, self._path)

    def _sync_folder(self) -> None:
        if os.name == "nt":  # Windows opens no folders; its rename is journalled by the file system.
            return
        # The new content is in place by now, also where a file system cannot sync a folder.
        with contextlib.suppress(OSError):
            folder = os.open(self._path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def _remove_leftovers(self) -> None:
        """Remove what crashed writes left. Only the writer may: only it knows that no write is under way."""
        for leftover in self._path.parent.glob(f".{_literal(self._path.name)}.*.tmp"):
            with contextlib.suppress(OSError):
                leftover.unlink()

    def _unreadable(self, reason: str) -> UnreadableData:
        return UnreadableData(str(self._path), reason)


def _are_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict)
        and all(doc_id.isdecimal() and isinstance(document, dict) for doc_id, document in table.items())
        for table in value.values()
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _literal(name: str) -> str:
    """The name with the wildcards of glob taken literally."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
