"""The check-in as the patient meets it, by real touches, through to its result and into the diary."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from aftercare.core.session import new_session


def test_all_fine_takes_no_more_than_six_touches(patient: Any) -> None:
    patient.open()
    patient.tap("button", "Check in: How is your skin?")
    assert patient.place == "check-in"
    patient.tap("checkbox", "None for all")
    patient.tap("button", "See my result")
    # then the result is there and the check-in in the diary
    assert patient.taps <= 6
    assert patient.place == "result"
    assert patient.sees("This looks normal for day 2")
    [stored] = patient.diary
    assert {report.severity for report in stored.symptoms} == {"none"}
    patient.tap("button", "Done")
    assert patient.place == "today"


def test_the_strength_is_a_radio_that_says_which_of_four_it_is(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("radio", "Redness, mild, 2 of 4")
    assert patient.chosen("radio", "Redness, mild, 2 of 4")
    patient.tap("radio", "Redness, strong, 4 of 4")
    assert not patient.chosen("radio", "Redness, mild, 2 of 4")
    assert patient.sees("Usual: up to medium")


def test_emergency_help_is_one_touch_away_and_leads_back_to_the_answers(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("radio", "Pain, medium, 3 of 4")
    patient.tap("button", "Yes, get help now")
    assert patient.place == "help"
    patient.tap("button", "Close")
    assert patient.place == "check-in"
    assert patient.chosen("radio", "Pain, medium, 3 of 4")
    patient.tap("button", "Close")
    assert patient.place == "today"


def test_an_interruption_loses_nothing(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("radio", "Swelling, medium, 3 of 4")
    patient.tap("checkbox", "Pus")
    # when the app is closed and opened ten minutes later
    patient.now += timedelta(minutes=10)
    patient.open()
    patient.check_in()
    assert patient.chosen("radio", "Swelling, medium, 3 of 4")
    assert patient.chosen("checkbox", "Pus")


def test_a_note_is_kept_while_it_is_typed(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("radio", "Swelling, mild, 2 of 4")
    patient.stage.find("textbox", "Note").text = "Slept badly"
    patient.stage.wait(0.8)
    patient.open()
    patient.check_in()
    assert patient.stage.find("textbox", "Note").text == "Slept badly"


def test_nothing_answered_is_said_and_not_stored(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("button", "See my result")
    assert patient.place == "check-in"
    assert patient.sees("Please answer at least one question first.")
    assert patient.diary == ()


def test_without_a_session_it_still_advises(patient: Any) -> None:
    patient.open(session=False)
    patient.check_in()
    assert not patient.sees("Usual:")
    patient.tap("checkbox", "Pus")
    patient.tap("button", "See my result")
    assert patient.sees("Call your clinic today")


def test_a_late_entry_counts_for_yesterday(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("radio", "Bruises, mild, 2 of 4")
    patient.tap("radio", "Yesterday evening")
    assert patient.sees("Yesterday, 20:00. Day 1 after.")
    patient.tap("button", "See my result")
    [stored] = patient.diary
    assert str(stored.date) == "2026-06-09"


def test_the_temperature_is_stepped_and_can_be_taken_back(patient: Any) -> None:
    patient.open()
    patient.check_in()
    assert patient.stage.find("spinbutton", "Temperature").value == "Not measured"
    patient.tap("button", "Higher")
    patient.tap("button", "Lower")
    assert patient.stage.find("spinbutton", "Temperature").value == "36.9 °C"
    patient.tap("link", "Not measured")
    assert patient.stage.find("spinbutton", "Temperature").value == "Not measured"


def test_what_was_there_before_is_compared(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("radio", "Redness, mild, 2 of 4")
    patient.tap("radio", "Yesterday evening")
    patient.tap("button", "See my result")
    patient.tap("button", "Done")
    patient.check_in()
    assert not patient.sees("Compared with")
    patient.tap("radio", "Redness, mild, 2 of 4")
    assert patient.sees("Compared with last time: mild")
    patient.tap("radio", "Redness, worse")
    patient.tap("button", "See my result")
    assert patient.sees("Call your clinic within 1 to 2 days")


def test_a_symptom_that_is_not_expected_can_be_named(patient: Any) -> None:
    patient.open(session=False)
    oxygen = patient.app.patient.catalogue.protocol("oxygen")
    patient.app.patient.own_sessions.save(new_session("o", oxygen, datetime(2026, 6, 9, 15), "Europe/Berlin"))
    patient.check_in()
    assert not patient.stage.find_all("radio", "Bruises, mild, 2 of 4")
    patient.tap("checkbox", "Bruises")
    patient.tap("radio", "Bruises, mild, 2 of 4")
    patient.tap("button", "See my result")
    assert patient.sees("Bruises: this should not come from a session without needles.")


def test_fahrenheit_is_one_touch_away_and_stays(patient: Any) -> None:
    patient.open()
    patient.check_in()
    patient.tap("button", "Higher")
    patient.tap("link", "Use °F")
    assert patient.stage.find("spinbutton", "Temperature").value == "98.6 °F"
    patient.tap("button", "Higher")
    patient.open()
    patient.check_in()
    assert patient.stage.find("spinbutton", "Temperature").value == "98.7 °F"


def test_help_leads_to_the_check_in(patient: Any) -> None:
    patient.open()
    patient.app.router.act("help")
    patient.stage.settle(6)
    patient.tap("button", "None of these? Check in")
    assert patient.place == "check-in"


def test_an_alert_tapped_after_midnight_counts_for_its_day(patient: Any) -> None:
    patient.now = datetime(2026, 6, 9, 22, 30, tzinfo=UTC)
    patient.open()
    patient.app.router.act("check-in", alert="example:check-in.1:2026-06-09")
    patient.stage.settle(6)
    patient.tap("checkbox", "None for all")
    patient.tap("button", "See my result")
    [stored] = patient.diary
    assert str(stored.date) == "2026-06-09"
