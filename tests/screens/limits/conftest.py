"""An empty phone for the timeline and the sheet of a limit, and what the patient's taps asked for."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.screens.calm import calm_stage
from tests.screens.harness import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    with calm_stage() as stage:
        yield stage


@pytest.fixture
def asked() -> list[tuple[str, dict[str, Any]]]:
    """Every intent, in order."""
    return []
