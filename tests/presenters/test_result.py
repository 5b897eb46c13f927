"""The result: one word, one action, why, whom to call, and a note to read out."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.observation import SYMPTOMS, Severity, SignCode, Trend
from aftercare.presenters.result_phone import clinic_phone, phone_fault
from tests.presenters.check_in_cases import HELP, NOW, advised, day_two, logged, outcome
from tests.presenters.today_cases import session, taken


def test_what_is_usual_reads_expected() -> None:
    state = outcome(logged(redness="mild", bruise="medium", itch="none", pain="none"))
    assert (state.tone, state.word, state.heading) == ("ok", "Expected", "This looks normal for day 2")
    assert [row.title for row in state.facts] == ["Redness: mild", "Bruises: medium", "Not there"]
    assert state.facts[0].subtitle == "Usual until day 3"
    assert state.facts[2].subtitle == "Itching, pain"
    assert {row.tone for row in state.facts} == {"ok"}
    assert (state.main.text, state.main.intent) == ("Done", "close")


def test_where_nothing_is_there_nothing_is_cooled() -> None:
    state = outcome(logged(redness="none", pain="none"))
    assert state.lead == "Nothing in your answers is out of the usual."
    assert (state.now.title, state.now.lines) == ("What to do now", ("Check in again if something changes.",))


def test_a_little_more_than_usual_is_watched_with_a_time() -> None:
    state = outcome(logged(swelling="strong", redness="mild"))
    assert (state.tone, state.word, state.heading) == ("care", "Keep watching", "Look again in 6 hours")
    assert state.lead == "Today, 15:48. Swelling: strong. This is more than usual."
    assert [(row.title, row.tone) for row in state.facts] == [("Swelling: strong", "care"), ("Redness: mild", "ok")]
    assert state.facts[0].subtitle == "This is more than usual."


def test_a_late_entry_is_not_told_to_wait() -> None:
    state = outcome(logged("2026-06-09T20:00", swelling="strong"))
    assert state.heading == "Look again now"
    assert state.lead == "Swelling: strong. This is more than usual."
    assert not any("6 hours" in line for line in state.now.lines)


def test_pus_and_fever_call_the_clinic_today() -> None:
    state = outcome(logged(signs=("pus",), temperature_c=38.2, redness="mild"))
    assert (state.tone, state.word, state.heading) == ("notyet", "Call your clinic", "Call your clinic today")
    assert state.facts_title == "Why we say this"
    # the red card says it already
    assert not any("Hard to breathe" in line for line in state.changes.lines)
    assert {row.title for row in state.facts[:2]} == {"Pus", "Temperature: 38.2 °C"}
    pus = next(row for row in state.facts if row.title == "Pus")
    fever = next(row for row in state.facts if row.title == "Temperature: 38.2 °C")
    assert fever.subtitle == "This can mean an infection. Usual: below 37.5 °C"
    # the row does not repeat its own title
    assert pus.subtitle == "This can mean an infection."
    assert state.facts[-1].tone == "ok"


def test_white_skin_is_within_the_hour_and_then_the_emergency_number() -> None:
    known = day_two(settings={"clinic_phone": "030 12345"})
    state = outcome(logged(signs=("pale-or-mottled-skin",)), known, can_call=True)
    assert state.heading == "Call your clinic within the hour"
    assert (state.main.text, dict(state.main.payload)) == ("Call my clinic", {"number": "030 12345"})
    assert (state.more[0].text, state.more[0].intent) == ("No answer? Call 112", "call")


def test_a_number_that_cannot_be_dialled_stands_large_and_is_copied() -> None:
    state = outcome(logged(signs=("pus",)), day_two(settings={"clinic_phone": "030 12345"}))
    assert state.number == "030 12345"
    assert (state.main.intent, dict(state.main.payload)) == ("copy", {"text": "030 12345"})


def test_without_a_number_it_is_asked_for_and_nothing_is_dead() -> None:
    state = outcome(logged(signs=("pus",)), can_call=True)
    assert (state.main.text, state.main.intent, state.number) == ("Show what to tell them", "show-note", "")
    assert [deed.intent for deed in state.more] == ["clinic-phone"]
    assert all(deed.intent for deed in (state.main, *state.more, state.copy))


def test_worse_than_last_time_says_so() -> None:
    before = logged("2026-06-09T20:00", redness="mild")
    state = outcome(logged(redness="medium"), previous=before)
    assert state.heading == "Call your clinic within 1 to 2 days"
    assert state.facts[0].subtitle == "Worse than last time."


def test_the_note_for_the_clinic_can_be_read_out() -> None:
    before = logged("2026-06-09T20:00", redness="mild")
    now = logged(redness=("strong", "worse"), pain="none", signs=("pus",), temperature_c=38.2, note="Slept badly")
    note = outcome(now, previous=before).summary
    assert note == (
        "My session was on Mon 8 June, 14:30: face, injections. Method: small bumps. "
        "On Wed 10 June, 09:48 (day 2) I have: pus; redness: strong, worse. Temperature: 38.2 °C. "
        "Not there: pain. Before that, on Tue 9 June, 20:00: redness: mild. My note: Slept badly."
    )


def test_the_note_never_calls_a_fever_nothing_unusual() -> None:
    note = outcome(logged(temperature_c=38.6)).summary

    assert "On Wed 10 June, 09:48 (day 2) I measured 38.6 °C." in note
    assert "nothing unusual" not in note
    assert note.count("38.6") == 1


def test_the_note_tells_the_signs_and_the_fever_of_the_check_in_before() -> None:
    before = logged("2026-06-09T20:00", signs=("pus",), temperature_c=38.2, pain="none")

    note = outcome(logged(redness="mild"), previous=before).summary

    assert "Before that, on Tue 9 June, 20:00: pus; 38.2 °C." in note


def test_the_note_names_the_day_of_a_session_that_this_version_does_not_know() -> None:
    newer = taken([replace(session(), protocol="moon-dust")], NOW)

    note = outcome(logged(redness="mild"), newer).summary

    assert note == "My session was on Mon 8 June, 14:30. On Wed 10 June, 09:48 (day 2) I have: redness: mild."


def test_without_a_session_there_is_a_result_all_the_same() -> None:
    nobody = taken([], NOW)
    state = outcome(logged(of=(), redness="mild"), nobody)
    assert state.word == "Call your clinic"
    assert "session" not in state.summary
    assert outcome(logged(of=(), redness="none"), nobody).heading == "Nothing unusual"


def test_an_emergency_takes_the_whole_screen() -> None:
    state = outcome(logged(signs=("confusion",)))
    assert state.emergency is not None
    assert state.emergency.heading == "Get emergency help now"
    assert state.emergency.call.number == "112"
    assert "Confusion" in state.emergency.signs[0].text
    assert state.emergency.steps == tuple(HELP.steps)


def test_a_sign_of_a_newer_version_is_shown_and_never_calms() -> None:
    state = outcome(logged(signs=("purple-dots",), redness="none"))
    assert state.word == "Call your clinic"
    assert "purple-dots" in state.facts[0].title


@pytest.mark.parametrize("signs", [("pus",), ("confusion",), ("new-lump",), ()])
def test_every_result_names_itself_general_advice(signs: tuple[str, ...]) -> None:
    state = outcome(logged(signs=signs, redness="mild"))
    assert state.notes[0].startswith("General advice, not a diagnosis.")
    assert state.red_text == "Call emergency help at once."


@pytest.mark.parametrize(("text", "fine"), [("030 12345", True), ("+49 30 1", True), ("abc", False), ("1", False)])
def test_the_clinics_number_is_checked_like_the_emergency_number(text: str, fine: bool) -> None:
    assert (phone_fault(text) == "") is fine
    assert clinic_phone({"clinic_phone": text}) == (text if fine else "")


ANSWER = st.tuples(st.sampled_from([*Severity]), st.sampled_from([None, *Trend]))
TOLD = st.dictionaries(st.sampled_from(SYMPTOMS), ANSWER, max_size=5)
SIGNS = st.lists(st.sampled_from([*SignCode]), max_size=3, unique=True)
HEAT = st.one_of(st.none(), st.floats(34, 42).map(lambda celsius: round(celsius, 1)))


@given(TOLD, SIGNS, HEAT, st.integers(0, 400))
def test_whatever_is_told_every_reason_is_on_the_screen(
    symptoms: dict[str, Any], signs: list[str], celsius: float | None, hours: int
) -> None:
    if not (symptoms or signs or celsius):
        return
    clock = (datetime(2026, 6, 8, 15) + timedelta(hours=hours)).isoformat()
    snapshot = day_two(clock)
    made = logged(clock, clock, signs=tuple(signs), temperature_c=celsius, **symptoms)
    advice = advised(made, snapshot)
    state = outcome(made, snapshot)
    shown = " ".join([state.lead, *(f"{row.title} {row.subtitle}" for row in state.facts)]).lower()
    for key, reason in zip(advice.keys, advice.reasons, strict=True):
        if key != "nothing" and not key.startswith("expected."):
            # the last sentence of a reason is what it means
            assert reason.rstrip(".").split(". ")[-1].split(": ")[-1].split(", ")[-1].lower() in shown
    # and its colour is that of the most urgent row
    assert state.emergency is not None or state.tone == max(
        (row.tone for row in state.facts), key=["ok", "care", "notyet", "dg"].index, default="ok"
    )
    assert state.summary
