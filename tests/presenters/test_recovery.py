"""The recovery chart: which symptoms, what is usual, what is said, and the table with the same facts."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.core.observation import Observation
from aftercare.presenters import recovery
from aftercare.presenters.recovery_state import ChartDrawing, RecoveryState
from tests.presenters.check_in_cases import CATALOGUE, CONTENT, NOW, day_two, logged
from tests.presenters.today_cases import at, session, taken

EFFECTS = {e.symptom: e for e in CATALOGUE.protocol("face-injection").effects_for("papule")}


def chart(*observations: Observation, symptom: str = "", now: str = NOW) -> RecoveryState:
    return recovery.build_state(day_two(now, observations=observations), CONTENT, symptom)


def picture(state: RecoveryState) -> ChartDrawing:
    assert state.drawing is not None
    return state.drawing


def after(hours: float) -> str:
    """A moment after the session's end, as the device's clock shows it."""
    from aftercare.core.instants import zone_named

    moment = session(technique="papule").end + timedelta(hours=hours)
    return moment.astimezone(zone_named("Europe/Berlin")).strftime("%Y-%m-%dT%H:%M")


def test_without_check_ins_the_usual_time_stands_alone() -> None:
    state = chart(symptom="swelling")
    assert picture(state).points == ()
    assert picture(state).usual is not None
    assert state.word == ""
    assert "Check in twice to see your line." in state.sentences


def test_the_line_goes_down_and_says_so() -> None:
    state = chart(
        logged("2026-06-09T09:00", swelling="medium"), logged("2026-06-10T08:10", swelling="mild"), symptom="swelling"
    )
    assert state.sentences[:2] == ("Mild today.", "It has gone down since Tuesday.")
    assert state.word == "Expected"
    assert [point.rank for point in picture(state).points] == [2, 1]


def test_a_stronger_one_is_never_called_expected() -> None:
    state = chart(logged("2026-06-09T09:00", swelling="mild"), logged(NOW, swelling="strong"), symptom="swelling")
    assert "It has gone up since Tuesday." in state.sentences
    assert state.word == "Call your clinic"


@pytest.mark.parametrize(("early", "word"), [(0.25, "Keep watching"), (0, "Longer than expected")])
def test_what_is_there_from_the_latest_hour_on_is_marked(early: float, word: str) -> None:
    moment = after(EFFECTS["swelling"].latest_hours - early)
    state = chart(logged(moment, moment, swelling="strong"), symptom="swelling", now=moment)
    assert state.word == word
    assert state.mark
    assert any("longer than expected" in fact.value for fact in state.facts) == (early == 0)


def test_a_last_entry_in_its_usual_time_calms_nobody_weeks_later() -> None:
    state = chart(logged("2026-06-09T09:00", swelling="mild"), symptom="swelling", now="2026-07-09T09:00")
    assert state.word == "Check in again"
    assert "Mild on Tue 9 June." in state.sentences


def test_what_has_gone_says_so() -> None:
    state = chart(logged("2026-06-09T09:00", swelling="mild"), logged(NOW, swelling="none"), symptom="swelling")
    assert state.word == "Gone"
    assert state.sentences[0] == "None today."


def test_the_table_says_what_the_picture_shows() -> None:
    state = chart(logged("2026-06-09T09:00", swelling="medium"), logged(NOW, swelling="mild"), symptom="swelling")
    assert [(fact.label, fact.value) for fact in state.facts] == [
        ("Usual until", "Tomorrow, 15:00"), ("Today, 09:48", "Mild"), ("Yesterday, 09:00", "Medium"),
    ]  # fmt: skip


def test_places_follow_the_hours_since_the_session() -> None:
    state = chart(logged(after(24), swelling="medium"), symptom="swelling")
    drawing, effect = picture(state), EFFECTS["swelling"]
    [point] = drawing.points
    assert drawing.usual is not None
    assert drawing.latest is not None
    assert drawing.usual / point.at == pytest.approx(effect.usual_hours[1] / 24)
    assert drawing.latest / point.at == pytest.approx(effect.latest_hours / 24)
    assert all(0 <= place <= 1 for place in (drawing.usual, drawing.latest, point.at, *dict(drawing.ticks)))


def test_a_symptom_that_is_not_expected_can_be_chosen_once_it_was_there() -> None:
    assert "pain" not in dict(chart().choices)
    state = chart(logged(NOW, pain="medium"), symptom="pain")
    assert state.chosen == "pain"
    assert state.word != "Expected"


def test_check_ins_of_another_session_are_not_drawn() -> None:
    other = logged("2026-06-09T09:00", of=session(technique="papule", id="before"), swelling="strong")
    assert picture(chart(other, symptom="swelling")).points == ()


def test_older_versions_that_a_restore_kept_are_not_drawn() -> None:
    mine = logged("2026-06-09T09:00", swelling="mild")
    older = replace(logged("2026-06-09T09:00", swelling="strong"), id="older", copy_from="backup")

    assert [point.rank for point in picture(chart(mine, older, symptom="swelling")).points] == [1]


def test_what_lasts_from_an_earlier_session_is_never_called_expected() -> None:
    first, second = session("body-injection", "2026-06-01T14:30", id="first"), session(id="second")
    days = (("2026-06-06T09:00", first), ("2026-06-09T09:00", second))
    entries = [logged(day, of=of, swelling="mild") for day, of in days]

    def word(observations: list[Observation]) -> str:
        snapshot = taken([first, second], NOW, observations=observations)
        return recovery.build_state(snapshot, CONTENT, "swelling").word

    assert word(entries) == "Call your clinic"
    assert word(entries[1:]) == "Expected"


def test_redness_the_day_after_a_session_without_needles_stands_beyond_its_time() -> None:
    # given a session that ended at 15:00, and redness at midnight and before
    oxygen = session("needle-free")
    late, next_day = ("2026-06-08T23:00", "2026-06-09T08:00")
    entries = [logged(late, of=oxygen, redness="mild"), logged(next_day, of=oxygen, redness="mild")]
    state = recovery.build_state(taken([oxygen], next_day, observations=entries), CONTENT, "redness")

    assert state.word == "Longer than expected"
    assert [fact.value for fact in state.facts[:4]] == [
        "Yesterday, 15:30", "Today, 00:00", "Mild, longer than expected", "Mild",
    ]  # fmt: skip
    assert picture(state).latest == 9 / (24 * 3)


def test_without_a_session_it_leads_to_one() -> None:
    state = recovery.build_state(taken([], NOW), CONTENT)
    assert state.drawing is None
    assert state.empty_action == "Add my session"


def test_very_many_points_are_thinned_and_keep_the_last() -> None:
    start = at("2026-06-08T16:00")
    from dataclasses import replace

    one = logged("2026-06-08T16:00", swelling="mild")
    entries = [replace(one, id=f"{n}", at=start + timedelta(minutes=n / 10)) for n in range(5_000)]
    last = logged(NOW, swelling="strong")
    points = picture(chart(*entries, last, symptom="swelling")).points
    assert len(points) <= 130
    assert points[-1].rank == 3


def test_what_names_no_strength_calms_nobody() -> None:
    # given a strength of a newer version, and a word that it is worse, after a calm one
    calm = logged("2026-06-09T09:00", swelling="mild")
    for said in (("fierce", None), (None, "worse")):
        state = chart(calm, logged(NOW, swelling=said), symptom="swelling")
        assert state.word not in ("Expected", "Gone", "")
        assert len(picture(state).points) == 1


def test_now_does_not_press_the_line_together_weeks_later() -> None:
    state = chart(logged("2026-06-09T09:00", swelling="mild"), symptom="swelling", now="2026-08-09T09:00")
    assert picture(state).now is None
    assert picture(state).points[0].at > 0.1
