"""Alerts as the window deals with them: what it knows of them, and tests."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kivy.clock import Clock

from aftercare.core.alert_reach import CONSENT, ON, AlertReach
from aftercare.core.instants import from_utc_text, utc_text
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from screens.closed_app_desk import ClosedAppDesk
from screens.pulse import Pulse

if TYPE_CHECKING:
    # The first frame does without these: what is about alerts is imported where it is done.
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.alert_types import Alert
    from aftercare.core.notify_port import Availability
    from aftercare.presenters.alerts_facts import AlertsFacts

SEEN = "missed_seen"
TEST_AFTER = timedelta(minutes=1)


class AlertsDesk:
    """Fills `AlertsFacts` and carries out what the Alerts screen asks for. `follow()` renders anew."""

    def __init__(
        self,
        patient: Patient,
        pulse: Pulse,
        scheduler: Callable[[], AlarmScheduler],
        follow: Callable[[], object],
        say: Callable[[str], None],
    ) -> None:
        self._patient, self.pulse, self.make_scheduler = patient, pulse, scheduler
        self._follow, self._say = follow, say
        self.closed_app = ClosedAppDesk(patient, scheduler, follow)
        self._test_at: datetime | None = None

    @property
    def availability(self) -> Availability | None:
        """Whether alerts can reach this device; None while that is being found out."""
        if self.pulse.availability is None:
            self.pulse.look()
        return self.pulse.availability

    def reach(self) -> AlertReach:
        """How far alerts come, as far as the system was asked."""
        if not self._can_show:
            return AlertReach.BLOCKED
        if self._patient.settings.get(CONSENT) != ON:
            return AlertReach.OPEN
        closed = self.closed_app.facts
        in_order = closed is None or closed.busy or (closed.installed and not closed.note)
        return AlertReach.CLOSED if in_order else AlertReach.OPEN

    @property
    def _can_show(self) -> bool:
        # What was not looked at yet is not called broken.
        found = self.pulse.availability
        return found is None or found.ok

    def next_alert(self) -> datetime | None:
        """When the next alert comes, UTC."""
        return self.pulse.next_alert()

    def facts(self, snapshot: Snapshot) -> AlertsFacts:
        """Everything that the screen cannot find in the snapshot."""
        from aftercare.presenters.alerts_facts import AlertsFacts, ComingAlert, PastAlert
        from aftercare.services import alert_past, reminders

        if snapshot.example:
            return AlertsFacts(availability=self.availability, coming=())
        self.closed_app.look()
        journal = self._patient.journal.entries()
        wanted = reminders.wanted_alerts(snapshot)
        seen = snapshot.settings.get(SEEN)
        last = alert_past.last_shown(wanted, journal)
        return AlertsFacts(
            availability=self.availability,
            closed_app=self.closed_app.facts,
            coming=tuple(
                ComingAlert(notice.fire_at, notice.title_private, notice.text_private)
                for notice in reminders.coming(snapshot, self._patient.journal)
            ),
            missed=tuple(
                PastAlert(alert.fire_at, _said(alert))
                for alert in alert_past.missed(wanted, journal, snapshot.now, from_utc_text(seen) if seen else None)
            ),
            last=PastAlert(last[0], _said(last[1])) if last else None,
            can_look=True,
            can_test_later=True,
            test_at=self._test_at,
        )

    def begin(self) -> None:
        """The first frame is shown. A desktop tells of nothing that happened meanwhile; see `PhoneDesk`."""

    def come_to_front(self) -> None:
        """The app is in front again; see `PhoneDesk`."""

    def ask_phone(self, what: str) -> None:
        """Only a phone can be asked: see `PhoneDesk`."""

    def keep_armed(self) -> None:
        """After the start and after each change of the plan: bring the system in line with it."""
        self.closed_app.keep_armed()

    def mark_seen(self) -> None:
        """The patient has read what was missed."""
        self._patient.settings.put(SEEN, utc_text(self._patient.clock.now()))

    def look_again(self) -> None:
        """Ask the system anew whether alerts can arrive."""
        self.pulse.look()

    def send_test(self) -> None:
        """Send a test now, and say what became of it."""
        from aftercare.core.notify_port import Message

        message = Message("test", _("Aftercare reminder"), _("Test alert. Your alerts work."))
        self.pulse.send_test(message, lambda sent: self._say(sent.reason or _("The test alert was sent.")))

    def test_later(self) -> None:
        """Send a test in a minute, so that the window can be left meanwhile."""
        self._test_at = self._patient.clock.now() + TEST_AFTER
        Clock.schedule_once(self._test_is_due, TEST_AFTER.total_seconds())

    def _test_is_due(self, _seconds: float) -> None:
        self._test_at = None
        self.send_test()
        self._follow()


def _said(alert: Alert) -> str:
    """A past alert in words that are still true: "tomorrow" was another day."""
    from aftercare.core.alert_types import AlertKind

    if alert.kind in (AlertKind.SESSION, AlertKind.NEXT_SESSION):
        return _("A reminder of your session")
    return alert.private_text
