"""The whole app on a phone that shows alerts by itself: each comes once, whatever the app does meanwhile."""
from __future__ import annotations

from datetime import timedelta

import pytest

from aftercare.core.phone_port import PermissionState
from tests.screens.people import NOW, Owner, shown_once

MINUTE = timedelta(minutes=1)
SETTINGS = PermissionState.SETTINGS


def test_the_phone_gets_the_plan_without_the_consent_of_a_desktop(owner: Owner) -> None:
    assert len(owner.phone.scheduler.plan) > 2
    assert owner.phone.scheduler.plan[0].fire_at >= NOW
    owner.app.router.go("alerts")
    owner.rest()
    assert owner.sees("Alerts come, also when it is closed")
    assert not owner.sees("Take it out")


def test_a_limit_says_that_its_alert_comes_with_the_app_closed_unless_the_phone_blocks_it(owner: Owner) -> None:
    owner.app.router.act("limit", activity="sauna")
    owner.rest()
    assert owner.sees("It comes with Aftercare closed, too.")
    # when the patient forbids notifications meanwhile
    owner.phone.permissions.set(SETTINGS)
    owner.come_back()
    # then nothing is promised that does not come
    assert owner.sees("You see it here when you open Aftercare.")
    assert not owner.sees("We tell you")


def test_what_came_with_the_app_closed_comes_no_more_when_it_opens(owner: Owner) -> None:
    owner.close()
    alarm = owner.next_alarm
    owner.phone.live_until(alarm.fire_at + MINUTE)
    assert owner.phone.scheduler.shown[-1] == alarm.key
    # when the app is opened twice
    owner.open_on_phone()
    owner.open_on_phone()
    # then it was shown once, the journal knows, and the phone may forget
    assert shown_once(owner)
    assert owner.states(alarm.key) == {"shown"}
    assert owner.phone.scheduler.marks == []
    assert owner.desktop.shown == []


def test_with_the_window_open_the_phone_speaks_and_nobody_else(owner: Owner) -> None:
    alarm = owner.next_alarm
    # given a phone that saves power, so that its own alarm is late
    owner.phone.clock.moment = alarm.fire_at + timedelta(seconds=1)
    owner.app.pulse.beat()
    owner.rest()
    owner.phone.scheduler.wake()
    owner.app.pulse.beat()
    owner.rest()
    assert shown_once(owner)
    assert alarm.key in owner.phone.scheduler.shown
    assert owner.states(alarm.key) == {"shown"}
    assert owner.desktop.shown == []


def test_marks_survive_a_crash_before_the_phone_has_forgotten_them(owner: Owner) -> None:
    owner.close()
    alarm = owner.next_alarm
    owner.phone.live_until(alarm.fire_at + MINUTE)
    # given an app that is killed once the journal is written
    owner.phone.scheduler.has_power = False
    owner.open_on_phone()
    assert owner.phone.scheduler.marks != []
    # when it is opened again
    owner.phone.scheduler.has_power = True
    owner.open_on_phone()
    # then nothing comes again, and nothing is kept twice
    assert shown_once(owner)
    assert owner.states(alarm.key) == {"shown"}
    assert owner.phone.scheduler.marks == []
    assert alarm.key not in {left.key for left in owner.phone.scheduler.plan}


def test_the_notifications_of_a_cancelled_session_are_closed(owner: Owner) -> None:
    alarm = owner.next_alarm
    owner.phone.live_until(alarm.fire_at + MINUTE)
    owner.come_back()
    assert alarm.key in owner.phone.scheduler.display
    [session] = owner.app.patient.snapshot().plan.sessions
    owner.app.router.act("cancel-session", id=session.id)
    owner.rest()
    assert owner.phone.scheduler.display == {}
    assert owner.phone.scheduler.plan == []


def test_a_test_comes_through_the_phone_and_leaves_the_plan(owner: Owner) -> None:
    keys = {alarm.key for alarm in owner.phone.scheduler.plan}
    owner.app.router.act("test-alert")
    owner.rest()
    assert owner.phone.scheduler.shown.count("test") == 1
    assert owner.sees("The test alert was sent.")
    assert {alarm.key for alarm in owner.phone.scheduler.plan} == keys


def test_a_test_that_the_phone_does_not_show_is_not_said_to_be_sent(owner: Owner) -> None:
    owner.phone.scheduler.off_kinds.add("test")
    owner.app.router.act("test-alert")
    owner.rest()
    assert owner.sees("Your phone has switched off test alerts.")


def test_a_test_in_a_minute_comes_with_the_app_closed(owner: Owner) -> None:
    owner.app.router.act("test-later")
    owner.rest()
    owner.close()
    owner.phone.live_until(NOW + 2 * MINUTE)
    assert owner.phone.scheduler.shown.count("test") == 1
    owner.open_on_phone()
    assert owner.phone.scheduler.shown.count("test") == 1
    assert owner.phone.scheduler.marks == []


@pytest.mark.parametrize("system", ["android", "ios"])
def test_an_app_without_its_own_code_for_the_phone_opens_and_says_so(owner: Owner, system: str) -> None:
    from aftercare.adapters.phones import phone_maker
    from screens.app import AftercareApp

    owner.close()
    owner.app = AftercareApp(owner.home, clock=owner.phone.clock, phone=phone_maker(system))
    owner.app.router.open_first()
    owner.stage.show(owner.app.shell)
    owner.app._look_around()
    owner.rest()
    assert owner.at("today")
    assert owner.sees("Alerts cannot reach you")
