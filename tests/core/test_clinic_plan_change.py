"""What a clinic's plan would change against the plan that the patient has now."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aftercare.core.clinic_plan import Fine, FromMoment, Hours, PlanItem
from aftercare.core.clinic_plan_change import ChangeKind, PlanChange, changes
from aftercare.core.clinic_plan_errors import PlanFault
from aftercare.core.clinic_plan_rules import check_medicines
from aftercare.core.protocol import UntilResolved
from aftercare.core.session import ClinicOverride
from tests.core.builders import ACTIVITIES, a_session, protocol, said, utc, wall
from tests.core.test_clinic_plan import AFTER, BEFORE, JUNE, a_plan, refused


def change_of(item: PlanItem, *overrides: ClinicOverride, name: str = "face-injection") -> PlanChange:
    [found] = changes(a_plan(item), a_session(name, JUNE), protocol(name), ACTIVITIES, overrides)
    return found


@pytest.mark.parametrize(
    ("item", "kind", "before", "after", "tick"),
    [
        (PlanItem("makeup", Hours(24)), ChangeKind.SHORTER, 72, 24, True),
        (PlanItem("sauna", Hours(168)), ChangeKind.LONGER, 72, 168, False),
        (PlanItem("pool", Hours(72)), ChangeKind.CONFIRMS, 72, 72, False),
        (PlanItem("hair-washing", FromMoment(wall("2026-06-11T09:00"))), ChangeKind.NEW, None, 65.5, False),
        (PlanItem("hair-washing", Fine()), ChangeKind.NEW, None, 0, False),
        (PlanItem("massage", Fine()), ChangeKind.SHORTER, 72, 0, True),
        (PlanItem("alcohol", Hours(24), BEFORE), ChangeKind.SHORTER, 72, 24, True),
        (PlanItem("pool", Hours(24), BEFORE), ChangeKind.NEW, 0, 24, False),
        (PlanItem("pool", Fine(), BEFORE), ChangeKind.CONFIRMS, 0, 0, False),
        # The day of the session counts for both of its sides: from midnight to 15:00, and to midnight from 15:30.
        (PlanItem("makeup", Hours(24), BEFORE), ChangeKind.LONGER, 15, 24, False),
        (PlanItem("makeup", Hours(12), BEFORE), ChangeKind.SHORTER, 15, 12, True),
        # Limited on the day, and then to be asked.
        (PlanItem("exercise", Hours(48)), ChangeKind.NEW, None, 48, False),
        (PlanItem("exercise", Hours(4)), ChangeKind.NEW, None, 4, True),
        (PlanItem("exercise", Fine()), ChangeKind.NEW, None, 0, True),
        (PlanItem("other-procedures", Hours(24), BEFORE), ChangeKind.NEW, None, 24, False),
    ],
)  # fmt: skip
def test_an_item_is_held_against_the_present_plan(
    item: PlanItem, kind: ChangeKind, before: float | None, after: float, tick: bool
) -> None:
    found = change_of(item)

    assert (found.kind, found.before, found.after, found.needs_tick) == (kind, before, after, tick)


def test_it_is_held_against_what_the_clinic_said_before_and_the_tick_against_the_sources() -> None:
    # given a clinic that has said a day already
    earlier = said(a_session("face-injection", JUNE), "makeup", 24)

    longer = change_of(PlanItem("makeup", Hours(48)), earlier)
    same = change_of(PlanItem("makeup", Hours(24)), earlier)

    assert (longer.kind, longer.before, longer.needs_tick) == (ChangeKind.LONGER, 24, True)
    assert (same.kind, same.needs_tick) == (ChangeKind.CONFIRMS, True)
    assert same.source_range == (24, 72)


def test_what_lasts_until_a_symptom_has_gone_counts_to_its_latest_end_or_to_when_it_went() -> None:
    session, rules = a_session("face-injection", JUNE), protocol("face-injection")
    massage = next(rule for rule in rules.rules if (rule.activity, rule.phase) == ("massage", AFTER))
    until = replace(massage, end=UntilResolved("bruise", min_hours=48, cap_hours=336))
    rules, plan = replace(rules, rules=(until,)), a_plan(PlanItem("massage", Hours(72)))

    [there] = changes(plan, session, rules, ACTIVITIES)
    [gone] = changes(plan, session, rules, ACTIVITIES, resolved={"bruise": session.end + timedelta(hours=60)})

    assert (there.kind, there.before, there.needs_tick) == (ChangeKind.SHORTER, 336, True)
    assert (gone.kind, gone.before, gone.needs_tick) == (ChangeKind.LONGER, 60, False)


def test_what_this_version_does_not_know_is_kept_and_changes_nothing() -> None:
    found = change_of(PlanItem("ice-bath", Hours(96), note="cold"))

    assert (found.kind, found.item.time, found.item.note) == (ChangeKind.UNKNOWN, Hours(96), "cold")
    assert found.override("o1", a_session(), utc(JUNE)) is None


@pytest.mark.parametrize("moment", ["2026-06-08T15:30", "2026-06-08T14:00", "2027-06-09T15:00"])
def test_a_moment_has_to_lie_within_a_year_after_the_session(moment: str) -> None:
    item = PlanItem("sauna", FromMoment(wall(moment)))

    found = refused(changes, a_plan(item), a_session("face-injection", JUNE), protocol("face-injection"), ACTIVITIES)

    assert (found.fault, found.field) == (PlanFault.FIELD, "items/1/from")


def test_a_moment_is_one_of_the_clinics_clock() -> None:
    # given a clinic in Kathmandu, and a plan that names no zone of its own
    session = a_session("face-injection", JUNE, "Asia/Kathmandu")
    item = PlanItem("hair-washing", FromMoment(wall("2026-06-11T09:00")))

    [found] = changes(a_plan(item), session, protocol("face-injection"), ACTIVITIES)

    assert found.until == utc("2026-06-11T03:15")


def test_a_medicine_that_is_fine_for_the_clinic_stays_to_be_asked() -> None:
    item = PlanItem("aspirin", Fine())
    check_medicines(a_plan(item), ACTIVITIES)

    found = change_of(item)

    assert (found.kind, found.before, found.after) == (ChangeKind.CONFIRMS, None, None)
    assert found.override("o1", a_session(), utc(JUNE)) is None
