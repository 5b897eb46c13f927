"""A tap on a notification opens what it told of."""
from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from tests.screens.people import Owner, shown_once

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("allowed", "today"),
        ("session", "today"),
        ("late-watch", "check-in"),
        ("look-again", "check-in"),
        ("keep-on", "today"),
        ("test", "alerts"),
    ],
)
def test_a_tap_opens_what_it_told_of(owner: Owner, kind: str, place: str) -> None:
    from screens.widgets.focus import focus

    owner.app.router.go("more")
    owner.app.router.act("limit", activity="makeup")
    owner.phone.tell("any", kind)
    owner.rest()
    assert owner.at(place)
    assert focus.layers == []


def test_a_tap_on_a_check_in_opens_what_its_button_opens(owner: Owner) -> None:
    owner.app.router.act("check-in")
    owner.rest()
    place = owner.app.router.name
    owner.app.router.go("today")
    owner.phone.tell("any", "check-in")
    owner.rest()
    assert owner.app.router.name == place != "today"


def test_the_phone_is_made_once_by_the_thread_that_draws_and_taps_are_answered_there(owner: Owner) -> None:
    assert owner.made_on == [threading.main_thread()]
    answered: list[threading.Thread] = []
    owner.app.router.go("more")
    owner.app.router.place("today").screen.fbind("parent", lambda *_: answered.append(threading.current_thread()))
    owner.phone.tell("any", "allowed")
    owner.rest()
    assert owner.at("today")
    assert set(answered) == {threading.main_thread()}


def test_a_tap_does_not_pass_by_the_welcome(owner: Owner) -> None:
    owner.app.router.go("welcome")
    owner.phone.tell("any", "allowed")
    owner.rest()
    assert owner.at("welcome")


def test_a_tap_with_the_app_closed_is_acknowledged(owner: Owner) -> None:
    owner.close()
    alarm = owner.next_alarm
    owner.phone.live_until(alarm.fire_at + MINUTE)
    owner.phone.tap = (alarm.key, alarm.kind)
    owner.open_on_phone()
    assert owner.states(alarm.key) == {"acknowledged"}
    assert shown_once(owner)


def test_a_tap_leaves_the_example_since_it_told_of_the_own_plan(owner: Owner) -> None:
    owner.app.router.act("example")
    owner.rest()
    before = list(owner.phone.scheduler.plan)
    owner.app.router.act("setting", name="wording", value="full")
    owner.rest()
    assert owner.phone.scheduler.plan == before
    owner.phone.tell("any", "allowed")
    owner.rest()
    assert not owner.app.patient.in_example
