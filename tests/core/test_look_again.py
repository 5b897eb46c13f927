"""The patient's own reminder: what is kept, and when it is told."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core import look_again
from aftercare.core.alert_choices import AlertChoices
from aftercare.core.alert_plan import plan_notices
from aftercare.core.alert_types import Alert, AlertKind
from aftercare.core.look_again import SETTING, LookAgain, look_again_alerts

NOW = datetime(2026, 6, 10, 18, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"
NIGHT = LookAgain("c1", "s1", NOW + timedelta(hours=6), date(2026, 6, 11), at_night=True)
MORNING = LookAgain("c2", "s1", datetime(2026, 6, 11, 7, tzinfo=UTC), date(2026, 6, 11), "2026-06-11T09:00")


def kept(*reminders: LookAgain) -> dict[str, str]:
    return {SETTING: look_again.written(reminders)}


def told(alert: Alert, **choices: object) -> list[datetime]:
    chosen = replace(AlertChoices(BERLIN), **choices)  # type: ignore[arg-type]
    return [notice.fire_at for notice in plan_notices([alert], chosen, NOW)]


def test_what_was_kept_is_read_as_it_was() -> None:
    assert look_again.read(kept(NIGHT, MORNING)) == (NIGHT, MORNING)


@given(st.text() | st.just('[{"check_in": "a", "at": 3}]') | st.just('{"a": 1}'))
def test_a_damaged_setting_reminds_of_nothing_and_breaks_nothing(text: str) -> None:
    assert look_again.read({SETTING: text}) == () or text.startswith("[")
    look_again_alerts({SETTING: text}, BERLIN)


def test_the_key_is_its_own_and_carries_the_date() -> None:
    [alert] = look_again_alerts(kept(NIGHT), BERLIN)
    assert alert.key == "c1:look-again:2026-06-11"
    assert alert.kind is AlertKind.LOOK_AGAIN


def test_one_that_was_wanted_at_night_passes_the_quiet_hours() -> None:
    [alert] = look_again_alerts(kept(NIGHT), BERLIN)
    assert told(alert) == [NIGHT.at]


def test_any_other_waits_for_the_morning() -> None:
    [alert] = look_again_alerts(kept(replace(NIGHT, at_night=False)), BERLIN)
    assert told(alert) == [datetime(2026, 6, 11, 5, tzinfo=UTC)]


def test_an_hour_of_the_clock_goes_with_the_patient() -> None:
    [home] = look_again_alerts(kept(MORNING), BERLIN)
    [away] = look_again_alerts(kept(MORNING), "America/New_York")
    assert home.fire_at == MORNING.at
    assert away.fire_at == MORNING.at + timedelta(hours=6)


def test_no_switch_and_no_limit_of_the_day_holds_it_back() -> None:
    [alert] = look_again_alerts(kept(NIGHT), BERLIN)
    others = [
        replace(alert, key=f"a{hour}", kind=AlertKind.CHECK_IN, fire_at=NOW + timedelta(hours=hour), at_night=True)
        for hour in range(1, 6)
    ]
    chosen = replace(AlertChoices(BERLIN), daily=2, off=frozenset(AlertKind))
    assert [n.keys for n in plan_notices([alert], chosen, NOW)] == [(alert.key,)]
    awake = replace(chosen, off=frozenset(), quiet_from=time(0), quiet_to=time(0))
    notices = plan_notices([alert, *others], awake, NOW)
    assert [n.fire_at for n in notices if alert.key in n.keys] == [alert.fire_at]


def test_a_check_in_has_one_reminder_and_old_ones_are_forgotten() -> None:
    settings = kept(NIGHT, MORNING)
    later = replace(NIGHT, at=NIGHT.at + timedelta(hours=1))
    settings = {SETTING: look_again.added(settings, later, NOW)}
    assert look_again.read(settings) == (MORNING, later)
    after = NOW + timedelta(days=30)
    new = LookAgain("c3", "", after, after.date())
    assert look_again.read({SETTING: look_again.added(settings, new, after)}) == (new,)
    assert look_again.removed(kept(new), "c3") == ""


@pytest.mark.parametrize("full", [False, True])
def test_hidden_wording_says_nothing_of_skin(full: bool) -> None:
    [alert] = look_again_alerts(kept(NIGHT), BERLIN)
    [notice] = plan_notices([alert], AlertChoices(BERLIN), NOW)
    alarm = notice.alarm(full)
    shown = f"{alarm.title_private} {alarm.text_private}"
    assert ("look again" in shown) is full
    assert "look again" not in f"{alarm.title_public} {alarm.text_public}"
