"""A stage without motions, left as it was found."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.screens.harness import Stage


@contextmanager
def calm_stage() -> Iterator[Stage]:
    """An empty phone, 390 by 844 dp, light, text at 100 %. Afterwards nothing is open, and the look is the same."""
    stage = Stage.open(390, 844)
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    yield stage
    if focus.layers:
        for layer in reversed(focus.layers):
            layer.close()
        stage.wait(0.3)
    stage.clear()
    theme.reduced_motion, theme.dark, theme.text_scale = False, False, 1.0
    stage.settle()
