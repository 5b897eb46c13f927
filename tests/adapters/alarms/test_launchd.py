"""The LaunchAgent, as launchd reads it: no years, no seconds, wall times of the Mac's zone."""
from __future__ import annotations

import plistlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from aftercare.adapters.alarms.launchd import LaunchAgent
from aftercare.adapters.alarms.waking import WakingAlarms
from tests.adapters.alarms.desk import NOW, Desk, alarms, instants, scheduler


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home = tmp_path / "home"
    home.mkdir()
    return Desk(home)


def job(desk: Desk) -> dict[str, Any]:
    file = desk.home / "Library" / "LaunchAgents" / "org.aftercare.alerts.plist"
    found: dict[str, Any] = plistlib.loads(file.read_bytes())
    return found


def armed(desk: Desk, moments: list[datetime]) -> WakingAlarms:
    made = scheduler("launchd", desk)
    made.install()
    assert made.arm(alarms(moments)).ok
    return made


@pytest.mark.parametrize("count", [0, 1, 200])
def test_the_list_comes_out_as_it_went_in(desk: Desk, count: int) -> None:
    made = armed(desk, instants(count))

    found = job(desk)

    assert found["ProgramArguments"] == list(desk.command)
    assert (found["Label"], found["RunAtLoad"]) == ("org.aftercare.alerts", True)
    assert len(found.get("StartCalendarInterval", [])) == count
    assert made.status().armed == count


def test_each_time_is_the_wall_time_of_that_day_at_the_next_full_minute(desk: Desk) -> None:
    # given an instant before and one after the end of summer time, the second inside a minute
    desk.moment = datetime(2026, 10, 20, tzinfo=UTC)
    armed(desk, [datetime(2026, 10, 24, 9, 0, tzinfo=UTC), datetime(2026, 10, 26, 9, 0, 1, tzinfo=UTC)])

    assert job(desk)["StartCalendarInterval"] == [
        {"Month": 10, "Day": 24, "Hour": 11, "Minute": 0},
        {"Month": 10, "Day": 26, "Hour": 10, "Minute": 1},
    ]


def test_a_year_of_instants_is_never_early_and_at_most_a_minute_late(desk: Desk) -> None:
    moments = [NOW + timedelta(hours=43 * number, seconds=13 * number) for number in range(1, 200)]
    armed(desk, moments)
    zone = ZoneInfo("Europe/Berlin")

    for moment, wall in zip(moments, job(desk)["StartCalendarInterval"], strict=True):
        year = moment.astimezone(zone).year
        fires = datetime(year, wall["Month"], wall["Day"], wall["Hour"], wall["Minute"], tzinfo=zone)
        assert timedelta() <= fires - moment < timedelta(minutes=1)


def test_after_a_change_of_zone_it_is_out_of_order_and_is_written_anew(desk: Desk) -> None:
    moments = instants(2)
    made = armed(desk, moments)
    assert made.intact(alarms(moments))

    desk.zone_name = "Asia/Tokyo"

    assert not made.intact(alarms(moments))
    made.arm(alarms(moments))
    assert [wall["Hour"] for wall in job(desk)["StartCalendarInterval"]] == [20, 22]
    assert made.status().next == moments[0]


def test_it_runs_hourly_too_since_nobody_rewrites_it_in_another_zone_while_the_app_is_closed(desk: Desk) -> None:
    armed(desk, instants(1))
    assert job(desk)["StartInterval"] == 3600


def test_a_slow_end_of_the_old_job_is_waited_for(desk: Desk) -> None:
    paused: list[float] = []

    def pause(seconds: float) -> None:
        paused.append(seconds)
        desk.refuse.pop("bootstrap", None)

    desk.refuse["bootstrap"] = "Operation already in progress"
    made = WakingAlarms(LaunchAgent("aftercare-alerts", desk.command, desk.home, 501, desk, desk.run, pause), desk)

    assert made.install().ok
    assert len(paused) == 1


def test_the_job_itself_does_not_load_anew_since_launchd_would_end_it(desk: Desk) -> None:
    armed(desk, instants(1))
    before, label = desk.files(), "org.aftercare.alerts"
    inside = WakingAlarms(
        LaunchAgent("aftercare-alerts", desk.command, desk.home, 501, desk, desk.run, lambda _: None, label), desk)

    outcome = inside.arm(alarms(instants(3)))

    assert (outcome.ok, outcome.reason) == (False, "A Mac takes up new reminders when the app is opened.")
    assert desk.files() == before
