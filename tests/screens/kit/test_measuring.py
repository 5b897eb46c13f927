"""Asking a button how wide it would like to be changes nothing that is drawn."""
from __future__ import annotations

from tests.screens.harness import Stage

LONG = "Hot, sore skin that spreads to both sides of the face and down to the neck"


def test_words_that_are_wrapped_stay_wrapped(stage: Stage) -> None:
    from screens.widgets.buttons import Pill
    from screens.widgets.layout import Flow

    pill = Pill(LONG, tone="outline")
    stage.show(Flow(pill, spacing=8))
    drawn = pill._words.width, pill._words.height
    assert drawn[0] <= pill.width
    assert pill.natural_width() > pill.width
    assert (pill._words.width, pill._words.height) == drawn
