"""What the tests of several use cases begin with."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.services.photo_cases import Window


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """A patient with pictures in an empty folder."""
    from tests.services.photo_cases import Window

    made = Window(tmp_path)
    yield made
    made.worker.close()
