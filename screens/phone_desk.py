"""Alerts on a phone, which shows them by itself: it gets the plan, and what it did is taken over into the journal.

What the phone calls comes on threads of its own and is handed to the one that draws. What asks the phone for its
alarms runs beside that one, since it may take a while.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kivy.clock import Clock

from aftercare.core.alarm_port import AlarmScheduler, Outcome, PlannedAlarm
from aftercare.core.alert_journal import AlertState
from aftercare.core.alert_reach import AlertReach
from aftercare.core.phone_port import PermissionState, PhoneHost
from aftercare.presenters.alerts_facts import AlertsFacts
from aftercare.services import reminders_phone
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from screens.alerts_desk import TEST_AFTER, AlertsDesk
from screens.pulse import Pulse

# Where a tap leads, by the kind of the notification; all others tell of the plan.
PLAN: tuple[str, dict[str, Any]] = ("tab", {"name": "today"})
TAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "check-in": ("check-in", {}),
    "late-watch": ("check-in", {}),
    "look-again": ("check-in", {}),
    reminders_phone.TEST: ("tab", {"name": "alerts"}),
}
# Seconds after which the answer to the phone's own question is looked for where it is not told.
ANSWERED_AFTER = (2, 6, 20)


class PhoneDesk(AlertsDesk):
    """The AlertsDesk of a phone. `phone()` is called once, on the thread that draws; `open(intent, payload)` answers
    a tap on a notification."""

    def __init__(
        self,
        patient: Patient,
        pulse: Pulse,
        phone: Callable[[], PhoneHost],
        follow: Callable[[], object],
        say: Callable[[str], None],
        open: Callable[[str, dict[str, Any]], None],
    ) -> None:
        super().__init__(patient, pulse, lambda: self.phone.scheduler, follow, say)
        self._make_phone, self._open = phone, open
        self._phone: PhoneHost | None = None
        self._is_waiting, self._inexact, self._test_refused = False, False, False
        self._tapped: list[str] = []
        self._test: PlannedAlarm | None = None

    @property
    def phone(self) -> PhoneHost:
        """The phone; made when it is first asked for, which `begin` does."""
        if self._phone is None:
            self._phone = self._make_phone()
        return self._phone

    def begin(self) -> None:
        """The first frame is shown: find out which notification opened the app, and hear of later ones."""
        self.phone.on_tap(lambda key, kind: self._on_thread_that_draws(lambda: self._tap(key, kind)))
        self._look_for_tap()

    def come_to_front(self) -> None:
        """The app is in front again: the patient may have tapped a notification or changed a permission."""
        self._look_for_tap()
        # iOS may tell of the tap only after it brought us to the front.
        Clock.schedule_once(lambda *_: self._look_for_tap(), 0.5)
        self.keep_armed()

    def facts(self, snapshot: Snapshot) -> AlertsFacts:
        """Everything that the screen cannot find in the snapshot."""
        found = self.pulse.availability
        fix = _("Open phone settings") if found is not None and not found.ok and not found.ask else ""
        return replace(super().facts(snapshot), fix=fix, inexact=self._inexact)

    def reach(self) -> AlertReach:
        """A phone shows alerts by itself, whether the app is open or not, or none at all."""
        closed = self.closed_app.facts
        out_of_order = closed is not None and closed.note and not self._inexact
        return AlertReach.BLOCKED if out_of_order or not self._can_show else AlertReach.CLOSED

    def keep_armed(self) -> None:
        """At the start, in front again, and after each change of the plan: take over what the phone did, and arm."""
        if not self._is_waiting:
            self._is_waiting = True
            self.closed_app.change(self._bring_in_line)

    def take_over(self) -> None:
        """While the window is open: what has become due was shown by the phone, or is shown once it is armed again."""
        found, soonest = self.pulse.availability, self.pulse.next_alert()
        if found is not None and found.ok and soonest is not None and soonest <= self._patient.clock.now():
            self.keep_armed()

    def look_again(self) -> None:
        """Ask the phone anew, and hand it the plan again."""
        self.pulse.look()
        self.keep_armed()

    def ask_phone(self, what: str) -> None:
        """Let the phone ask for its "permission", or open its "settings" or those for "exact" times."""
        permissions = self.phone.permissions
        if what == "permission":
            permissions.ask_notifications(lambda _state: self._on_thread_that_draws(self.look_again))
            for seconds in ANSWERED_AFTER:
                Clock.schedule_once(lambda *_: self.look_again(), seconds)
            return
        opened = permissions.open_exact_alarm_settings if what == "exact" else permissions.open_notification_settings
        if not opened():
            self._say(_("Please open the settings of your phone and look for Aftercare."))

    def send_test(self) -> None:
        """Let the phone show a test now, and say what became of it."""
        self._test = reminders_phone.alarm_of_a_test(self._patient.clock.now())
        self.closed_app.change(self._send_test)

    def test_later(self) -> None:
        """Let the phone show a test in a minute; the app may be closed meanwhile."""
        self._test_at = self._patient.clock.now() + TEST_AFTER
        self._test = reminders_phone.alarm_of_a_test(self._test_at)
        self.keep_armed()
        Clock.schedule_once(self._test_is_due, TEST_AFTER.total_seconds())

    def _test_is_due(self, _seconds: float) -> None:
        self._test_at = None
        # Armed again, what the phone would have shown late to save power comes now.
        self.keep_armed()
        self._follow()

    def _send_test(self, scheduler: AlarmScheduler) -> str:
        found = self.pulse.ask_availability()
        if not found.ok or self._patient.in_example:
            self._test = None
            said = _("The example sends no alerts.") if found.ok else f"{found.reason} {found.fix}".strip()
        else:
            self._test_refused = False
            said = self._bring_in_line(scheduler) or _("The test alert was sent.")
            if self._test_refused:
                said = _("Your phone has switched off test alerts.")
        self._on_thread_that_draws(lambda: self._say(said))
        return ""

    def _bring_in_line(self, scheduler: AlarmScheduler) -> str:
        # From here on a change of the plan needs another round.
        self._is_waiting = False
        permissions = self.phone.permissions
        inexact = permissions.exact_alarms() is not PermissionState.GRANTED
        if inexact != self._inexact:
            self._inexact = inexact
            self._on_thread_that_draws(self._follow)
        snapshot = self._patient.snapshot()
        if snapshot.example or not permissions.answered():
            return ""
        taken = bool(self.phone.scheduler.settled())
        outcome = self._arm(snapshot)
        if self.phone.scheduler.settled():
            # Something was due, and shown while we armed.
            taken, outcome = True, self._arm(self._patient.snapshot())
        tapped, self._tapped = self._tapped, []
        for key in tapped:
            reminders_phone.opened(self._patient.journal, key)
        if taken:
            self._on_thread_that_draws(self._follow)
        return outcome.reason

    def _arm(self, snapshot: Snapshot) -> Outcome:
        scheduler, now, test = self.phone.scheduler, self._patient.clock.now(), self._test
        if test is not None:
            done = [mark for mark in scheduler.settled() if mark.key == test.key and mark.fire_at >= test.fire_at]
            self._test_refused = any(mark.state != AlertState.SHOWN for mark in done)
            if done or test.expire_at <= now:
                test = self._test = None
        return reminders_phone.arm(snapshot, self._patient.journal, scheduler, now, test)

    def _look_for_tap(self) -> None:
        if tap := self.phone.take_tap():
            self._tap(*tap)

    def _tap(self, key: str, kind: str) -> None:
        # It told of the patient's own plan.
        self._patient.close_example()
        self._tapped.append(key)
        self.keep_armed()
        intent, payload = TAPS.get(kind, PLAN)
        self._open(intent, {**payload, "alert": key} if intent == "check-in" else payload)

    def _on_thread_that_draws(self, call: Callable[[], object]) -> None:
        Clock.schedule_once(lambda *_: call(), 0)
