"""The wizard, driven by touch and keyboard, everything found by role and name."""
from __future__ import annotations

from datetime import date, time
from typing import Any

from aftercare.presenters.add_session import to_session

FACE = (("area", "face"), ("protocol", "face-injection"))
WHEN = (*FACE, ("next", None))
CHECK = (*WHEN, ("date", date(2026, 6, 8)), ("time", "15:00"), ("next", None))
INJECTIONS = "Injections. Fine needles, by hand"


def test_a_face_injection_done_today_takes_at_most_eight_taps(wizard: Any) -> None:
    # given an empty wizard
    host = wizard()
    # when the patient taps through it
    host.tap("radio", "Face")
    host.tap("radio", INJECTIONS)
    host.tap("button", "Next: date and time")
    host.tap("button", "Wed 10 June 2026")
    host.tap("button", "Next: check your plan")
    host.tap("button", "Start my plan")
    # then a plan can be saved after few taps
    assert host.asked == ["save-session"]
    assert host.taps <= 8
    assert to_session(host.draft, "s", host_catalogue()).protocol == "face-injection"


def host_catalogue() -> Any:
    from aftercare.adapters.content import FileCatalogue

    return FileCatalogue()


def test_a_planned_body_session_with_its_device_can_be_entered(wizard: Any) -> None:
    host = wizard()
    host.tap("radio", "Body")
    host.tap("radio", "No-needle device. Current, light or ultrasound")
    host.tap("button", "Which device?")
    host.tap("radio", "Ultrasound")
    assert host.stage.find("button", "Which device?").value == "Ultrasound"
    host.tap("button", "Next: date and time")
    host.tap("radio", "Coming up")
    host.tap("button", "Thu 18 June 2026")
    host.tap("button", "15 minutes later")
    host.tap("button", "Next: check your plan")
    assert host.stage.find("listitem", "Session starts").value == "Thu 18 June, 10:15"
    assert host.stage.find("listitem", "Area and treatment").value == "Body: No-needle device"
    assert host.draft.technique == "ultrasound"


def test_chosen_things_say_that_they_are_chosen(wizard: Any) -> None:
    host = wizard(*FACE)
    assert host.stage.find("radio", "Face").checked is True
    assert host.stage.find("radio", "Body").checked is False
    assert host.stage.find("radio", INJECTIONS).checked is True


def test_the_question_for_the_method_opens_and_closes(wizard: Any) -> None:
    host = wizard(*FACE)
    assert host.stage.find("button", "Which method?").expanded is False
    host.tap("button", "Which method?")
    assert host.stage.find("button", "Which method?").expanded is True
    assert host.stage.find("radio", "I do not know").checked is True
    host.tap("radio", "Small bumps. Bumps stay up to 2 days")
    assert host.stage.find_all("radio", "I do not know") == []
    assert host.draft.technique == "papule"


def test_not_sure_opens_help_made_of_the_treatments(wizard: Any) -> None:
    host = wizard(*FACE)
    host.tap("link", "Not sure?")
    host.stage.wait(0.2)
    names = [control.name for control in host.stage.find_all("listitem")]
    assert "Fractional. Tiny holes, by device" in names
    assert any("Your clinic knows" in control.name for control in host.stage.find_all("text"))


def test_going_on_with_nothing_chosen_names_the_field(wizard: Any) -> None:
    host = wizard()
    host.tap("button", "Next: date and time")
    assert host.stage.find("text", "Area: choose one of the pictures.")
    host.tap("radio", "Face")
    assert host.stage.find_all("text", "Area: choose one of the pictures.") == []


def test_a_skipped_time_is_mended_with_one_tap(wizard: Any) -> None:
    host = wizard(*WHEN, ("date", date(2026, 3, 29)), ("time", "2:30"))
    host.tap("button", "Next: check your plan")
    assert host.draft.step == 2
    host.tap("button", "Use 03:00")
    assert host.draft.time == time(3)
    host.tap("button", "Next: check your plan")
    assert host.draft.step == 3


def test_an_end_still_to_come_is_turned_into_coming_up(wizard: Any) -> None:
    host = wizard(*WHEN, ("time", "18:00"))
    host.tap("button", "It is coming up")
    assert host.draft.timing == "planned"
    assert host.stage.find("radio", "Coming up").checked is True
    assert host.stage.find("spinbutton", "When does it start?").value == "18:00"


def test_holding_a_step_of_the_time_repeats_it(wizard: Any) -> None:
    host = wizard(*WHEN, ("time", "6:00"))
    button = host.stage.find("button", "15 minutes earlier")
    host.stage.scroll_to(button)
    host.stage.touch(*host.stage.middle(button), until=lambda: (host.draft.time or time(6)) < time(5, 45))
    assert host.draft.time is not None
    assert host.draft.time < time(5, 45)


def test_a_clinic_elsewhere_is_found_by_its_city(wizard: Any) -> None:
    # given the list of zones
    host = wizard(*WHEN, ("date", date(2026, 6, 8)), ("time", "15:00"))
    host.tap("button", "Berlin time (UTC+2). Clinic in another time zone?")
    host.stage.wait(0.2)
    # when a city is typed, without its accent, and pressed
    host.stage.find("textbox", "City of your clinic").text = "sao pau"
    host.stage.settle()
    host.tap("button", "Sao Paulo. America, UTC-3")
    host.stage.wait(0.2)
    # then the clinic's clock counts, and the patient's is said
    assert host.draft.zone == "America/Sao_Paulo"
    assert host.stage.find("button", "Sao Paulo time (UTC-3). For you that is Mon 8 June, 20:00")


def test_a_typed_date_is_taken_or_explained(wizard: Any) -> None:
    host = wizard(*WHEN)
    host.tap("link", "Type date and time")
    field = host.stage.find("textbox", "Date, such as 8 June 2026")
    field.text = "soon"
    host.tap("button", "Next: check your plan")
    assert host.draft.step == 2
    assert host.stage.find("text", "Date: type it like 2026-06-08, 8.6.2026 or 8 June 2026.")
    field.text = "8.6.2026"
    host.tap("button", "Next: check your plan")
    assert host.draft.date == date(2026, 6, 8)
    assert host.draft.step == 3


def test_a_day_that_is_picked_outranks_one_half_typed(wizard: Any) -> None:
    host = wizard(*WHEN)
    host.tap("link", "Type date and time")
    host.stage.find("textbox", "Date, such as 8 June 2026").text = "8.6."
    host.tap("button", "Tue 9 June 2026")
    assert host.draft.date == date(2026, 6, 9)
    assert host.draft.typed_date == ""
    assert host.stage.find("textbox", "Date, such as 8 June 2026").text == "2026-06-09"


def test_the_check_leads_back_to_each_step_and_forward_again(wizard: Any) -> None:
    host = wizard(*CHECK)
    host.tap("link", "Change: Session ended")
    assert host.draft.step == 2
    host.tap("button", "Next: check your plan")
    host.tap("link", "Change: Area and treatment")
    assert host.draft.step == 1


def test_back_goes_a_step_back_and_leaves_from_the_first(wizard: Any) -> None:
    host = wizard(*WHEN)
    host.tap("button", "Back")
    assert (host.draft.step, host.asked) == (1, [])
    host.tap("button", "Back")
    host.tap("button", "Close")
    assert host.asked == ["back", "close"]
    assert host.draft.protocol == "face-injection"


def test_the_plan_card_can_be_read_aloud(wizard: Any) -> None:
    host = wizard(*CHECK)
    assert any(control.name.startswith("Limits end on ") for control in host.stage.find_all("image"))
    assert host.stage.find("progress", "Step 3 of 3")


def test_a_minute_that_passes_makes_no_new_widgets(wizard: Any) -> None:
    host = wizard(*CHECK)
    before = [id(widget) for widget in host.screen.walk()]
    host._render()
    assert [id(widget) for widget in host.screen.walk()] == before


def test_the_keyboard_walks_through_the_step_in_reading_order(wizard: Any) -> None:
    host = wizard(*FACE)
    from screens.widgets.focus import focus

    names = []
    for _ in range(6):
        host.stage.key("tab")
        names.append(focus.control.name)
    assert names == ["Back", "Feels wrong?", "Close", "Face", "Body", "Hair, scalp"]


def test_tab_enters_the_month_once_and_arrows_move_in_it(wizard: Any) -> None:
    host = wizard(*WHEN)
    from screens.widgets.focus import focus

    # given the keyboard on the arrow to the next month
    focus.by_keyboard = True
    focus.move_to(host.stage.find("button", "Next month"))
    # when Tab enters the days and arrows move on, and Enter chooses
    host.stage.key("tab")
    assert focus.control.name == "Wed 10 June 2026"
    host.stage.key("up")
    host.stage.key("left")
    assert focus.control.name == "Tue 2 June 2026"
    host.stage.key("enter")
    assert host.draft.date == date(2026, 6, 2)
    # then the next Tab leaves the month
    host.stage.key("tab")
    assert focus.control.name == "When did it end?"


def test_escape_closes_the_sheet_and_keeps_the_step(wizard: Any) -> None:
    host = wizard(*FACE)
    host.tap("link", "Not sure?")
    host.stage.wait(0.2)
    host.stage.key("escape")
    host.stage.wait(0.2)
    assert host.stage.find_all("dialog") == []
    assert host.draft.step == 1
