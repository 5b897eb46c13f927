"""The clinic outranks the app: its word changes exactly what it is about."""
from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.activity import Activity
from aftercare.core.errors import InvalidInput
from aftercare.core.plan import CLINIC, RestrictionWindow
from aftercare.core.protocol import Phase, Strength
from aftercare.core.session import LONGEST_OVERRIDE_HOURS, Session, checked_hours
from aftercare.core.states import State, state_at
from tests.core.builders import a_session, activity, plan_of, said
from tests.core.strategies import activities, courses, laws

HOURS = st.one_of(st.none(), st.sampled_from([0.5, 1, 24, 71, 72, 73, 200]))
SIDES = st.sampled_from([Phase.BEFORE, Phase.AFTER])


def of(parts: tuple[RestrictionWindow, ...], session: Session, activity: str) -> list[RestrictionWindow]:
    return [part for part in parts if (part.decided_session, part.activity) == (session.id, activity)]


@laws
@given(courses(), activities, HOURS, SIDES)
def test_the_clinics_word_changes_only_windows_of_its_session_and_activity(
    course: list[Session], asked: Activity, hours: float | None, side: Phase
) -> None:
    plain = plan_of(*course)

    told = plan_of(*course, overrides=(said(course[0], asked.id, hours, side),))

    ours = of(plain.parts, course[0], asked.id), of(told.parts, course[0], asked.id)
    assert [part for part in told.parts if part not in ours[1]] == [part for part in plain.parts if part not in ours[0]]
    assert [w for w in told.windows if w.activity != asked.id] == [w for w in plain.windows if w.activity != asked.id]


@laws
@given(courses(), activities, HOURS, SIDES)
def test_the_clinics_hours_replace_that_side_of_the_session(
    course: list[Session], asked: Activity, hours: float | None, side: Phase
) -> None:
    session = course[0]

    told = of(plan_of(*course, overrides=(said(session, asked.id, hours, side),)).parts, session, asked.id)

    by_clinic = [(part.start, part.end) for part in told if part.decided_by == CLINIC]
    expected = {
        Phase.AFTER: (session.start, session.end + timedelta(hours=hours or 0)),
        Phase.BEFORE: (session.start - timedelta(hours=hours or 0), session.start),
    }
    assert by_clinic == ([expected[side]] if hours else [])
    others = [part for part in told if part.decided_by != CLINIC]
    if side is Phase.AFTER:
        assert all(part.end is not None and part.end <= session.start for part in others)
    else:
        assert all(part.start >= session.start for part in others)


@laws
@given(courses(), activities)
def test_a_word_about_a_session_that_is_not_in_the_plan_changes_nothing(course: list[Session], asked: Activity) -> None:
    stranger = a_session(id="stranger")

    assert plan_of(*course, overrides=(said(stranger, asked.id, 1),)) == plan_of(*course)


@pytest.mark.parametrize("hours", [24, 72, 120])
def test_a_shorter_and_a_longer_wait_are_both_the_clinics(hours: int) -> None:
    session = a_session("body-injection")

    [sauna] = plan_of(session, overrides=(said(session, "sauna", hours),)).of("sauna")

    assert sauna.end == session.end + timedelta(hours=hours)
    assert (sauna.decided_by, sauna.by_clinic, sauna.extended) == ("clinic", True, False)
    # and: what the articles say stays to be shown beside it
    assert sauna.rules == ("body-injection.sauna.after",)
    assert sauna.range_hours == (48, 72)
    assert sauna.sources == ("001_095b89f77a758f38.txt:107",)


def test_fine_at_once_means_ok_from_the_start_of_the_session() -> None:
    session = a_session("body-injection")

    plan = plan_of(session, overrides=(said(session, "sauna", None),))

    assert plan.of("sauna") == ()
    assert state_at(plan, activity("sauna"), session.start).state is State.OK


def test_fine_after_the_session_ends_the_day_of_the_session_with_its_start() -> None:
    session = a_session("face-injection")

    [makeup] = plan_of(session, overrides=(said(session, "makeup", None),)).of("makeup")

    assert (makeup.phase, makeup.end) == (Phase.DAY, session.start)


def test_fine_on_both_sides_leaves_nothing_of_the_day() -> None:
    session = a_session("face-injection")
    words = tuple(said(session, "makeup", None, side, id=f"o{side}") for side in (Phase.BEFORE, Phase.AFTER))

    plan = plan_of(session, overrides=words)

    assert [part for part in (*plan.parts, *plan.windows) if part.activity == "makeup"] == []


def test_fine_before_the_session_leaves_the_wait_after_it() -> None:
    session = a_session("needle-free")

    windows = plan_of(session, overrides=(said(session, "sauna", None, Phase.BEFORE),)).of("sauna")

    assert [(window.phase, window.start) for window in windows] == [(Phase.AFTER, session.start)]


def test_the_clinics_wait_where_the_app_only_asks_for_care_is_care_too() -> None:
    session = a_session("oxygen")

    [sauna] = plan_of(session, overrides=(said(session, "sauna", 12),)).of("sauna")

    assert sauna.strength is Strength.LIMIT


def test_the_clinics_hours_end_a_question() -> None:
    session = a_session("body-injection")

    windows = plan_of(session, overrides=(said(session, "exercise", 48),)).of("exercise")

    after = [window for window in windows if window.phase is Phase.AFTER]
    assert [(window.strength, window.end) for window in after] == [
        (Strength.AVOID, session.end + timedelta(hours=48))
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_clinics_latest_word_counts_whatever_the_order_it_is_read_in(order: tuple[int, int]) -> None:
    session = a_session("body-injection")
    words = (
        said(session, "sauna", 24, id="o1", given="2026-11-25T10:00"),
        said(session, "sauna", 120, id="o2", given="2026-11-26T10:00"),
    )

    [sauna] = plan_of(session, overrides=(words[order[0]], words[order[1]])).of("sauna")

    assert sauna.end == session.end + timedelta(hours=120)


@pytest.mark.parametrize("hours", [-1, LONGEST_OVERRIDE_HOURS + 1, float("inf"), float("nan")])
def test_hours_out_of_range_are_refused_in_one_sentence(hours: float) -> None:
    with pytest.raises(InvalidInput, match=r"hours: .* is not accepted\. Use 0 to 8760\.") as fault:
        checked_hours(hours)

    assert fault.value.field == "hours"


@pytest.mark.parametrize("hours", [0, 0.5, LONGEST_OVERRIDE_HOURS])
def test_hours_in_range_are_kept(hours: float) -> None:
    assert checked_hours(hours) == hours
