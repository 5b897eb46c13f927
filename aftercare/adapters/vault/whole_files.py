"""Files that are sealed as a whole: what was kept aside, backups before a migration; and leftovers, which go."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from aftercare.adapters.folder_sync import replace, sync_folder
from aftercare.adapters.vault.stream import STREAM_MARK, looks_streamed, open_stream, seal_stream
from aftercare.core.data_errors import UnsavedData
from aftercare.core.sealer_port import SealBroken, Sealer

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class WholeFiles:
    """Part. `paths` lists the files anew each time; one that is damaged stays as it is."""

    def __init__(self, paths: Callable[[], Iterable[Path]]) -> None:
        self._paths = paths

    def reseal(self, sealer: Sealer) -> None:
        for path in sorted(self._paths()):
            try:
                with open(path, "rb") as source:
                    streamed = looks_streamed(source.read(len(STREAM_MARK)))
                if streamed != sealer.hides:
                    with suppress(SealBroken):
                        _convert(path, sealer)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise UnsavedData(str(path), error.strerror or type(error).__name__) from error


class Leftovers:
    """Part: what crashed writes left in these folders goes, for it may be plain. To be called under the data lock."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    def reseal(self, sealer: Sealer) -> None:
        for folder in self._folders:
            for path in sorted(folder.glob(".*.tmp")):
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise UnsavedData(str(path), error.strerror or type(error).__name__) from error


def _convert(path: Path, sealer: Sealer) -> None:
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        # Closed before it is replaced: Windows replaces no file that somebody has open.
        with (
            open(path, "rb") as source,
            open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o600), "wb") as target,
        ):
            change = seal_stream if sealer.hides else open_stream
            change(source, target, sealer, _place(path))
            target.flush()
            os.fsync(target.fileno())
        replace(temporary, path)
        sync_folder(path.parent)
    except (OSError, SealBroken):
        with suppress(OSError):
            temporary.unlink()
        raise


def _place(path: Path) -> bytes:
    return b"file " + path.name.encode("utf-8", "surrogateescape")
