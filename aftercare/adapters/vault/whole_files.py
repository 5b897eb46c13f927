"""Files that are sealed as a whole: what was kept aside, backups before a migration; and leftovers, which go."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from aftercare.adapters.folder_sync import sync_folder
from aftercare.adapters.new_file import in_place_of
from aftercare.adapters.vault.stream import STREAM_MARK, looks_streamed, open_stream, seal_stream
from aftercare.core.data_errors import UnsavedData
from aftercare.core.sealer_port import SealBroken, Sealer


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
    change = seal_stream if sealer.hides else open_stream
    # The old one is closed before it is replaced: Windows replaces no file that somebody has open.
    with in_place_of(path) as target, open(path, "rb") as source:
        change(source, target, sealer, _place(path))
    sync_folder(path.parent)


def _place(path: Path) -> bytes:
    return b"file " + path.name.encode("utf-8", "surrogateescape")
