"""Given a session, then check-ins, late watch and the next session ahead come at the device's own hours."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from aftercare.core.alert import Alert, AlertKind
from aftercare.core.alert_follow import follow_up_alerts
from aftercare.core.session import Session, SessionStatus
from tests.core.builders import a_session, utc
from tests.core.strategies import courses, laws, zones
from tests.core.test_alerts import HEALTH_WORDS

BERLIN, DAY = "Europe/Berlin", timedelta(days=1)


def walls(kind: AlertKind, *sessions: Session, zone: str = BERLIN) -> list[str]:
    return [alert.wall for alert in follow_up_alerts(sessions, zone) if alert.kind is kind]


def one(kind: AlertKind, session: Session, zone: str = BERLIN) -> Alert:
    return next(alert for alert in follow_up_alerts([session], zone) if alert.kind is kind)


def test_a_check_in_comes_at_nine_on_the_three_days_after() -> None:
    assert walls(AlertKind.CHECK_IN, a_session()) == ["2026-11-26T09:00", "2026-11-27T09:00", "2026-11-28T09:00"]


def test_a_check_in_is_over_at_the_end_of_its_day_on_the_device() -> None:
    alert = one(AlertKind.CHECK_IN, a_session(), "America/New_York")

    assert (alert.fire_at, alert.expire_at) == (utc("2026-11-26T14:00"), utc("2026-11-27T05:00"))


def test_a_check_in_has_its_own_date_in_its_key_wherever_the_patient_is() -> None:
    keys = {one(AlertKind.CHECK_IN, a_session(), zone).key for zone in (BERLIN, "Pacific/Kiritimati", "Pacific/Apia")}

    assert keys == {"s1:check-in.1:2026-11-26"}


def test_late_watch_comes_at_ten_on_five_days_and_is_good_for_three() -> None:
    session = a_session()

    assert walls(AlertKind.LATE_WATCH, session) == [
        "2026-12-02T10:00", "2026-12-09T10:00", "2026-12-25T10:00", "2027-01-24T10:00", "2027-02-23T10:00",
    ]
    alert = one(AlertKind.LATE_WATCH, session)
    assert alert.expire_at - alert.fire_at == 3 * DAY


def test_the_next_session_takes_over_from_the_one_before() -> None:
    first = a_session()
    second = replace(first, id="s2", start=first.start + 2 * DAY)

    found = follow_up_alerts([first, second], BERLIN)

    assert all(alert.fire_at < second.start for alert in found if alert.session_id == "s1")
    assert len([alert for alert in found if alert.kind is AlertKind.LATE_WATCH]) == 5


def test_a_planned_session_is_told_a_week_and_three_days_ahead_until_it_starts() -> None:
    session = a_session()

    assert walls(AlertKind.NEXT_SESSION, session) == ["2026-11-18T10:00", "2026-11-22T10:00"]
    assert one(AlertKind.NEXT_SESSION, session).expire_at == session.start
    assert walls(AlertKind.NEXT_SESSION, replace(session, status=SessionStatus.DONE)) == []


def test_a_session_is_not_told_ahead_before_the_one_before_it_is_past() -> None:
    first = a_session()
    weekly = replace(first, id="s2", start=first.start + 7 * DAY)

    ahead = [a.key for a in follow_up_alerts([first, weekly], BERLIN) if a.kind is AlertKind.NEXT_SESSION]

    assert "s2:next-session.7:2026-11-25" not in ahead
    assert "s2:next-session.3:2026-11-29" in ahead


def test_a_cancelled_session_has_no_follow_up() -> None:
    assert follow_up_alerts([a_session().cancel()], BERLIN) == ()


@pytest.mark.parametrize("entered", ["2026-11-27T12:00", "2026-11-27T08:00"])
def test_what_was_past_when_a_session_was_entered_stays_silent(entered: str) -> None:
    # given a session entered after the second check-in was due, or at that very minute
    session = replace(a_session(), quiet_until=utc(entered))

    assert walls(AlertKind.CHECK_IN, session) == ["2026-11-28T09:00"]


@pytest.mark.parametrize(
    ("start", "fire"),
    [("2026-03-28T10:00", "2026-03-29T07:00"), ("2026-10-24T10:00", "2026-10-25T08:00")],
)
def test_nine_is_nine_on_the_day_of_a_clock_change(start: str, fire: str) -> None:
    assert one(AlertKind.CHECK_IN, a_session(start=start)).fire_at == utc(fire)


@laws
@given(courses(), zones)
def test_keys_are_unique_and_every_alert_has_time_to_be_told(course: list[Session], zone: str) -> None:
    found = follow_up_alerts(course, zone)

    assert len({alert.key for alert in found}) == len(found)
    assert all(alert.expire_at > alert.fire_at for alert in found)
    assert found == follow_up_alerts(course[::-1], zone)


def test_the_discreet_text_names_nothing_about_health() -> None:
    for alert in follow_up_alerts([a_session()], BERLIN):
        words = {word.strip(".,").lower() for word in alert.public_text.split()}
        assert not [word for word in words for health in HEALTH_WORDS if word.startswith(health)]
