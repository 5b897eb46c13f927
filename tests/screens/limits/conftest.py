"""An empty phone for the timeline and the sheet of a limit, and what the patient's taps asked for."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.screens.harness import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage.open(390, 844)
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    yield stage
    focus.layers.clear()
    stage.clear()
    theme.dark, theme.text_scale, theme.reduced_motion = False, 1.0, False
    stage.settle()


@pytest.fixture
def asked() -> list[tuple[str, dict[str, Any]]]:
    """Every intent, in order."""
    return []
