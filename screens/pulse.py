"""What goes on while the window is open: the screen follows the clock, and due alerts are handed over."""
from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock, mainthread

from aftercare.core.data_errors import DataError
from aftercare.core.errors import ContentFault
from aftercare.services.patient import Patient

if TYPE_CHECKING:
    from aftercare.core.notify_port import Availability, Delivery, Message, Notifier
    from aftercare.services.reminders import Report

log = logging.getLogger("aftercare")
# A laptop that slept wakes at an odd moment; nothing waits longer than this.
LONGEST_WAIT = timedelta(minutes=1)
SHORTEST_WAIT = timedelta(milliseconds=200)


class Pulse:
    """Calls `follow()` whenever a text may change, and delivers alerts from a thread of its own.

    A notification can take seconds to be handed over, so the window never waits for one. `take_over` stands in for
    the delivery where the system shows alerts by itself.
    """

    def __init__(
        self,
        patient: Patient,
        notifier: Callable[[], Notifier],
        follow: Callable[[], datetime | None],
        delivered: Callable[[Report], None],
        take_over: Callable[[], None] | None = None,
    ) -> None:
        self._patient, self._make_notifier = patient, notifier
        self._follow, self._delivered, self._take_over = follow, delivered, take_over
        self._notifier: Notifier | None = None
        self._event: Any = None
        self._delivering, self._asked = threading.Lock(), threading.Event()
        self.availability: Availability | None = None

    def start(self) -> None:
        """Begin; also after the device woke up."""
        self.beat()

    def stop(self) -> None:
        """Hold still while nobody looks."""
        if self._event is not None:
            self._event.cancel()
            self._event = None

    def beat(self, *_: Any) -> None:
        """Follow the clock now, deliver what is due, and come back when the next thing changes."""
        self.stop()
        changes = self._follow()
        self.deliver()
        self._event = Clock.schedule_once(self.beat, self._wait(changes).total_seconds())

    def deliver(self) -> None:
        """Hand over what is due, after the delivery that is still under way: it may have looked at the plan before."""
        if self._take_over is not None:
            self._take_over()
            return
        self._asked.set()
        if self._delivering.acquire(blocking=False):
            threading.Thread(target=self._deliver, name="alerts", daemon=True).start()

    def _deliver(self) -> None:
        try:
            self._asked.clear()
            report = self._patient.deliver(self._ready_notifier())
        except (DataError, ContentFault) as fault:
            log.warning("Alerts wait: %s", fault)
        else:
            self._report(report)
        finally:
            self._delivering.release()
        if self._asked.is_set():
            self.deliver()

    def look(self) -> None:
        """Find out in the background whether alerts can reach this device; the screen follows when it is known."""
        threading.Thread(target=self._look, name="alerts-look", daemon=True).start()

    def send_test(self, message: Message, told: Callable[[Delivery], None]) -> None:
        """Show a message now; `told` gets the outcome in the window's thread."""

        def send() -> None:
            delivery = self._ready_notifier().show(message)
            Clock.schedule_once(lambda *_: told(delivery), 0)

        threading.Thread(target=send, name="alerts-test", daemon=True).start()

    def next_alert(self) -> datetime | None:
        """When the next alert fires, UTC."""
        return self._next_alert()

    def ask_availability(self) -> Availability:
        """Whether alerts can reach this device, asked now; may take seconds."""
        return self._ready_notifier().availability()

    def _look(self) -> None:
        found = self.ask_availability()
        if found != self.availability:
            self.availability = found
            Clock.schedule_once(lambda *_: self._follow(), 0)

    def _ready_notifier(self) -> Notifier:
        if self._notifier is None:
            self._notifier = self._make_notifier()
        return self._notifier

    @mainthread
    def _report(self, report: Report) -> None:
        for fault in report.faults:
            log.warning("%s The usual value is used.", fault)
        if report.failed:
            self._note_failed(report)
            self.look()
        self._delivered(report)

    def _note_failed(self, report: Report) -> None:
        from aftercare.core.alarm_port import alarm_id

        for message, reason in report.failed:
            # The log lies beside the data and is not sealed: what the alert is about stays out of it.
            log.warning("Alert %s was not handed over: %s", alarm_id(message.key), reason)

    def _wait(self, changes: datetime | None) -> timedelta:
        soon = (changes, self._next_alert())
        # Looked up last: what is overdue counts from the moment of its question, and would ever be about to come.
        now = self._patient.clock.now()
        moments = [moment for moment in soon if moment is not None and moment > now]
        soonest = min(moments, default=now + LONGEST_WAIT)
        return max(SHORTEST_WAIT, min(LONGEST_WAIT, soonest - now))

    def _next_alert(self) -> datetime | None:
        try:
            return self._patient.next_alert()
        except (DataError, ContentFault):
            return None
