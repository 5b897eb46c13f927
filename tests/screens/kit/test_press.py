"""Real touches on buttons, rows and choices."""
from __future__ import annotations

from tests.screens.harness import Stage


def test_a_tap_presses_once(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page

    pressed: list[int] = []
    stage.show(Page(Button("Go", on_press=lambda *_: pressed.append(1))))

    stage.tap("button", "Go")

    assert pressed == [1]


def test_a_finger_that_leaves_the_button_presses_nothing(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    pressed: list[int] = []
    stage.show(Column(Button("Go", on_press=lambda *_: pressed.append(1))))
    x, y = stage.middle(stage.find("button", "Go"))

    stage.touch(x, y, to=(x, y + 300))

    assert pressed == []


def test_a_drag_over_a_button_scrolls_the_page_instead(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page

    pressed: list[int] = []
    page = stage.show(Page(*[Button(f"Button {n}", on_press=lambda *_: pressed.append(1)) for n in range(40)]))
    x, y = stage.middle(stage.find("button", "Button 5"))

    stage.touch(x, y, to=(x, y + 250))

    assert pressed == []
    assert page.scroll_y < 1


def test_a_disabled_button_cannot_be_pressed(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column

    pressed: list[int] = []
    stage.show(Column(Button("Go", disabled=True, on_press=lambda *_: pressed.append(1))))

    stage.tap("button", "Go")

    assert pressed == []


def test_a_link_inside_a_row_is_pressed_alone(stage: Stage) -> None:
    from screens.widgets.layout import Column
    from screens.widgets.rows import KeyValueRow

    changed: list[int] = []
    row = KeyValueRow("face", "Area", "Face", "Change", on_change=lambda: changed.append(1))
    stage.show(Column(row))

    stage.tap("link", "Change: Area")
    stage.touch(*stage.middle(row))

    assert changed == [1]
    assert (row.role, row.name, row.value) == ("listitem", "Area", "Face")


def test_the_whole_row_ticks_and_clears_the_fault(stage: Stage) -> None:
    from screens.widgets.checks import CheckRow
    from screens.widgets.layout import Column

    row = CheckRow("I understand", fault="Please tick this first")
    stage.show(Column(row))
    assert stage.find("checkbox", "I understand").value == "Please tick this first"

    stage.touch(row.x + row.width - 20, row.center_y)

    assert row.on
    assert row.checked is True
    assert row.value == ""


def test_a_switch_row_says_whether_it_is_on(stage: Stage) -> None:
    from screens.widgets.checks import ToggleRow
    from screens.widgets.layout import Column

    row = ToggleRow("moon", "Quiet hours", "22:00 to 07:00", on=True)
    stage.show(Column(row))

    stage.tap("switch", "Quiet hours. 22:00 to 07:00")

    assert row.on is False
    assert stage.spoken() == ["switch 'Quiet hours. 22:00 to 07:00' unchecked"]


def test_one_segment_is_chosen(stage: Stage) -> None:
    from screens.widgets.choices import Segmented
    from screens.widgets.layout import Column

    choice = Segmented([("planned", "Coming up"), ("done", "Already done")], chosen="done")
    stage.show(Column(choice))

    stage.tap("radio", "Coming up")

    assert choice.chosen == "planned"
    assert stage.spoken()[1:] == ["radio 'Coming up' checked", "radio 'Already done' unchecked"]


def test_a_stepper_steps_once_for_a_tap_and_repeats_while_held(stage: Stage) -> None:
    from screens.widgets.layout import Column
    from screens.widgets.stepper import Stepper

    steps: list[int] = []
    stepper = Stepper("When did it end?", "15:00", on_step=lambda _, by: steps.append(by))
    stage.show(Column(stepper))

    stage.tap("button", "More")
    assert steps == [1]

    stage.touch(*stage.middle(stage.find("button", "Less")), until=lambda: len(steps) > 3)
    assert len(steps) > 3
    assert set(steps[1:]) == {-1}


def test_a_stepper_can_be_stepped_by_a_screen_reader(stage: Stage) -> None:
    from screens.widgets.layout import Column
    from screens.widgets.stepper import Stepper

    steps: list[int] = []
    stage.show(Column(Stepper("Time", "15:00", on_step=lambda _, by: steps.append(by))))
    spin = stage.find("spinbutton", "Time")

    spin.do("increment")
    spin.do("decrement")

    assert spin.value == "15:00"
    assert steps == [1, -1]


def test_the_pointer_tints_what_it_is_over(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page

    stage.show(Page(Button("One"), Button("Two"), spacing=20))
    one, two = stage.find("button", "One"), stage.find("button", "Two")

    stage.window.mouse_pos = stage.middle(one)
    assert (one.hovered, two.hovered) == (True, False)
    stage.window.mouse_pos = stage.middle(two)
    assert (one.hovered, two.hovered) == (False, True)
    stage.window.mouse_pos = (1, 1)
    assert two.hovered is False
