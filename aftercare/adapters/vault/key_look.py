"""Whether a data folder has a key, and which one."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aftercare.adapters.vault.keyfile import Keyfile
    from aftercare.core.vault_port import Phase

KEY_NAME, COPY_NAME = "lock.key", "lock.key.copy"
_Seen = tuple[int, int, int]


class KeyLook:
    """KeyState. Without a code it costs two looks at the folder, and nothing of a lock is imported."""

    def __init__(self, home: Path) -> None:
        self._file, self._copy = home / KEY_NAME, home / COPY_NAME
        self._known: tuple[tuple[_Seen | None, _Seen | None], Keyfile | None] | None = None

    def phase(self) -> Phase | None:
        keyfile = self._read()
        return keyfile.phase if keyfile else None

    def key_id(self) -> bytes | None:
        keyfile = self._read()
        return keyfile.id if keyfile else None

    def _read(self) -> Keyfile | None:
        """Read anew only when one of the files is another. Raises KeyDamaged or KeyTooNew."""
        seen = (_look(self._file), _look(self._copy))
        if self._known is None or self._known[0] != seen:
            self._known = (seen, self._found() if any(seen) else None)
        return self._known[1]

    def _found(self) -> Keyfile | None:
        from aftercare.adapters.vault.keyfile import read_either

        return read_either(self._file, self._copy)


def _look(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_ino, found.st_mtime_ns, found.st_size)
