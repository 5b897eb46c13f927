"""What earlier check-ins change: a trend nobody named, a bruise that fades, a symptom that has gone."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.advice import Advice, advise
from aftercare.core.observation import Observation, SymptomReport
from aftercare.core.observation_history import in_order, last_before, previous, previous_of, resolved
from tests.core.builders import CATALOGUE, a_session, protocol

SESSION = a_session("face-injection", technique="papule")


def logged(
    hours: float, *words: str, id: str = "", session: str | None = "s1", entered: datetime | None = None
) -> Observation:
    """A check-in so many hours after the session, of words like "swelling=mild" or "swelling=mild=better"."""
    at = SESSION.end + timedelta(hours=hours)
    reports = tuple(SymptomReport(*[part or None for part in word.split("=")]) for word in words)  # type: ignore[arg-type]
    return Observation(id or f"o{hours:g}", session, at, entered or at, at.date(), reports)


def advice(now: Observation, *earlier: Observation) -> Advice:
    return advise(now, previous(now, earlier), SESSION, protocol("face-injection"), CATALOGUE.advice())


@pytest.mark.parametrize(
    ("then", "now", "tier"),
    [
        ("swelling=mild", "swelling=medium", "clinic"),
        ("swelling=none", "swelling=mild", "clinic"),
        ("swelling=mild", "swelling=medium=better", "clinic"),
        ("swelling=mild", "swelling=medium=same", "clinic"),
        ("swelling=medium", "swelling=medium", "expected"),
        ("swelling=medium", "swelling=mild=worse", "clinic"),
        ("swelling=strong", "swelling=mild", "expected"),
        ("swelling=strong", "swelling=none", "expected"),
        ("swelling=mystery", "swelling=mild", "expected"),
        ("pain=mild", "pain=medium", "same_day"),
        ("redness=mild", "swelling=medium", "expected"),
    ],
)
def test_the_severities_tell_the_trend_where_nobody_does_and_overrule_a_kinder_word(then, now, tier) -> None:
    assert advice(logged(30, now), logged(10, then)).tier == tier


def test_a_bruise_may_first_show_within_its_usual_time_but_not_after_it() -> None:
    nothing_yet = logged(10, "bruise=none")

    assert advice(logged(40, "bruise=mild"), nothing_yet).tier == "expected"
    assert advice(logged(100, "bruise=mild"), nothing_yet).keys == ("worse.bruise", "not-fading.bruise")


def test_a_bruise_that_is_less_than_last_time_fades_without_being_asked() -> None:
    assert advice(logged(100, "bruise=mild"), logged(60, "bruise=medium")).tier == "expected"
    assert advice(logged(100, "bruise=mild"), logged(60, "bruise=mild")).tier == "watch"


def test_whether_a_bruise_fades_is_the_patients_to_say_where_the_severity_allows_it() -> None:
    assert advice(logged(100, "bruise=mild=better"), logged(60, "bruise=mild")).tier == "expected"
    assert advice(logged(100, "bruise=mild=same"), logged(60, "bruise=medium")).tier == "watch"


def test_a_check_in_moved_to_later_is_not_compared_with_what_it_was() -> None:
    was = logged(10, "swelling=mild", id="moved")

    assert advice(logged(30, "swelling=medium", id="moved"), was).tier == "expected"


def test_of_two_equally_urgent_signs_the_one_that_cannot_wait_decides_the_call() -> None:
    found = advice(replace(logged(5), signs=("heat", "cold-skin")))

    assert found.keys == ("cold-skin", "heat")
    assert found.call == "clinic_then_emergency"


def test_the_times_of_the_technique_go_before_those_of_every_technique() -> None:
    known = protocol("face-injection")
    papules = next(effect for effect in known.effects if effect.symptom == "papules")
    both = replace(known, effects=(papules, replace(papules, technique="", latest_hours=10, usual_hours=(0, 10))))

    assert advise(logged(20, "papules=mild"), None, SESSION, both, CATALOGUE.advice()).tier == "expected"


def test_a_symptom_left_out_last_time_is_compared_with_the_time_before() -> None:
    first, second = logged(5, "swelling=mild"), logged(10, "redness=mild")

    assert advice(logged(30, "swelling=medium"), first, second).keys == ("worse.swelling",)


def test_the_check_in_before_is_told_as_it_was_logged() -> None:
    first, second = logged(5, "swelling=mild"), logged(10, "redness=mild")

    assert last_before(logged(30, "swelling=medium"), [second, first]) == second
    assert last_before(first, [second, first]) is None


def test_a_session_that_was_cancelled_says_nothing_of_what_is_usual() -> None:
    cancelled = advise(
        logged(30, "redness=mild"), None, SESSION.cancel(), protocol("face-injection"), CATALOGUE.advice()
    )

    assert cancelled.keys == ("hours-unknown.redness",)


def test_only_earlier_check_ins_of_the_same_session_are_compared() -> None:
    now = logged(30, "swelling=medium")
    others = (
        logged(20, "swelling=mild", session="another"), logged(20, "swelling=mild", session=None),
        logged(40, "swelling=mild"), now,
    )  # fmt: skip

    assert previous(now, others) is None
    assert advice(now, *others).tier == "expected"


def test_changing_a_check_in_compares_it_with_those_before_it_and_not_with_itself() -> None:
    first, second = logged(10, "swelling=mild"), logged(30, "swelling=medium")

    changed = replace(second, symptoms=(SymptomReport("swelling", "mild"),))

    assert advice(changed, first, second).tier == "expected"


def test_of_two_check_ins_for_one_moment_the_later_entered_is_the_later() -> None:
    one = logged(20, "swelling=mild", id="a")
    other = logged(20, "swelling=strong", id="b", entered=one.at + timedelta(hours=3))

    assert advice(logged(30, "swelling=medium"), other, one).tier == "expected"


def test_a_check_in_from_before_the_session_has_no_hours_to_go_by() -> None:
    assert advice(logged(-5, "redness=mild")).keys == ("hours-unknown.redness",)
    assert advice(logged(-0.25, "redness=mild")).tier == "expected"


def test_what_a_newer_version_logged_asks_for_the_clinic() -> None:
    now = replace(logged(5, "numbness=mild", "redness=mild=much-better", "swelling=huge"), signs=("green-hair",))

    assert set(advice(now).keys) == {
        "unknown-sign.green-hair", "unknown-symptom.numbness", "unclear.redness", "unclear.swelling",
    }  # fmt: skip
    assert advice(now).tier == "clinic"


@pytest.mark.parametrize("celsius", [float("nan"), 3.8, -40.0])
def test_a_stored_temperature_that_cannot_be_is_no_comfort(celsius) -> None:
    assert advice(replace(logged(5), temperature_c=celsius)).keys == ("odd-temperature",)


def test_a_stored_temperature_in_the_wrong_scale_is_a_fever() -> None:
    assert advice(replace(logged(5), temperature_c=100.8)).tier == "same_day"


def gone(*observations: Observation) -> dict[str, float]:
    """Each symptom that has gone, with the hours after the session at which it was first logged so."""
    found = resolved(observations, "s1")
    return {symptom: (moment - SESSION.end).total_seconds() / 3600 for symptom, moment in found.items()}


def test_a_symptom_has_gone_when_it_was_there_and_is_first_logged_as_none() -> None:
    course = [logged(5, "bruise=mild", "redness=none"), logged(30, "bruise=none"), logged(50, "bruise=none")]

    assert gone(*course) == {"bruise": 30}
    assert gone(*reversed(course)) == {"bruise": 30}


def test_a_symptom_that_comes_back_has_not_gone() -> None:
    back = [logged(5, "bruise=mild"), logged(30, "bruise=none"), logged(40, "bruise=mild")]

    assert gone(*back) == {}
    assert gone(*back, logged(60, "bruise=none")) == {"bruise": 60}


def test_only_the_check_ins_of_the_session_end_its_symptoms() -> None:
    assert gone(logged(5, "bruise=mild"), logged(30, "bruise=none", session="another")) == {}


def test_an_answer_that_is_not_understood_does_not_end_a_symptom() -> None:
    assert gone(logged(5, "bruise=mild"), logged(30, "bruise=vanished"), logged(40, "bruise==better")) == {}


moments = st.integers(0, 6).map(lambda hours: SESSION.end + timedelta(hours=hours))
reports = st.builds(SymptomReport, st.sampled_from(["redness", "pain"]), st.sampled_from([None, "none", "mild", "odd"]))
entries = st.builds(
    lambda id, session, at, report, copy: Observation(
        id, session, at, at, at.date(), (report,), copy_from="backup" if copy else ""
    ),
    st.uuids().map(str), st.sampled_from(["s1", "s2", None]), moments, reports, st.booleans(),
)  # fmt: skip


@given(st.lists(entries, max_size=8), st.data())
def test_what_many_are_compared_with_is_found_in_one_pass(logged_entries, data) -> None:
    ordered = in_order(logged_entries)
    wanted = set(data.draw(st.lists(st.sampled_from([each.id for each in ordered])) if ordered else st.just([])))

    found = previous_of(ordered, wanted)

    assert found == {
        each.id: before for each in ordered if each.id in wanted and (before := previous(each, ordered)) is not None
    }
