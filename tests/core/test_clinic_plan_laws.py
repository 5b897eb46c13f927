"""Laws of what a clinic's plan changes: what was announced is what the plan then says."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from aftercare.core.clinic_plan import ClinicPlan, Fine, FromMoment, Hours, PlanItem
from aftercare.core.clinic_plan_change import ChangeKind, changes
from aftercare.core.clinic_plan_errors import PlanRefused
from aftercare.core.clinic_plan_rules import procedure_of
from aftercare.core.derive import derive
from aftercare.core.protocol import Phase
from aftercare.core.session import ClinicOverride, Session
from tests.core.builders import ACTIVITIES, a_session, protocol
from tests.core.strategies import laws, sessions

GIVEN_AT = datetime(2026, 6, 8, tzinfo=UTC)
NAMES = [activity.id for activity in ACTIVITIES if not activity.medicine]
hours = st.integers(1, 40 * 4).map(lambda quarters: Hours(quarters / 4)) | st.just(Hours(8760.0)) | st.just(Fine())
sides = st.sampled_from((Phase.BEFORE, Phase.AFTER))
items = st.builds(PlanItem, st.sampled_from(NAMES), hours, sides)


def plan_of(session: Session, *items: PlanItem) -> ClinicPlan:
    return ClinicPlan("Clinic", date(2026, 6, 8), date(2026, 7, 8), procedure_of(session), items)


@settings(max_examples=400)
@given(session=sessions(), item=items)
@example(session=a_session("needle-free"), item=PlanItem("hair-washing", Fine(), Phase.BEFORE))
def test_once_taken_over_the_plan_says_what_was_announced(session: Session, item: PlanItem) -> None:
    rules, plan = protocol(session.protocol), plan_of(session, item)
    [announced] = changes(plan, session, rules, ACTIVITIES)

    taken = announced.override("o1", session, GIVEN_AT)

    # then the clinic's window ends, or begins, where it was said
    assert taken is not None
    windows = [part for part in derive(session, rules, [taken]).parts if part.by_clinic]
    edges = [part.start if item.phase is Phase.BEFORE else part.end for part in windows]
    assert edges == ([announced.until] if announced.after else [])
    # and the same plan, read again, has nothing left to change
    [again] = changes(plan, session, rules, ACTIVITIES, [taken])
    assert (again.kind, again.before, again.after) == (ChangeKind.CONFIRMS, announced.after, announced.after)
    assert again.needs_tick == announced.needs_tick


@laws
@given(session=sessions(), item=items, earlier=items)
def test_shorter_and_longer_are_what_the_hours_say(session: Session, item: PlanItem, earlier: PlanItem) -> None:
    rules = protocol(session.protocol)
    [first] = changes(plan_of(session, earlier), session, rules, ACTIVITIES)
    stored = first.override("o1", session, GIVEN_AT)

    [found] = changes(plan_of(session, item), session, rules, ACTIVITIES, [stored] if stored else [])

    assert found.after is not None
    assert (found.kind is ChangeKind.SHORTER) == (bool(found.before) and found.after < (found.before or 0))
    assert (found.kind is ChangeKind.LONGER) == (bool(found.before) and found.after > (found.before or 0))


@laws
@given(session=sessions(), minutes=st.integers(-600, 60 * 24 * 30))
def test_a_moment_comes_out_as_that_very_moment(session: Session, minutes: int) -> None:
    wanted = session.end + timedelta(minutes=minutes)
    shown = wanted.astimezone(ZoneInfo(session.zone))
    # An hour that clocks show twice means the first.
    assume(not shown.fold)
    item = PlanItem("sauna", FromMoment(shown.replace(tzinfo=None)))
    try:
        [found] = changes(plan_of(session, item), session, protocol(session.protocol), ACTIVITIES)
    except PlanRefused:
        assert minutes <= 0
        return

    taken: ClinicOverride | None = found.override("o1", session, GIVEN_AT)

    assert found.until == wanted
    assert taken is not None
    assert session.end + timedelta(hours=taken.hours or 0) == wanted
