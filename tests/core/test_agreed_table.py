"""Every protocol restricts exactly what was agreed, for exactly so long, and says how sure that is."""
from __future__ import annotations

from datetime import timedelta

import pytest

from aftercare.core.derive import ASK_BEFORE
from aftercare.core.instants import utc_text
from aftercare.core.plan import CarePlan, RestrictionWindow
from aftercare.core.protocol import AskClinic, CalendarDay, ElapsedHours, RestrictionRule, RuleEnd
from aftercare.core.states import State, state_at
from tests.core.agreed_effects import CHOICES, EFFECTS
from tests.core.agreed_table import ACTIVITIES, RULES, lines
from tests.core.builders import CATALOGUE, PROTOCOLS, a_session, activity, plan_of, protocol, utc

ROWS = [(name, row) for name in RULES for row in lines(RULES[name])]
UNNAMED = [
    (name, activity_id)
    for name in RULES
    for activity_id in ACTIVITIES
    if activity_id not in {row[0] for row in lines(RULES[name])}
]
START, END = utc("2026-11-25T09:00"), utc("2026-11-25T09:30")
DAY = utc("2026-11-24T23:00"), utc("2026-11-25T23:00")


def the_plan(name: str) -> CarePlan:
    """The plan of a session on 25 November 2026, 10:00 to 10:30 in Berlin."""
    return plan_of(a_session(name, "2026-11-25T10:00", "Europe/Berlin"))


def row_of(rule: RestrictionRule) -> tuple[str, ...]:
    marks = ("extended",) * rule.extended + ("undated",) * rule.undated
    return (rule.activity, rule.phase, end_word(rule.end), rule.strength, *marks)


def end_word(end: RuleEnd) -> str:
    match end:
        case ElapsedHours(least, most):
            return f"{least:g}-{most:g}"
        case CalendarDay():
            return "day"
        case AskClinic():
            return "ask"
    return "until_resolved"


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_protocol_has_the_agreed_rules_and_no_other(name: str) -> None:
    assert sorted(map(row_of, protocol(name).rules)) == sorted(lines(RULES[name]))


@pytest.mark.parametrize(("name", "row"), ROWS, ids=["-".join((name, *row[:2])) for name, row in ROWS])
def test_a_row_of_the_table_gives_exactly_its_window(name: str, row: tuple[str, ...]) -> None:
    activity_id, phase, end, strength, *marks = row

    found = [window for window in the_plan(name).of(activity_id) if window.phase == phase]

    assert [(window.start, window.end) for window in found] == [expected_bounds(phase, end)]
    window = found[0]
    assert window.strength == strength
    assert window.extended is ("extended" in marks)
    assert window.range_hours == (tuple(map(float, end.split("-"))) if "-" in end else None)
    assert window.decided_by == f"{name}.{activity_id}.{phase}"
    assert window.sources


def expected_bounds(phase: str, end: str) -> tuple[object, object]:
    if end == "day":
        return DAY
    if end == "ask":
        return (START - ASK_BEFORE, START) if phase == "before" else (START, None)
    longest = timedelta(hours=float(end.split("-")[1]))
    return (START - longest, START) if phase == "before" else (START, END + longest)


@pytest.mark.parametrize(("name", "activity_id"), UNNAMED)
def test_what_a_protocol_does_not_mention_is_asked_and_never_said_to_be_fine(name: str, activity_id: str) -> None:
    plan = the_plan(name)

    states = {state_at(plan, activity(activity_id), moment).state for moment in (START, END, END + timedelta(days=9))}

    assert states == {State.ASK}
    assert plan.of(activity_id) == ()


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_protocol_expects_the_agreed_effects(name: str) -> None:
    found = [
        (
            effect.symptom, f"{effect.onset_hours:g}", "{:g}-{:g}".format(*effect.usual_hours),
            f"{effect.latest_hours:g}", *([effect.technique] if effect.technique else []),
        )
        for effect in protocol(name).effects
    ]  # fmt: skip

    assert sorted(found) == sorted(lines(EFFECTS[name]))
    assert all(effect.sources for effect in protocol(name).effects)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_protocol_offers_the_agreed_techniques(name: str) -> None:
    assert " ".join(choice.id for choice in protocol(name).techniques) == CHOICES.get(name, "")


def test_the_activities_are_those_of_the_table_in_its_order() -> None:
    assert [each.id for each in CATALOGUE.activities()] == ACTIVITIES
    assert CATALOGUE.protocol_ids() == tuple(sorted(RULES))


def test_sauna_after_a_body_session_ends_72_elapsed_hours_later_across_the_clock_change() -> None:
    # given: clocks in Berlin go from 02:00 to 03:00 on 29 March 2026
    plan = plan_of(a_session("body-injection", "2026-03-28T10:00", "Europe/Berlin"))

    # when
    [sauna] = plan.of("sauna")

    # then: 72 hours after 10:30 +01:00, which a clock in Berlin shows as 11:30
    assert sauna.end is not None
    assert utc_text(sauna.end) == "2026-03-31T09:30:00Z"
    assert sauna.end - utc("2026-03-28T09:30") == timedelta(hours=72)
    assert sauna.sources == ("001_095b89f77a758f38.txt:107",)


@pytest.mark.parametrize("name", PROTOCOLS)
@pytest.mark.parametrize("phase", ["before", "after"])
def test_windows_leave_no_gap_at_the_session(name: str, phase: str) -> None:
    timed = [window for window in the_plan(name).windows if window.phase == phase and not window.by_clinic]

    assert all(touches_start(window) for window in timed)
    assert timed or (name, phase) == ("oxygen", "before")


def touches_start(window: RestrictionWindow) -> bool:
    return (window.end if window.phase == "before" else window.start) == START
