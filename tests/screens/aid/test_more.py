"""More as a person uses it."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.notify_port import Availability
from aftercare.core.session import new_session
from aftercare.presenters.more import MoreFacts, MoreState, build_state
from aftercare.services import snapshot
from tests.screens.harness import Stage

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
BERLIN = "Europe/Berlin"
DONE = new_session("done", CATALOGUE.protocol("face-injection"), datetime(2026, 6, 8, 15, 0), BERLIN)
GONE = new_session("gone", CATALOGUE.protocol("needle-free"), datetime(2026, 5, 2, 9, 0), BERLIN, area="body").cancel()
DONE_ROW = "Mon 8 June, 15:00. Done · Face, injections"
BLOCKED = Availability(False, "No notification service is running on this computer.", "Start one, then look again.")


def state(reach: Availability | None = None, later: int = 0, **settings: str) -> MoreState:
    now = NOW + timedelta(minutes=later)
    snap = snapshot.build(CATALOGUE, [DONE, GONE], [], now, BERLIN, settings)
    facts = MoreFacts(reach or Availability(True), NOW + timedelta(hours=5), "0.1.0", "/home/a/Aftercare")
    return build_state(snap, facts)


@pytest.fixture
def heard() -> list[tuple[str, dict[str, Any]]]:
    return []


@pytest.fixture
def screen(stage: Stage, heard: list[tuple[str, dict[str, Any]]]) -> Any:
    """More on the stage; what it asks for goes to `heard`."""
    from screens.more import MoreScreen
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    screen = MoreScreen()
    screen.bind(on_intent=lambda _, name, payload: heard.append((name, payload)))
    screen.render(state())
    return stage.show(screen)


@pytest.mark.parametrize(
    ("name", "intent"),
    [("Feels wrong?", "help"), ("Add my session", "add-session")],
)
def test_a_button_asks_for_one_thing(stage: Stage, screen: Any, heard: Any, name: str, intent: str) -> None:
    stage.tap("button", name)
    assert heard == [(intent, {})]


def test_a_session_is_changed_from_its_card(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("button", DONE_ROW)
    stage.wait(0.2)
    stage.tap("button", "Change")
    assert heard == [("edit-session", {"id": "done"})]


def test_cancelling_asks_once_more_and_can_be_undone(stage: Stage, screen: Any, heard: Any) -> None:
    # given the card of a session
    stage.tap("button", DONE_ROW)
    stage.wait(0.2)

    # when it is cancelled and the question answered with yes
    stage.tap("button", "Cancel this session")
    stage.wait(0.2)
    assert heard == []
    stage.tap("button", "Yes, cancel it")
    stage.wait(0.2)
    assert heard == [("cancel-session", {"id": "done"})]

    # then the bar brings it back
    stage.tap("button", "Undo")
    assert heard[1:] == [("restore-session", {"id": "done"})]


def test_keeping_a_session_changes_nothing(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("button", DONE_ROW)
    stage.wait(0.2)
    stage.tap("button", "Cancel this session")
    stage.wait(0.2)
    stage.tap("button", "Keep it")
    stage.wait(0.2)
    assert heard == []
    assert stage.find("button", DONE_ROW)


def test_a_cancelled_session_can_be_read_but_not_changed(stage: Stage, screen: Any) -> None:
    stage.tap("button", "Sat 2 May, 09:00. Cancelled · Body, no-needle device")
    stage.wait(0.2)
    assert not stage.find_all("button", "Change")
    assert "This session sets no limits" in " ".join(stage.spoken())


def test_the_text_size_is_chosen_by_a_touch_on_its_place(stage: Stage, screen: Any, heard: Any) -> None:
    # given
    slider = stage.find("spinbutton", "Text size")
    stage.scroll_to(slider)
    # when its right end is touched
    x, y = slider.to_window(slider._stop(4), slider.center_y)
    stage.touch(x, y)
    # then
    assert heard == [("setting", {"name": "text_scale", "value": "2.0"})]
    assert slider.value == "200 %"


def test_the_text_size_moves_by_keys(stage: Stage, screen: Any, heard: Any) -> None:
    from screens.widgets.focus import focus

    focus.move_to(stage.find("spinbutton", "Text size"))
    stage.key("right")
    stage.key("left")
    stage.key("left")
    assert [payload["value"] for _name, payload in heard] == ["1.15", "1.0"]


def test_the_theme_is_chosen(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("radio", "Dark")
    assert heard == [("setting", {"name": "theme", "value": "dark"})]


def test_one_row_leads_to_the_alerts(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("button", "Alerts. Next: today, 14:48")
    assert heard == [("tab", {"name": "alerts"})]


def test_what_was_stored_elsewhere_is_shown_without_asking_for_it_again(
    stage: Stage, screen: Any, heard: Any
) -> None:
    screen.render(state(text_scale="1.5", theme="dark", emergency_number="999"))
    stage.settle()
    assert stage.find("spinbutton", "Text size").value == "150 %"
    assert stage.find("radio", "Dark").checked
    assert stage.find("button", "Emergency number. 999")
    assert heard == []


def test_a_number_that_cannot_be_called_is_said_beside_the_field(stage: Stage, screen: Any, heard: Any) -> None:
    # given the field
    stage.tap("button", "Emergency number. 112. Country: Germany")
    stage.wait(0.2)
    entry = stage.find("textbox", "Number to call in an emergency")

    # when nonsense is saved
    entry.line.text = "call mum"
    stage.tap("button", "Save")

    # then nothing is stored and the sentence says what is accepted
    assert heard == []
    assert stage.find("text", "Emergency number: use 2 to 15 digits, with spaces or a + in front if needed.")

    # an empty field is the number of the country again, and a good one is stored, tidied
    entry.line.text = " +49  112"
    stage.tap("button", "Save")
    assert heard == [("setting", {"name": "emergency_number", "value": "+49 112"})]


def test_where_the_data_lies_can_be_copied(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("button", "Your data. Stays on this device")
    stage.wait(0.2)
    stage.tap("button", "Copy the path")
    assert heard == [("copy", {"text": "/home/a/Aftercare"})]
    assert stage.find("button", "Copied")


def test_a_minute_that_changes_nothing_changes_no_widget(stage: Stage, screen: Any) -> None:
    before = [id(widget) for widget in screen.walk()]
    screen.render(state(later=1))
    stage.settle()
    assert [id(widget) for widget in screen.walk()] == before


def test_blocked_alerts_are_said_on_the_row_that_leads_to_them(stage: Stage, screen: Any) -> None:
    before = stage.find("button", "Alerts. Next: today, 14:48")
    screen.render(state(BLOCKED))
    stage.settle()
    assert stage.find("button", "Alerts. They cannot reach you") is before


@pytest.mark.parametrize(("width", "text"), [(320, 1.0), (320, 2.0), (390, 1.3), (1280, 1.0), (1280, 2.0)])
def test_nothing_is_cut_or_covered(stage: Stage, screen: Any, width: int, text: float) -> None:
    from screens.widgets.theme import theme
    from tests.screens.aid.looks import misfits

    stage.resize(width, 844)
    theme.text_scale = text
    screen.desktop = width >= 1024
    screen.render(state(BLOCKED, emergency_number="+12345 67890 12345"))
    stage.settle(8)
    assert misfits(screen) == []


@pytest.mark.parametrize(
    "row", [DONE_ROW, "Emergency number. 112. Country: Germany", "Your data. Stays on this device"]
)
def test_sheets_fit_a_narrow_phone_in_very_large_text(stage: Stage, screen: Any, row: str) -> None:
    from screens.widgets.theme import theme
    from tests.screens.aid.looks import misfits

    stage.resize(320, 844)
    theme.text_scale = 2.0
    stage.settle(8)
    stage.tap("button", row)
    stage.wait(0.3)
    assert misfits(stage.find("dialog")) == []


def test_the_phone_of_the_clinic_is_entered_and_shown(stage: Stage, screen: Any, heard: list[Any]) -> None:
    assert stage.find("button", "Phone of my clinic. Not added yet")
    stage.tap("button", "Phone of my clinic. Not added yet")
    stage.wait(0.2)
    stage.find("textbox", "Number to call with questions").text = "030 12345"
    stage.tap("button", "Save")
    assert heard[-1] == ("setting", {"name": "clinic_phone", "value": "030 12345"})
    screen.render(state(clinic_phone="030 12345"))
    stage.wait(0.3)
    assert stage.find("button", "Phone of my clinic. 030 12345")
