"""Alerts of a plan: what is told, when, under which key, and what is not."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.activity import Activity
from aftercare.core.alert import Alert, AlertKind, derive_alerts
from aftercare.core.protocol import Phase
from aftercare.core.session import ClinicOverride, Session
from aftercare.core.states import State, spans
from tests.core.builders import ACTIVITIES, PROTOCOLS, a_session, plan_of, said, utc
from tests.core.strategies import activities, courses, laws

HEALTH_WORDS = (
    "makeup cream mask sun sunbed cold frost sauna bath pool sea lake alcohol aspirin massage exercise treatment hair "
    "procedure session skin injection needle laser mesotherapy clinic doctor medicine drug bruise swelling redness "
    "papule pain bump puncture tender heal face body scalp aftercare oxygen roller"
).split()


def alerts_of(*sessions: Session, overrides: tuple[ClinicOverride, ...] = ()) -> tuple[Alert, ...]:
    return derive_alerts(plan_of(*sessions, overrides=overrides), ACTIVITIES)


def course(name: str = "needle-free", days: tuple[int, ...] = (0, 7, 14)) -> list[Session]:
    first = a_session(name)
    return [replace(first, id=f"s{n}", start=first.start + timedelta(days=day)) for n, day in enumerate(days)]


def of_kind(alerts: tuple[Alert, ...], kind: AlertKind) -> list[Alert]:
    return [alert for alert in alerts if alert.kind is kind]


@pytest.mark.parametrize("name", PROTOCOLS)
def test_keys_are_unique_and_the_same_whenever_and_in_whatever_order_a_plan_is_derived(name: str) -> None:
    sessions = course(name, (0, 2, 7, 9))

    once, again, reversed_ = alerts_of(*sessions), alerts_of(*sessions), alerts_of(*reversed(sessions))

    assert len({alert.key for alert in once}) == len(once)
    assert once == again == reversed_


WORDS = st.tuples(activities, st.sampled_from([None, 1, 24, 100]), st.sampled_from([Phase.BEFORE, Phase.AFTER]))


@laws
@given(courses(), st.lists(WORDS))
def test_keys_are_unique_whatever_the_clinic_says(
    course: list[Session], words: list[tuple[Activity, float | None, Phase]]
) -> None:
    told = tuple(
        said(course[0], activity.id, hours, phase, id=f"o{number}")
        for number, (activity, hours, phase) in enumerate(words)
    )

    alerts = alerts_of(*course, overrides=told)

    assert len({alert.key for alert in alerts}) == len(alerts)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_cancelled_session_is_silent(name: str) -> None:
    kept, dropped = course(name, (0, 30))

    alerts = alerts_of(kept, dropped.cancel())

    assert alerts == alerts_of(kept)
    assert alerts_of(dropped.cancel()) == ()


@pytest.mark.parametrize("name", PROTOCOLS)
@pytest.mark.parametrize("days", [(0,), (0, 2), (0, 7), (0, 3, 7, 30)])
def test_allowed_is_told_exactly_when_a_state_becomes_ok(name: str, days: tuple[int, ...]) -> None:
    sessions = course(name, days)
    plan = plan_of(*sessions)
    expected = {
        (activity.name, after.start)
        for activity in ACTIVITIES
        if not activity.medicine
        for before, after in zip(spans(plan, activity), spans(plan, activity)[1:], strict=False)
        if after.state is State.OK and before.state in (State.NOT_YET, State.WITH_CARE)
    }

    told = of_kind(derive_alerts(plan, ACTIVITIES), AlertKind.ALLOWED)

    assert {(alert.subject, alert.fire_at) for alert in told if alert.subject} == expected


@pytest.mark.parametrize("name", [name for name in PROTOCOLS if name != "oxygen"])
def test_every_session_of_a_weekly_course_says_what_to_go_easy_on_that_day(name: str) -> None:
    # given: exercise is "ask" ever since the first session, and "with care" on the day of each
    sessions = course(name, (0, 7, 14))

    told = [alert for alert in of_kind(alerts_of(*sessions), AlertKind.PREPARE) if alert.subject == "Exercise"]

    assert [alert.session_id for alert in told] == [session.id for session in sessions]


@pytest.mark.parametrize("name", PROTOCOLS)
def test_what_opens_with_the_session_itself_has_no_alert_of_its_own(name: str) -> None:
    [session] = course(name, (0,))

    told = of_kind(alerts_of(session), AlertKind.PREPARE)

    assert all(alert.fire_at < session.start for alert in told)


def test_a_day_that_the_clinic_cut_at_the_session_has_no_alert_at_its_start() -> None:
    session = a_session("face-injection")

    told = alerts_of(session, overrides=(said(session, "makeup", None, Phase.BEFORE),))

    assert "Makeup" not in {alert.subject for alert in of_kind(told, AlertKind.PREPARE)}


@pytest.mark.parametrize("name", PROTOCOLS)
def test_what_to_stop_before_a_session_is_not_told_after_it_began(name: str) -> None:
    sessions = {session.id: session for session in course(name)}

    for alert in of_kind(alerts_of(*sessions.values()), AlertKind.PREPARE):
        assert alert.fire_at < alert.expire_at <= sessions[alert.session_id].start


def test_cancelling_a_later_session_does_not_rename_what_was_already_told() -> None:
    # given: the three days before both sessions touch, so they are one window
    first, second = course("needle-free", (0, 2))
    before = alerts_of(first, second)

    after = alerts_of(first, second.cancel())

    kept = {alert.key: alert.fire_at for alert in before if alert.kind is AlertKind.PREPARE}
    assert {alert.key: alert.fire_at for alert in of_kind(after, AlertKind.PREPARE)}.items() <= kept.items()


def test_edges_before_a_session_was_entered_stay_silent() -> None:
    session = a_session("needle-free", "2026-11-25T10:00")
    entered_at = utc("2026-11-24T20:00")
    late = replace(session, quiet_until=entered_at)

    heard, all_of_them = alerts_of(late), alerts_of(session)

    assert heard == tuple(alert for alert in all_of_them if alert.fire_at > entered_at)
    assert 0 < len(heard) < len(all_of_them)


def test_an_edge_at_the_very_moment_of_entry_is_silent_and_one_a_second_later_is_told() -> None:
    session = a_session("needle-free")
    end = session.end + timedelta(hours=72)

    at_the_edge = alerts_of(replace(session, quiet_until=end))
    just_before = alerts_of(replace(session, quiet_until=end - timedelta(seconds=1)))

    assert at_the_edge == ()
    assert {alert.fire_at for alert in just_before} == {end}


@pytest.mark.parametrize("name", PROTOCOLS)
def test_the_discreet_text_names_nothing_about_health(name: str) -> None:
    for alert in alerts_of(*course(name)):
        words = {word.strip(".,!?:;").lower() for word in alert.public_text.split()}
        assert not [word for word in words for health in HEALTH_WORDS if word.startswith(health)]
        assert alert.public_text


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_medicine_is_never_told_to_be_stopped(name: str) -> None:
    told = [alert for alert in alerts_of(*course(name)) if ":aspirin:" in alert.key]
    dated = [window for window in plan_of(*course(name)).windows if window.activity == "aspirin" and window.end]

    assert bool(told) == bool(dated)
    for alert in told:
        assert "stop" not in alert.private_text.lower()
        assert "Keep taking it" in alert.private_text
        assert alert.subject == ""


@pytest.mark.parametrize("name", PROTOCOLS)
def test_alerts_come_soonest_first_and_expire_after_they_fire(name: str) -> None:
    alerts = alerts_of(*course(name))

    assert [alert.fire_at for alert in alerts] == sorted(alert.fire_at for alert in alerts)
    assert all(alert.expire_at > alert.fire_at for alert in alerts)


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_session_is_told_a_day_ahead_and_its_aftercare_at_its_end(name: str) -> None:
    [session] = course(name, (0,))
    alerts = alerts_of(session)

    [notice], [aftercare] = of_kind(alerts, AlertKind.SESSION), of_kind(alerts, AlertKind.AFTERCARE_START)

    assert (notice.fire_at, notice.expire_at) == (session.start - timedelta(hours=24), session.start)
    assert (aftercare.fire_at, aftercare.expire_at) == (session.end, session.end + timedelta(hours=24))
