"""When a clinic's plan counts, for which session, and what it would change."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aftercare.core.clinic_plan import ClinicPlan, ClinicTime, FromMoment, Hours, PlanItem, Procedure
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.core.clinic_plan_rules import check_dates, check_items, check_medicines, session_for
from aftercare.core.protocol import Phase
from tests.core.builders import ACTIVITIES, a_session, utc, wall

BEFORE, AFTER = Phase.BEFORE, Phase.AFTER
JUNE = "2026-06-08T15:00"


def a_plan(*items: PlanItem, name: str = "face-injection", **more: object) -> ClinicPlan:
    plan = ClinicPlan("City Skin Clinic", date(2026, 6, 8), date(2026, 7, 8), Procedure(name), items)
    return replace(plan, **more)  # type: ignore[arg-type]


def refused(call: object, *arguments: object) -> PlanRefused:
    with pytest.raises(PlanRefused) as found:
        call(*arguments)  # type: ignore[operator]
    return found.value


# Dates


@pytest.mark.parametrize("now", ["2026-06-07T22:00", "2026-07-08T21:59"])
def test_a_plan_counts_from_its_date_through_its_last_day(now: str) -> None:
    check_dates(a_plan(), utc(now), "Europe/Berlin")


def test_a_plan_that_ended_yesterday_is_refused_with_its_day() -> None:
    # given midnight at the clinic
    found = refused(check_dates, a_plan(), utc("2026-07-08T22:00"), "Europe/Berlin")

    assert (found.fault, found.day) == (PlanFault.ENDED, date(2026, 7, 8))
    assert found.message == "This plan ended on 2026-07-08. Ask for a new one."


def test_the_last_day_is_that_of_the_clinic_where_it_names_its_zone() -> None:
    plan = a_plan(start=wall(JUNE), zone="Pacific/Kiritimati")

    # then it is 9 July there, while the device still shows the 8th
    assert refused(check_dates, plan, utc("2026-07-08T12:00"), "Europe/Berlin").fault is PlanFault.ENDED


def test_a_plan_of_the_future_is_refused_but_a_clinic_may_be_a_day_ahead() -> None:
    check_dates(a_plan(), utc("2026-06-07T10:00"), "Europe/Berlin")

    assert refused(check_dates, a_plan(), utc("2026-06-06T10:00"), "Europe/Berlin").fault is PlanFault.EARLY


# Items


def test_two_words_on_one_side_of_an_activity_contradict_each_other() -> None:
    both_sides = PlanItem("sauna", Hours(24)), PlanItem("sauna", Hours(24), BEFORE)
    check_items(both_sides)

    found = refused(check_items, (*both_sides, PlanItem("sauna", Hours(24))))

    assert (found.fault, found.field) == (PlanFault.CONTRADICTION, "items/3/activity")


@pytest.mark.parametrize("phase", [BEFORE, AFTER])
@pytest.mark.parametrize("time", [Hours(1), FromMoment(wall("2026-06-09T09:00"))])
def test_a_time_for_a_medicine_is_always_refused(time: ClinicTime, phase: Phase) -> None:
    found = refused(check_medicines, a_plan(PlanItem("aspirin", time, phase)), ACTIVITIES)

    assert found.fault is PlanFault.MEDICINE
    assert found.message == (
        "This plan asks to stop a medicine. We never do that. Ask the doctor who prescribed it."
    )


# The session


def test_the_session_on_the_named_day_is_the_one() -> None:
    early, late = a_session("face-injection", JUNE), a_session("face-injection", "2026-06-22T15:00", id="s2")
    plan = a_plan(start=wall("2026-06-22T14:30"), zone="Europe/Berlin")

    assert session_for(plan, (early, late)) == late


def test_without_a_named_day_the_nearest_to_the_plans_date_is_the_one() -> None:
    sessions = [a_session("face-injection", f"2026-{day}T15:00", id=day) for day in ("05-25", "06-09", "06-22")]

    assert session_for(a_plan(), sessions).id == "06-09"


def test_a_cancelled_session_never_counts() -> None:
    assert refused(session_for, a_plan(), [a_session("face-injection", JUNE).cancel()]).fault is PlanFault.NO_SESSION


@pytest.mark.parametrize(
    ("theirs", "fault"),
    [
        (Procedure("body-injection"), PlanFault.OTHER_PROCEDURE),
        (Procedure("face-injection", "attack"), PlanFault.OTHER_PROCEDURE),
        (Procedure("face-injection", None, "body"), PlanFault.OTHER_PROCEDURE),
        (Procedure("face-injection", "papule", "face"), None),
        (Procedure("face-injection"), None),
    ],
)
def test_a_plan_is_for_its_procedure_alone(theirs: Procedure, fault: PlanFault | None) -> None:
    session = a_session("face-injection", JUNE, technique="papule")
    plan = a_plan(procedure=theirs)
    if fault is None:
        assert session_for(plan, [session]) == session
        return

    found = refused(session_for, plan, [session])

    assert (found.fault, found.theirs, found.yours) == (fault, theirs, Procedure("face-injection", "papule", "face"))


def test_a_session_of_unknown_technique_takes_a_plan_for_any() -> None:
    session = a_session("face-injection", JUNE)

    assert session_for(a_plan(procedure=Procedure("face-injection", "papule")), [session]) == session


def test_the_right_procedure_on_another_day_is_named_by_the_day() -> None:
    plan = a_plan(start=wall("2026-06-12T15:00"), zone="Europe/Berlin")

    found = refused(session_for, plan, [a_session("face-injection", JUNE)])

    assert (found.fault, found.day) == (PlanFault.OTHER_DAY, date(2026, 6, 12))
