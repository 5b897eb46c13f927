"""Every control of the kit says what it is, and the keyboard does what a finger does."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.harness import Stage
from tests.screens.spoken_rules import faults, unheard

SHEETS = ("answers", "questions", "parts", "places", "layers")


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_control_says_its_role_name_and_value(stage: Stage, sheet: str) -> None:
    from screens.widgets import gallery

    stage.show(gallery.SHEETS[sheet]())
    assert len(stage.find_all()) > 5
    assert faults(stage.find_all()) == []
    assert unheard(stage.window) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_tab_stops_once_at_whatever_can_be_pressed(stage: Stage, sheet: str) -> None:
    from screens.widgets import gallery
    from screens.widgets.focus import focus

    stage.show(gallery.SHEETS[sheet]())
    wanted = [c for c in stage.find_all() if c.actions and not getattr(c, "disabled", False)]
    walked = []
    for _ in wanted:
        stage.key("tab")
        walked.append(focus.control)
    assert walked == wanted


def test_what_a_control_leaves_unsaid_is_found(stage: Stage) -> None:
    from screens.widgets.block import Block
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column
    from screens.widgets.press import Pressable
    from screens.widgets.surfaces import PressCard

    # given each way in which a control can keep something to itself
    class Odd(Pressable):
        @property
        def actions(self) -> dict[str, Any]:
            return {"wink": self.press}

    mute = (
        (Button(""), "no name"),
        (Block(role="button", name="Go"), "cannot be operated: ['press'] is missing"),
        (Block(role="knob", name="Go"), "a role that no screen reader knows"),
        (Pressable(role="text", name="Go"), "can be operated, and Tab does not stop at it"),
        (Odd(role="textbox", name="Go"), "no key does ['wink']"),
        (Pressable(role="switch", name="Go"), "does not say whether it is chosen"),
        (Block(role="slider", name="Go"), "does not say its value"),
        (Block(role="progress", name="Go"), "does not say how far it is"),
        (Block(role="heading", name="Go"), "does not say its rank"),
    )
    # then each is named
    for control, fault in mute:
        assert any(line.endswith(fault) for line in faults([control])), fault
    # and a button in a button, which nobody but a finger finds
    stage.show(Column(PressCard(Button("Inner"), name="Outer")))
    assert unheard(stage.window) == ["PushButton 'Inner'"]
