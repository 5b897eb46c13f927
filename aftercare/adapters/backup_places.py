"""The note beside the data file that says where automatic backups lie. It is sealed as all else there.

Named after the data file, so that setting or removing a code takes it along, and deleting everything finds it.
"""
from __future__ import annotations

import io
import json
from pathlib import Path

from aftercare.adapters.store import DATA_FILE
from aftercare.adapters.vault.small_file import replace_file
from aftercare.adapters.vault.stream import looks_streamed, open_stream, seal_stream
from aftercare.core.backup import BackupPlaces
from aftercare.core.data_errors import DataError
from aftercare.core.sealer_port import SealBroken, Sealer

NAME = f"{DATA_FILE}.backups"
# Far more than the paths of every folder that anybody has chosen.
_MOST_BYTES = 256 * 1024


def write_places(home: Path, sealer: Sealer, places: BackupPlaces) -> None:
    """Replace the note. Raises UnsavedData or Locked."""
    said = {"mark": places.mark, "folders": list(places.folders), "daily": places.daily}
    content = json.dumps(said).encode("ascii")
    if sealer.hides:
        hidden = io.BytesIO()
        seal_stream(io.BytesIO(content), hidden, sealer, _PLACE)
        content = hidden.getvalue()
    replace_file(home / NAME, content)


def read_places(home: Path, sealer: Sealer) -> BackupPlaces:
    """What was noted, or nothing. Behind a code a plain note is somebody else's."""
    try:
        with open(home / NAME, "rb") as file:
            content = file.read(_MOST_BYTES)
        if looks_streamed(content) != sealer.hides:
            return BackupPlaces()
        if sealer.hides:
            opened = io.BytesIO()
            open_stream(io.BytesIO(content), opened, sealer, _PLACE)
            content = opened.getvalue()
        said = json.loads(content)
        folders = tuple(folder for folder in said["folders"] if isinstance(folder, str))
        return BackupPlaces(str(said["mark"]), folders, said["daily"] is True)
    except (OSError, DataError, SealBroken, KeyError, TypeError, ValueError, RecursionError):
        return BackupPlaces()


_PLACE = b"file " + NAME.encode("ascii")
