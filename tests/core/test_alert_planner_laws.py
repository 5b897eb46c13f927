"""Given the alerts of any course, when they are planned, then each is told once, in waking hours, and none is lost."""
from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.alert import Alert, AlertKind, derive_alerts
from aftercare.core.alert_cap import AHEAD
from aftercare.core.alert_choices import AlertChoices
from aftercare.core.alert_follow import follow_up_alerts
from aftercare.core.alert_plan import HORIZON, MOST, Notice, plan_notices
from aftercare.core.alert_quiet import QuietHours
from aftercare.core.session import Session
from tests.core.builders import ACTIVITIES, plan_of
from tests.core.strategies import courses, laws, moments, zones

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
wall_times = st.integers(0, 24 * 4 - 1).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
choices = st.builds(
    AlertChoices,
    zone=zones,
    quiet_from=wall_times,
    quiet_to=wall_times,
    off=st.frozensets(st.sampled_from(AlertKind), max_size=2),
    lead_minutes=st.sampled_from([0, 30]),
)
usual = st.builds(AlertChoices, zone=zones)
told_before = st.lists(st.integers(0, 20).map(lambda hours: hours * HOUR), max_size=6)


def alerts_of(course: list[Session], zone: str) -> list[Alert]:
    return [*derive_alerts(plan_of(*course), ACTIVITIES), *follow_up_alerts(course, zone)]


def quiet_of(chosen: AlertChoices) -> QuietHours:
    return QuietHours(chosen.quiet_from, chosen.quiet_to, ZoneInfo(chosen.zone))


def told_in(notices: tuple[Notice, ...]) -> dict[str, Notice]:
    return {key: notice for notice in notices for key in notice.keys}


@laws
@given(courses(), choices, moments)
def test_no_alert_is_told_twice_and_no_key_is_used_twice(
    course: list[Session], chosen: AlertChoices, now: datetime
) -> None:
    notices = plan_notices(alerts_of(course, chosen.zone), chosen, now)

    assert max(Counter(key for notice in notices for key in notice.keys).values(), default=1) == 1
    assert len({notice.key for notice in notices}) == len(notices)
    assert all(notice.key in notice.keys for notice in notices)


@laws
@given(courses(), choices, moments, told_before)
def test_nothing_is_lost(
    course: list[Session], chosen: AlertChoices, now: datetime, before: list[timedelta]
) -> None:
    alerts, quiet = alerts_of(course, chosen.zone), quiet_of(chosen)

    notices = plan_notices(alerts, chosen, now, [now - ago for ago in before])

    told = told_in(notices)
    last = notices[-1].fire_at if len(notices) == MOST else now + HORIZON
    for alert in alerts:
        over = alert.expire_at <= now
        waking = quiet.after(max(alert.fire_at, now)) < alert.expire_at
        if alert.kind in chosen.off or over:
            assert alert.key not in told
        elif waking and quiet.after(alert.fire_at) < last - DAY:
            assert alert.key in told


@laws
@given(courses(), choices, moments)
def test_nothing_comes_in_quiet_hours(course: list[Session], chosen: AlertChoices, now: datetime) -> None:
    quiet = quiet_of(chosen)

    for notice in plan_notices(alerts_of(course, chosen.zone), chosen, now):
        assert notice.fire_at >= now
        assert not quiet.covers(notice.fire_at)


@laws
@given(courses(), choices, moments)
def test_nothing_is_told_before_it_is_true_or_after_it_expired(
    course: list[Session], chosen: AlertChoices, now: datetime
) -> None:
    lead = timedelta(minutes=chosen.lead_minutes)

    for notice in plan_notices(alerts_of(course, chosen.zone), chosen, now):
        for alert in notice.alerts:
            assert notice.fire_at < alert.expire_at
            if alert.kind is AlertKind.ALLOWED:
                assert notice.fire_at >= alert.fire_at - (lead if alert.subject else timedelta())
            elif alert.kind not in AHEAD:
                assert notice.fire_at >= alert.fire_at


@laws
@given(courses(), usual, moments)
def test_a_day_has_at_most_four_that_count(course: list[Session], chosen: AlertChoices, now: datetime) -> None:
    notices = plan_notices(alerts_of(course, chosen.zone), chosen, now)

    days = Counter(n.fire_at.astimezone(ZoneInfo(chosen.zone)).date() for n in notices if n.counted)
    assert max(days.values(), default=0) <= 4


@laws
@given(courses(), choices, moments, st.randoms())
def test_a_plan_depends_on_nothing_but_its_input(
    course: list[Session], chosen: AlertChoices, now: datetime, shuffler: object
) -> None:
    alerts = alerts_of(course, chosen.zone)
    shuffled = list(alerts)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]

    assert plan_notices(alerts, chosen, now) == plan_notices(shuffled, chosen, now)


@laws
@given(courses(), usual, zones, moments)
def test_another_zone_tells_the_same_alerts_by_their_keys(
    course: list[Session], chosen: AlertChoices, zone: str, now: datetime
) -> None:
    here, there = alerts_of(course, chosen.zone), alerts_of(course, zone)

    elapsed = {alert.key: alert.fire_at for alert in here if not alert.wall}
    assert elapsed == {alert.key: alert.fire_at for alert in there if not alert.wall}
    assert {a.key for a in here if a.kind is AlertKind.CHECK_IN} ^ {
        a.key for a in there if a.kind is AlertKind.CHECK_IN
    } <= {a.key for a in (*here, *there) if _near_a_session(a, course)}


def _near_a_session(alert: Alert, course: list[Session]) -> bool:
    """Whether a session begins within a day, so that its own alerts take over in one zone and not in another."""
    return any(abs(session.start - alert.fire_at) <= 2 * DAY for session in course if session.id != alert.session_id)
