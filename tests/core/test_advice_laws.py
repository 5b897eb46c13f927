"""Laws of the advice: nothing that is added, grows, lasts or is not known makes it calmer."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from aftercare.core.advice import Advice, Call, Tier, advise
from aftercare.core.observation import SYMPTOMS, Observation, Severity, SignCode, SymptomReport, Trend
from aftercare.core.session import Session
from tests.core.builders import CATALOGUE, PROTOCOLS, protocol, utc
from tests.core.strategies import laws

END = utc("2026-03-25T09:00")
CONTENT = CATALOGUE.advice()
SEVERITIES, TRENDS = list(Severity), list(Trend)

severities = st.sampled_from([None, *SEVERITIES])
trends = st.sampled_from([None, *TRENDS])
odd = st.sampled_from([None, *SEVERITIES, "very-strong"])
reports = st.builds(SymptomReport, st.sampled_from(SYMPTOMS), severities, trends)
odd_trends = st.sampled_from([*TRENDS, "gone"])
odd_reports = st.builds(SymptomReport, st.sampled_from((*SYMPTOMS, "numbness")), odd, odd_trends)
sets_of_reports = st.lists(reports, max_size=4, unique_by=lambda report: report.symptom).map(tuple)
signs = st.lists(st.sampled_from([*SignCode, "green-hair"]), max_size=3, unique=True).map(tuple)
temperatures = st.one_of(st.none(), st.integers(340, 420).map(lambda tenths: tenths / 10))
hours = st.one_of(st.floats(0, 2200), st.sampled_from([0.0, 0.5, 24.0, 48.0, 72.0, 336.0, 2160.0]))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    chosen = protocol(draw(st.sampled_from(PROTOCOLS)))
    technique = draw(st.sampled_from([None, *(choice.id for choice in chosen.techniques)]))
    return Session("s1", chosen.id, 1, END - timedelta(minutes=30), 30, "UTC", technique=technique)


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    at = END + timedelta(hours=draw(hours))
    return Observation("o1", "s1", at, at, at.date(), draw(sets_of_reports), draw(signs), draw(temperatures))


earlier = st.one_of(
    st.none(),
    sets_of_reports.map(lambda logged: Observation("o0", "s1", END, END, END.date(), logged)),
)


def advice(observation: Observation, before: Observation | None, session: Session | None) -> Advice:
    return advise(observation, before, session, protocol(session.protocol) if session else None, CONTENT)


def with_report(observation: Observation, report: SymptomReport) -> Observation:
    others = tuple(each for each in observation.symptoms if each.symptom != report.symptom)
    return replace(observation, symptoms=(*others, report))


def as_bad(first: Advice, second: Advice) -> bool:
    """Whether the second asks for at least as much as the first."""
    return second.tier.rank >= first.tier.rank and second.call.rank >= first.call.rank


@laws
@given(observations(), earlier, sessions(), st.sampled_from([*SignCode, "from-a-newer-version"]))
def test_adding_a_sign_never_lowers_the_tier(observation, before, session, sign) -> None:
    more = replace(observation, signs=(*observation.signs, sign))

    assert as_bad(advice(observation, before, session), advice(more, before, session))


@laws
@given(observations(), earlier, sessions(), odd_reports)
def test_adding_a_symptom_never_lowers_the_tier(observation, before, session, report) -> None:
    assume(observation.report(report.symptom) is None)

    assert as_bad(
        advice(observation, before, session), advice(with_report(observation, report), before, session)
    )


@laws
@given(observations(), earlier, sessions(), st.sampled_from(SYMPTOMS), trends, st.data())
def test_more_severe_never_lowers_the_tier(observation, before, session, symptom, trend, data) -> None:
    less = data.draw(st.integers(0, 2))
    more = data.draw(st.integers(less + 1, 3))
    mild, strong = (with_report(observation, SymptomReport(symptom, SEVERITIES[n], trend)) for n in (less, more))

    assert as_bad(advice(mild, before, session), advice(strong, before, session))


@laws
@given(observations(), earlier, sessions(), st.sampled_from(SYMPTOMS), severities, trends)
def test_a_trend_that_is_worse_never_lowers_the_tier(observation, before, session, symptom, severity, trend) -> None:
    said, worse = (with_report(observation, SymptomReport(symptom, severity, each)) for each in (trend, Trend.WORSE))

    assert as_bad(advice(said, before, session), advice(worse, before, session))


@laws
@given(observations(), earlier, sessions(), hours)
def test_later_is_never_calmer_while_the_same_is_there(observation, before, session, later) -> None:
    """So a call to the clinic never turns into "expected" while the symptom is still there."""
    at = observation.at + timedelta(hours=later)

    assert as_bad(advice(observation, before, session), advice(replace(observation, at=at), before, session))


@laws
@given(observations(), earlier, sessions())
def test_hours_that_are_not_known_never_lower_the_tier_of_the_signs(observation, before, session) -> None:
    known = replace(observation, symptoms=())

    assert as_bad(advice(known, before, session), advice(observation, before, None))


@laws
@given(observations(), earlier, sessions(), odd_reports)
def test_an_answer_that_is_not_understood_asks_for_the_clinic(observation, before, session, report) -> None:
    assume(report.severity not in SEVERITIES)

    found = advice(with_report(observation, report), before, session)

    assert found.tier.rank >= Tier.CLINIC.rank


@laws
@given(observations(), earlier, st.one_of(st.none(), sessions()))
def test_the_same_check_in_gets_the_same_advice(observation, before, session) -> None:
    assert advice(observation, before, session) == advice(observation, before, session)


@laws
@given(observations(), earlier, st.one_of(st.none(), sessions()))
def test_the_order_of_the_answers_does_not_matter(observation, before, session) -> None:
    turned = replace(observation, symptoms=observation.symptoms[::-1], signs=observation.signs[::-1])
    first, second = advice(observation, before, session), advice(turned, before, session)

    assert (first.tier, first.call, set(first.keys)) == (second.tier, second.call, set(second.keys))


@laws
@given(observations(), earlier, st.one_of(st.none(), sessions()))
def test_every_advice_above_expected_names_its_cause_and_a_call(observation, before, session) -> None:
    found = advice(observation, before, session)

    assert len(found.reasons) == len(found.keys) > 0
    assert found.do_now
    assert found.changes
    assert (found.call is Call.NONE) == (found.tier is Tier.EXPECTED)
    assert (found.look_again_after == 6) == (found.tier is Tier.WATCH)
    usual = found.tier is Tier.EXPECTED and found.keys != ("nothing",)
    assert (found.look_again_after == 24) == usual
    # The most urgent reason stands first and is what decides.
    rules = {**CONTENT.signs, **CONTENT.conditions}
    if found.tier is not Tier.EXPECTED:
        assert rules[found.keys[0].partition(".")[0]].tier is found.tier


@laws
@given(observations(), earlier, st.one_of(st.none(), sessions()))
def test_the_words_are_short_calm_and_never_a_diagnosis(observation, before, session) -> None:
    found = advice(observation, before, session)

    for text in (*found.reasons, *found.do_now, *found.changes):
        assert not re.search(r"[{}!]|\byou have (an?|the)\b|\bstop\b", text), text
        for sentence in re.split(r"(?<=[.?:]) ", text):
            assert len(sentence.split()) <= 15, sentence
