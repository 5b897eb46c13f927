"""A symptom that was one for the clinic after one session stays so after the next, until it has gone."""
from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.advice import Advice
from aftercare.core.advice_lasting import carried_over
from aftercare.core.observation import Observation, SymptomReport
from aftercare.core.observation_history import in_order
from aftercare.services import checkins
from tests.core.builders import CATALOGUE, a_session

FIRST = a_session("body-injection", id="first")
SECOND = a_session("face-injection", "2026-12-02T10:00", id="second")
SESSIONS = {each.id: each for each in (FIRST, SECOND)}


def logged(session: str | None, hours: float, *words: str, **more: str) -> Observation:
    """A check-in of a session, so many hours after its end."""
    at = (SESSIONS.get(session or "") or FIRST).end + timedelta(hours=hours)
    reports = tuple(SymptomReport(*word.split("=")) for word in words)
    return Observation(f"{session}-{hours:g}", session, at, at, at.date(), reports, **more)


def advice(*observations: Observation) -> Advice:
    """Of the last check-in, with all of them in the diary."""
    return checkins.advice_for(observations[-1], observations, SESSIONS.values(), CATALOGUE)


LONG = logged("first", 100, "swelling=mild")


def test_a_new_session_does_not_make_usual_what_was_there_too_long() -> None:
    found = advice(LONG, logged("second", 5, "swelling=mild"))

    assert (found.tier, found.keys) == ("clinic", ("lasting.swelling",))
    assert found.reasons == ("Swelling: still there from before this session. It was one for your clinic then.",)


def test_it_stays_so_while_it_is_there() -> None:
    later = [logged("second", hours, "swelling=mild") for hours in (5, 20, 40)]

    assert advice(LONG, *later).keys == ("lasting.swelling",)


@pytest.mark.parametrize(
    "between",
    [logged("first", 120, "swelling=none"), logged("second", 2, "swelling=none")],
    ids=["before the session", "after it"],
)
def test_what_had_gone_in_between_is_measured_by_the_new_session(between: Observation) -> None:
    found = advice(LONG, between, logged("second", 5, "swelling=mild"))

    assert not [key for key in found.keys if key.startswith("lasting")]


@pytest.mark.parametrize(
    "before",
    [
        logged("first", 10, "swelling=mild"),
        logged("first", 100, "redness=mild"),
        logged(None, 100, "swelling=mild"),
        logged("first", 100, "swelling=mild", copy_from="backup"),
    ],
    ids=["usual then", "another symptom", "without a session", "an older version"],
)
def test_nothing_else_of_before_counts(before: Observation) -> None:
    assert advice(before, logged("second", 5, "swelling=mild")).tier == "expected"


def test_a_later_session_says_nothing_of_an_earlier_one() -> None:
    # given a check-in that is entered for the first session, long after the second
    late = logged("second", 100, "swelling=mild")
    now = logged("first", 400, "swelling=mild")

    assert checkins.advice_for(now, [late, now], SESSIONS.values(), CATALOGUE).keys == ("past-latest.swelling",)


def test_a_cancelled_session_carries_nothing_over() -> None:
    now = logged("second", 5, "swelling=mild")

    found = checkins.advice_for(now, [LONG, now], [FIRST.cancel(), SECOND], CATALOGUE)

    assert found.tier == "expected"


words = st.sampled_from(["swelling=none", "swelling=mild", "redness=mild", "bruise=medium"])
before = st.builds(lambda hours, word: logged("first", hours, word), st.integers(0, 160), words)


@given(st.lists(before, max_size=5, unique_by=lambda each: each.id), words, st.integers(0, 400))
def test_an_earlier_session_never_lowers_the_tier(earlier: list[Observation], word: str, hours: int) -> None:
    now = logged("second", hours, word)
    alone, among = (checkins.advice_for(now, diary, SESSIONS.values(), CATALOGUE) for diary in ([], earlier))

    assert among.tier.rank >= alone.tier.rank
    assert set(alone.keys) - set(among.keys) <= {"nothing", f"expected.{now.symptoms[0].symptom}"}


@given(st.lists(before, max_size=5, unique_by=lambda each: each.id), st.lists(words, min_size=1, max_size=4))
def test_many_are_looked_through_in_one_pass(earlier: list[Observation], later: list[str]) -> None:
    ordered = in_order([*earlier, *(logged("second", 3 * number, word) for number, word in enumerate(later))])

    together = carried_over(ordered, {each.id for each in ordered})

    for number, each in enumerate(ordered):
        alone = carried_over(ordered[: number + 1], {each.id})
        assert alone.get(each.id, {}) == together.get(each.id, {})
