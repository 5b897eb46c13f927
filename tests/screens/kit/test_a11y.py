"""What screen readers and tests read of a screen."""
from __future__ import annotations

import pytest

from tests.screens.harness import Stage


def test_reading_order_is_the_order_of_the_screen(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column, Row
    from screens.widgets.text import Icon, Text

    stage.show(Column(Text("Right now", style="heading"), Row(Icon("sun"), Text("Sun"), Button("Why", hug=True))))

    assert stage.spoken() == ["heading 'Right now'", "text 'Sun'", "button 'Why'"]


def test_what_is_hidden_is_not_read(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    stage.show(Column(Button("Seen"), Button("Unseen", opacity=0), Column(Button("Drawn only"), decorative=True)))

    assert stage.spoken() == ["button 'Seen'"]


def test_what_lies_in_a_button_is_part_of_it(stage: Stage) -> None:
    from screens.widgets.surfaces import PressCard
    from screens.widgets.text import Text

    stage.show(PressCard(Text("Something feels wrong?"), name="Something feels wrong?"))

    assert stage.spoken() == ["button 'Something feels wrong?'"]


def test_a_missing_control_is_reported_with_what_is_there(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.checks import CheckRow
    from screens.widgets.layout import Column

    stage.show(Column(Button("Start my plan"), CheckRow("I understand", on=True)))

    with pytest.raises(LookupError, match="no button 'Save'") as failure:
        stage.find("button", "Save")
    assert "button 'Start my plan'" in str(failure.value)
    assert "checkbox 'I understand' checked" in str(failure.value)


def test_two_of_the_same_name_are_not_guessed_between(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    stage.show(Column(Button("Change"), Button("Change")))

    with pytest.raises(LookupError, match="2 button 'Change'"):
        stage.find("button", "Change")
    assert len(stage.find_all("button", "Change")) == 2


def test_actions_do_what_a_touch_does_and_refuse_what_is_not_possible(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    pressed: list[str] = []
    stage.show(Column(Button("Go", on_press=lambda *_: pressed.append("go")), Button("Stop", disabled=True)))

    stage.find("button", "Go").do("press")

    assert pressed == ["go"]
    with pytest.raises(RuntimeError, match="disabled"):
        stage.find("button", "Stop").do("press")
    with pytest.raises(LookupError, match=r"it has \['press'\]"):
        stage.find("button", "Go").do("increment")
