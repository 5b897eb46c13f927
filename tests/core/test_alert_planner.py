"""When alerts are told, one case at a time: together, put off, brought forward, and none of it lost."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from aftercare.core.alert import ALLOWED_FOR, Alert, AlertKind, Late
from aftercare.core.alert_choices import AlertChoices
from aftercare.core.alert_plan import MOST, plan_notices
from aftercare.core.alert_quiet import QuietHours
from tests.core.builders import utc

BERLIN = "Europe/Berlin"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def an_alert(
    key: str, at: datetime, kind: AlertKind = AlertKind.ALLOWED, lasts: timedelta = ALLOWED_FOR, subject: str = ""
) -> Alert:
    return Alert(key, kind, at, at + lasts, Late.SHOW, f"{key}.", "Your plan has an update.", "s1", subject or key)


def at(*texts: str) -> list[Alert]:
    """Alerts named a, b, ... at wall times of Berlin in June."""
    return [an_alert("abcdefgh"[number], utc(text) - 2 * HOUR) for number, text in enumerate(texts)]


def planned(alerts: list[Alert], now: str = "2026-06-01T00:00", **chosen: object) -> list[tuple[str, str]]:
    """When, on a clock in Berlin, and what."""
    notices = plan_notices(alerts, AlertChoices(BERLIN, **chosen), utc(now) - 2 * HOUR)  # type: ignore[arg-type]
    place = ZoneInfo(BERLIN)
    return [(f"{n.fire_at.astimezone(place):%m-%d %H:%M}", "".join(n.keys)) for n in notices]


def test_the_same_minute_is_one_notice_that_names_all() -> None:
    alerts = at("2026-06-10T15:00", "2026-06-10T15:00:40", "2026-06-10T15:01")

    assert planned(alerts) == [("06-10 15:00", "ab"), ("06-10 15:01", "c")]
    [both, _after] = plan_notices(alerts, AlertChoices(BERLIN), utc("2026-06-01T00:00"))
    assert both.fire_at == alerts[1].fire_at, "none before its second"


def test_what_ends_at_night_waits_until_the_quiet_hours_end() -> None:
    alerts = at("2026-06-10T21:59", "2026-06-10T22:00", "2026-06-11T03:00", "2026-06-11T07:00")

    assert planned(alerts) == [("06-10 21:59", "a"), ("06-11 07:00", "bcd")]


def test_what_begins_at_night_is_told_the_evening_before() -> None:
    begins = an_alert("a", utc("2026-06-11T01:00"), AlertKind.PREPARE)

    assert planned([begins]) == [("06-10 21:00", "a")]


def test_what_begins_at_night_and_missed_its_evening_is_told_in_the_morning() -> None:
    begins = an_alert("a", utc("2026-06-11T01:00"), AlertKind.PREPARE)

    assert planned([begins], now="2026-06-10T23:30") == [("06-11 07:00", "a")]


def test_what_is_over_before_the_morning_and_missed_its_evening_wakes_nobody() -> None:
    begins = an_alert("a", utc("2026-06-11T01:00"), AlertKind.PREPARE, lasts=2 * HOUR)

    assert planned([begins], now="2026-06-10T23:30") == []
    assert planned([begins], now="2026-06-10T20:00") == [("06-10 21:00", "a")]


def test_without_quiet_hours_all_comes_at_its_minute() -> None:
    alerts = at("2026-06-10T22:00", "2026-06-11T03:00")

    assert planned(alerts, quiet_from=time(7), quiet_to=time(7)) == [("06-10 22:00", "a"), ("06-11 03:00", "b")]


def test_the_fifth_of_a_day_joins_its_nearest_neighbour() -> None:
    alerts = at(*(f"2026-06-10T{hour}:00" for hour in ("08", "10", "14", "15", "20")))

    assert planned(alerts) == [("06-10 08:00", "a"), ("06-10 10:00", "b"), ("06-10 15:00", "cd"), ("06-10 20:00", "e")]


def test_what_expires_before_its_neighbour_comes_is_not_put_off() -> None:
    alerts = at(*(f"2026-06-10T{hour}:00" for hour in ("08", "10", "14", "15", "20")))
    alerts[2] = replace(alerts[2], expire_at=alerts[3].fire_at)

    assert planned(alerts) == [("06-10 10:00", "ab"), ("06-10 14:00", "c"), ("06-10 15:00", "d"), ("06-10 20:00", "e")]


def test_what_is_about_a_session_to_come_rather_comes_early_than_late() -> None:
    alerts = at(*(f"2026-06-10T{hour}:00" for hour in ("08", "10", "14", "15", "20")))
    alerts[2] = replace(alerts[2], expire_at=alerts[3].fire_at)
    alerts[3] = replace(alerts[3], kind=AlertKind.PREPARE)

    assert planned(alerts) == [("06-10 08:00", "a"), ("06-10 10:00", "b"), ("06-10 14:00", "cd"), ("06-10 20:00", "e")]


def test_too_many_are_told_rather_than_any_lost() -> None:
    # given five sessions of one day, each alert of which is over when the next comes
    alerts = [an_alert(key, utc(f"2026-06-10T{8 + n:02}:00"), lasts=HOUR) for n, key in enumerate("abcde")]

    assert len(planned(alerts)) == 5


def test_a_session_that_is_over_before_the_morning_is_told_in_the_evening() -> None:
    night = an_alert("a", utc("2026-06-10T21:00"), AlertKind.SESSION, lasts=2 * HOUR)

    assert planned([night]) == [("06-10 21:00", "a")]


def test_what_was_told_today_counts() -> None:
    alerts = at("2026-06-10T18:00", "2026-06-10T20:00")
    told = [utc("2026-06-10T05:00") + n * HOUR for n in range(3)]

    notices = plan_notices(alerts, AlertChoices(BERLIN), utc("2026-06-10T10:00"), told)
    full = plan_notices(alerts, AlertChoices(BERLIN), utc("2026-06-10T10:00"), [*told, utc("2026-06-10T09:00")])

    assert [(n.fire_at, n.keys) for n in notices] == [(utc("2026-06-10T18:00"), ("a", "b"))]
    assert [(n.fire_at, n.keys) for n in full] == [(utc("2026-06-11T05:00"), ("a", "b"))]


def test_a_next_session_does_not_count() -> None:
    counted = at(*(f"2026-06-10T{hour}:00" for hour in ("08", "10", "14", "15")))
    ahead = an_alert("n", utc("2026-06-10T07:00"), AlertKind.NEXT_SESSION, lasts=3 * DAY)

    assert len(planned([*counted, ahead])) == 5


def test_a_kind_that_is_off_is_silent() -> None:
    assert planned(at("2026-06-10T15:00"), off=frozenset({AlertKind.ALLOWED})) == []


def test_after_a_long_time_off_everything_overdue_is_one_notice() -> None:
    alerts = [an_alert(key, utc("2026-06-01T08:00") + n * HOUR, lasts=20 * DAY) for n, key in enumerate("abcdef")]

    assert planned(alerts, now="2026-06-09T10:00") == [("06-09 10:00", "abcdef")]


def test_an_end_half_an_hour_ahead_says_in_how_many_minutes() -> None:
    [alert] = at("2026-06-10T15:00")

    [notice] = plan_notices([alert], AlertChoices(BERLIN, lead_minutes=30), utc("2026-06-01T00:00"))

    assert notice.fire_at == utc("2026-06-10T12:30")
    assert notice.title_private == "OK soon"
    assert notice.text_private.startswith("a is OK in 30 minutes, {time:")


def test_at_most_48_notices_within_14_days() -> None:
    alerts = [an_alert(f"{n:03}", utc("2026-06-01T06:00") + n * 6 * HOUR) for n in range(90)]

    notices = plan_notices(alerts, AlertChoices(BERLIN), utc("2026-06-01T00:00"))

    assert len(notices) <= MOST
    assert notices[-1].fire_at <= utc("2026-06-15T00:00")


@pytest.mark.parametrize(
    ("evening", "end"),
    [
        # Spring: 02:00 becomes 03:00. Autumn: 03:00 becomes 02:00.
        ("2026-03-28T23:30", "2026-03-29T05:00"),
        ("2026-10-24T23:30", "2026-10-25T06:00"),
    ],
)
def test_quiet_hours_end_at_seven_on_the_wall_on_both_days_of_a_clock_change(evening: str, end: str) -> None:
    alert = an_alert("a", utc(evening))

    [notice] = plan_notices([alert], AlertChoices(BERLIN), utc(evening) - DAY)

    assert notice.fire_at == utc(end)


def test_quiet_hours_that_end_in_a_skipped_hour_end_after_it_and_in_a_doubled_hour_end_once() -> None:
    spring = QuietHours(time(22), time(2, 30), ZoneInfo(BERLIN))

    assert spring.after(utc("2026-03-29T00:30")) == utc("2026-03-29T01:00")
    # In autumn 02:30 comes at 00:30 and at 01:30 UTC.
    assert spring.after(utc("2026-10-25T00:10")) == utc("2026-10-25T00:30")
    assert not spring.covers(utc("2026-10-25T01:10"))


def test_a_notice_becomes_an_alarm_with_the_same_words_everywhere_unless_the_patient_chose_full_wording() -> None:
    [alert] = at("2026-06-10T15:00")
    [notice] = plan_notices([alert], AlertChoices(BERLIN), utc("2026-06-10T00:00"))

    hidden, full = notice.alarm(full=False), notice.alarm(full=True)

    assert (hidden.title_private, hidden.text_private) == (hidden.title_public, hidden.text_public)
    assert full.text_private == "a is OK again."
    assert replace(full, title_private="", text_private="") == replace(hidden, title_private="", text_private="")
