"""Data that cannot be read, and the way back from it."""
from __future__ import annotations

import pytest

from aftercare.adapters.store import DATA_FILE
from aftercare.core.data_errors import UnreadableData
from aftercare.services.rescue import Rescue
from tests.services.backup_cases import Home

JUNK = b"\x00\x7fnothing of ours\xff" * 40


def ruined(home: Home) -> Home:
    """The same folder in a new start of the app, after its data file was overwritten."""
    (home.folder / DATA_FILE).write_bytes(JUNK)
    again = Home(home.folder, home.clock.now())
    with pytest.raises(UnreadableData):
        again.data.rows()
    return again


def rescue(home: Home) -> Rescue:
    return Rescue(home.ports, home.clock)
