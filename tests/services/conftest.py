"""What the tests of several use cases begin with."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from aftercare.adapters.store import Store
    from tests.services.backup_cases import Home
    from tests.services.photo_cases import Window


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A data folder with something of everything in it."""
    from tests.services.backup_cases import Home

    return Home(tmp_path / "here").fill()


@pytest.fixture
def empty(tmp_path: Path) -> Home:
    """A data folder of another device, with nothing in it."""
    from tests.services.backup_cases import Home

    return Home(tmp_path / "other")


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    """An empty folder for backups."""
    made = tmp_path / "cloud"
    made.mkdir()
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A folder in whose journal all alerts of a body session are told, up to a minute before END."""
    from tests.services.reminder_cases import told_until_end

    return told_until_end(tmp_path)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """A patient with pictures in an empty folder."""
    from tests.services.photo_cases import Window

    made = Window(tmp_path)
    yield made
    made.worker.close()
