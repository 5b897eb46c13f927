"""A rule that lasts "48 hours and until the bruise has gone": ended by what the patient logs, with a cap that asks."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from aftercare.core.activity import Activity
from aftercare.core.alert import AlertKind, derive_alerts
from aftercare.core.derive import derive
from aftercare.core.plan import CarePlan
from aftercare.core.protocol import Phase, RestrictionRule, Strength, UntilResolved
from aftercare.core.states import State, spans
from tests.core.builders import a_session, activity, protocol

RULE = RestrictionRule(
    id="body-injection.massage.after",
    activity="massage",
    phase=Phase.AFTER,
    end=UntilResolved("bruise", min_hours=48, cap_hours=336),
    strength=Strength.AVOID,
    rationale="Pressing can make bruises grow.",
    claims=protocol("body-injection").rules[0].claims,
)
SESSION = a_session("body-injection")
MASSAGE = activity("massage")


def plan(gone: datetime | None) -> CarePlan:
    """The plan of one session with that rule alone; `gone`: when the patient logged the end of the bruise."""
    only = replace(protocol("body-injection"), rules=(RULE,))
    return derive(SESSION, only, resolved={} if gone is None else {"bruise": gone, "redness": SESSION.end})


def course(gone: datetime | None, asked: Activity = MASSAGE) -> list[tuple[State, float | None]]:
    """Each state with the hours past the session's end at which it ends."""
    return [
        (span.state, (span.end - SESSION.end).total_seconds() / 3600 if span.end else None)
        for span in spans(plan(gone), asked)[1:]
    ]


def after(hours: float) -> datetime:
    return SESSION.end + timedelta(hours=hours)


def test_while_nothing_is_logged_the_wait_ends_in_a_question() -> None:
    assert course(None) == [(State.NOT_YET, 336), (State.ASK, None)]


@pytest.mark.parametrize(("gone", "ends"), [(100, 100), (48, 48), (336, 336)])
def test_the_wait_ends_when_the_symptom_has_gone(gone: int, ends: int) -> None:
    assert course(after(gone)) == [(State.NOT_YET, ends), (State.OK, None)]


@pytest.mark.parametrize("gone", [0, 10])
def test_the_least_hours_hold_however_soon_the_symptom_has_gone(gone: int) -> None:
    assert course(after(gone)) == [(State.NOT_YET, 48), (State.OK, None)]


def test_a_symptom_that_went_after_the_cap_ends_the_question() -> None:
    assert course(after(400)) == [(State.NOT_YET, 336), (State.ASK, 400), (State.OK, None)]


def test_what_was_logged_before_the_session_says_nothing_about_it() -> None:
    assert course(SESSION.start - timedelta(days=3)) == course(None)


def test_a_window_that_the_patient_ends_says_which_symptom_it_waits_for() -> None:
    assert {window.until_resolved for window in plan(None).windows} == {"bruise"}
    assert {window.until_resolved for window in plan(after(100)).windows} == {None}


def test_ok_is_told_when_the_symptom_has_gone_and_not_when_the_app_only_asks() -> None:
    told = [alert for alert in derive_alerts(plan(after(100)), [MASSAGE]) if alert.kind is AlertKind.ALLOWED]
    asked = [alert for alert in derive_alerts(plan(None), [MASSAGE]) if alert.kind is AlertKind.ALLOWED]

    assert [alert.fire_at for alert in told] == [after(100)]
    assert asked == []


def test_a_kept_older_version_ends_and_begins_nothing() -> None:
    from dataclasses import replace

    from aftercare.core.observation_history import previous, resolved
    from tests.services.backup_cases import NOW, check_in

    there = check_in("c1", NOW)
    gone = replace(there, symptoms=(replace(there.symptoms[0], severity="none"),))
    older = replace(gone, id="c2", copy_from="backup")

    assert resolved([there, older], "first") == {}
    assert resolved([there, replace(older, copy_from="", at=NOW)], "first") == {"swelling": NOW}
    assert previous(replace(there, id="c9"), [older]) is None
