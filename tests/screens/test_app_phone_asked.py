"""What a phone is asked before it shows alerts: the permission, exact times, and the way to its settings."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.phone_port import PermissionState
from tests.screens.people import Owner, shown_once

MINUTE = timedelta(minutes=1)
GRANTED, ASK, SETTINGS = PermissionState.GRANTED, PermissionState.ASK, PermissionState.SETTINGS


def test_nothing_is_armed_before_the_patient_was_asked_and_a_yes_arms_all(owner: Owner) -> None:
    # given a phone that has not asked yet
    owner.phone.scheduler.remove()
    owner.phone.permissions.set(ASK)
    owner.open_on_phone()
    assert owner.phone.scheduler.plan == []
    assert owner.sees("Shall we tell you when things are OK again?")
    # when the explanation was read and answered
    owner.tap("button", "Answer")
    assert owner.at("alerts")
    assert owner.phone.permissions.asked == 0
    owner.tap("button", "Yes, tell me")
    owner.rest()
    # then the phone asked once and has the plan
    assert owner.phone.permissions.asked == 1
    assert owner.phone.scheduler.plan != []
    assert owner.sees("Alerts are on")


def test_a_no_leaves_a_line_and_the_way_to_the_settings(owner: Owner) -> None:
    owner.phone.permissions.set(SETTINGS)
    owner.open_on_phone()
    assert owner.sees("Alerts cannot reach you")
    owner.tap("button", "See why")
    assert owner.sees("Your phone blocks our alerts")
    owner.tap("button", "Open phone settings")
    assert owner.phone.permissions.opened == ["notifications"]
    # given an alert that fell due while blocked, and a patient who allows them now
    alarm = owner.next_alarm
    owner.phone.live_until(alarm.fire_at + MINUTE)
    assert alarm.key not in owner.phone.scheduler.shown
    owner.phone.permissions.set(GRANTED)
    owner.come_back()
    # then it comes now, once
    assert alarm.key in owner.phone.scheduler.shown
    assert shown_once(owner)
    assert owner.sees("Alerts are on")


def test_a_phone_without_such_a_page_is_told_in_words(owner: Owner) -> None:
    owner.phone.permissions.set(SETTINGS)
    owner.phone.permissions.has_settings = False
    owner.open_on_phone()
    owner.app.router.act("fix-alerts")
    owner.rest()
    assert owner.sees("Please open the settings of your phone and look for Aftercare.")


def test_exact_times_are_offered_apart(owner: Owner) -> None:
    owner.phone.permissions.exact = SETTINGS
    owner.open_on_phone()
    owner.app.router.go("alerts")
    owner.rest()
    assert owner.sees("Alerts may come up to an hour late.")
    owner.tap("button", "Allow exact times")
    assert owner.phone.permissions.opened == ["exact"]
    owner.phone.permissions.exact = GRANTED
    owner.come_back()
    assert not owner.sees("up to an hour late")
