"""The small charts below the large one: which symptoms, how they stand, and what is said of them."""
from __future__ import annotations

from aftercare.core.observation import Observation
from aftercare.presenters import recovery
from aftercare.presenters.recovery_state import OtherChart
from tests.presenters.check_in_cases import CONTENT, NOW, day_two, logged


def others(*observations: Observation, symptom: str = "swelling") -> dict[str, OtherChart]:
    state = recovery.build_state(day_two(NOW, observations=observations), CONTENT, symptom)
    assert state.chosen == symptom
    return {each.symptom: each for each in state.others}


def test_every_other_symptom_that_was_told_has_a_small_chart() -> None:
    found = others(logged("2026-06-09T09:00", swelling="medium", bruise="mild", redness="mild"))
    assert set(found) == {"bruise", "redness"}
    assert found["bruise"].name == "Bruises"


def test_one_that_was_never_told_has_none() -> None:
    assert others(logged("2026-06-09T09:00", swelling="medium")) == {}


def test_each_stands_as_its_own_large_chart_would_say() -> None:
    told = logged("2026-06-09T09:00", swelling="mild", redness="mild"), logged(NOW, swelling="mild", redness="strong")
    small = others(*told)["redness"]
    large = recovery.build_state(day_two(NOW, observations=told), CONTENT, "redness")
    assert (small.mark, small.tone, small.word) == (large.mark, large.tone, large.word)
    assert small.drawing == large.drawing


def test_its_name_says_the_symptom_how_it_went_and_how_it_stands() -> None:
    found = others(logged(NOW, swelling="mild", redness="mild"))
    assert found["redness"].spoken.startswith("Redness: mild today.")
    assert found["redness"].spoken.endswith("Expected.")
