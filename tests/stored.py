"""What stands in a data file, read and changed past the app, as another version of it might."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aftercare.adapters.storage import JournalStorage

Tables = dict[str, dict[str, dict[str, Any]]]


def tables_in(file: Path) -> Tables:
    """Every table of a data file."""
    return JournalStorage(file).read() or {}


def fill(file: Path, tables: Tables) -> None:
    """Make this the content of a data file, in the form of the first version."""
    file.write_text(json.dumps(tables), encoding="utf-8")
