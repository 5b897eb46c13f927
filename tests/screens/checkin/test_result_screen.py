"""The result as the patient meets it: saved before it is shown, taken back, changed, called about."""
from __future__ import annotations

from typing import Any

import pytest


def told(patient: Any, *touches: tuple[str, Any]) -> None:
    """The result of a check-in with these answers."""
    patient.check_in()
    for field, value in touches:
        patient.app.router.act("answer", field=field, value=value)
    patient.app.router.act("save-check-in")
    patient.stage.settle(6)


def test_undo_takes_it_out_of_the_diary_and_keeps_the_answers(patient: Any) -> None:
    patient.open()
    told(patient, ("severity", ("redness", "mild")), ("sign", "pus"))
    assert len(patient.diary) == 1
    patient.tap("link", "Undo")
    assert patient.diary == ()
    assert patient.place == "check-in"
    assert patient.chosen("radio", "Redness, mild, 2 of 4")
    assert patient.chosen("checkbox", "Pus")


def test_a_change_stays_the_same_entry(patient: Any) -> None:
    patient.open()
    told(patient, ("sign", "pus"))
    patient.tap("link", "Change")
    assert patient.sees("Change check-in")
    patient.tap("checkbox", "Pus")
    patient.tap("radio", "Redness, mild, 2 of 4")
    patient.tap("button", "See my result")
    [stored] = patient.diary
    assert stored.signs == ()
    assert patient.sees("This looks normal for day 2")


def test_a_change_leaves_one_that_was_only_begun_as_it_is(patient: Any) -> None:
    patient.open()
    told(patient, ("sign", "pus"))
    [stored] = patient.diary
    patient.check_in()
    patient.tap("radio", "Itching, mild, 2 of 4")
    patient.app.router.act("check-in", id=stored.id)
    patient.stage.settle(6)
    assert patient.chosen("checkbox", "Pus")
    patient.tap("radio", "Redness, mild, 2 of 4")
    patient.check_in()
    assert patient.chosen("radio", "Itching, mild, 2 of 4")
    assert not patient.chosen("radio", "Redness, mild, 2 of 4")


def test_the_clinics_number_is_added_and_then_offered(patient: Any) -> None:
    patient.open()
    told(patient, ("sign", "pus"))
    patient.tap("button", "Add the phone of my clinic")
    patient.stage.wait(0.2)
    field = patient.stage.find("textbox", "Number to call with questions")
    field.text = "by letter"
    patient.tap("button", "Save")
    assert patient.sees("Phone of your clinic: use 2 to 15 digits")
    field.text = "030 12345"
    patient.tap("button", "Save")
    patient.stage.wait(0.4)
    # then a computer, which cannot dial, shows it large and copies it
    assert patient.sees("030 12345")
    assert patient.stage.find("button", "Copy my clinic’s number")
    assert patient.app.patient.settings.get("clinic_phone") == "030 12345"


def test_what_to_tell_the_clinic_is_brought_into_view(patient: Any) -> None:
    patient.open()
    told(patient, ("sign", "pus"))
    patient.tap("button", "Show what to tell them")
    [note] = [text for text in patient.stage.find_all("text") if text.name.startswith("My session was on")]
    top = note.to_window(note.x, note.top)[1]
    foot = patient.stage.find("button", "Show what to tell them").top
    assert foot < top < patient.stage.window.height


def test_in_very_large_text_the_call_stands_before_the_reasons(patient: Any) -> None:
    patient.open()
    patient.app.patient.settings.put("text_scale", "2.0")
    told(patient, ("sign", "pus"))
    spoken = patient.stage.spoken()
    call = next(i for i, line in enumerate(spoken) if "Show what to tell them" in line)
    why = next(i for i, line in enumerate(spoken) if "Why we say this" in line)
    assert call < why


def test_on_a_phone_the_clinic_is_dialled(patient: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from plyer import call

    import screens.places_result as places

    dialled: list[str] = []
    monkeypatch.setattr(places, "platform", "android")
    monkeypatch.setattr(call, "makecall", lambda tel: dialled.append(tel))
    patient.open()
    patient.app.patient.settings.put("clinic_phone", "030 12345")
    told(patient, ("sign", "pale-or-mottled-skin"))
    patient.tap("button", "Call my clinic")
    patient.tap("button", "No answer? Call 112")
    assert dialled == ["030 12345", "112"]


def test_an_emergency_shows_the_number_alone(patient: Any) -> None:
    patient.open()
    told(patient, ("sign", "confusion"))
    assert patient.sees("Get emergency help now")
    assert patient.sees("112")
    assert not patient.sees("For your clinic")
    patient.tap("button", "Close")
    assert patient.place == "today"


def test_help_is_one_touch_from_any_result(patient: Any) -> None:
    patient.open()
    told(patient, ("severity", ("redness", "mild")))
    patient.tap("button", "Hard to breathe or sight changes? Call emergency help at once.")
    assert patient.place == "help"
    patient.tap("button", "Close")
    assert patient.place == "result"


def test_the_example_stores_nothing(patient: Any) -> None:
    patient.open()
    patient.app.router.act("example")
    told(patient, ("severity", ("redness", "mild")))
    assert patient.sees("The example saves nothing.")
    assert patient.diary == ()
    assert patient.app.patient.settings.get("check_in_draft") == ""


def test_escape_goes_a_step_back(patient: Any) -> None:
    patient.open()
    patient.check_in()
    assert patient.app.router.back()
    assert patient.place == "today"
