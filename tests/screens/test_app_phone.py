"""The whole app on a phone that shows alerts by itself: each comes once, whatever the app does meanwhile."""
from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from aftercare.core.instants import Clock
from aftercare.core.phone_port import PermissionState
from aftercare.core.ports import SettingsRepository
from aftercare.services.reminders_phone import outside_key
from tests.fakes.notifiers import MemoryNotifier
from tests.fakes.phone import FakePhone
from tests.screens.test_app import NOW, Person, person  # noqa: F401

MINUTE = timedelta(minutes=1)
GRANTED, ASK, SETTINGS = PermissionState.GRANTED, PermissionState.ASK, PermissionState.SETTINGS
THREADS = ("alarms", "alerts", "alerts-look", "alerts-test")


class Owner(Person):
    """Someone with a phone."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.phone = FakePhone(NOW)
        self.desktop = MemoryNotifier()
        self.made_on: list[threading.Thread] = []

    def open_on_phone(self) -> None:
        """Open the app, as after a tap on its icon; what was open is gone."""
        from screens.app import AftercareApp

        def made(clock: Clock, settings: SettingsRepository) -> FakePhone:
            self.made_on.append(threading.current_thread())
            return self.phone

        self.close()
        self.app = AftercareApp(self.home, lambda: self.desktop, clock=self.phone.clock, phone=made)
        self.app.router.open_first()
        self.stage.show(self.app.shell)
        self.app._look_around()
        self.rest()

    def close(self) -> None:
        if hasattr(self, "app"):
            self.app.on_pause()

    def come_back(self) -> None:
        """The app was in the background and is in front again."""
        self.app.on_resume()
        self.rest()

    def rest(self) -> None:
        """Until nothing works in the background any more."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            self.stage.settle(3)
            if not any(thread.name in THREADS for thread in threading.enumerate()):
                break
            time.sleep(0.005)
        self.stage.settle(8)

    def states(self, notice: str) -> set[str]:
        entries = self.app.patient.journal.entries().values()
        return {entry.state for entry in entries if outside_key(entry.notice) == notice}

    @property
    def next_alarm(self):  # type: ignore[no-untyped-def]
        return min(self.phone.scheduler.plan, key=lambda alarm: alarm.fire_at)


@pytest.fixture
def owner(person: Person, tmp_path: Path) -> Iterator[Owner]:  # noqa: F811
    one = Owner(tmp_path / "home")
    one.have_session()
    one.open_on_phone()
    yield one
    one.close()
    one.rest()


def shown_once(owner: Owner) -> bool:
    return len(owner.phone.scheduler.shown) == len(set(owner.phone.scheduler.shown)) > 0


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
