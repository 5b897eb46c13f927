"""An empty phone, 390 by 844 dp, light, text at 100 %, for help, settings and trouble."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.screens.harness import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage.open(390, 844)
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    yield stage
    while focus.layers:
        focus.layers[-1].close()
        stage.wait(0.2)
    stage.clear()
    theme.dark, theme.text_scale, theme.reduced_motion = False, 1.0, False
    stage.settle()
