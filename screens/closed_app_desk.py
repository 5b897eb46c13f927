"""Alerts while the app is closed: what the system does for them, by the consent of the patient.

What asks the system may take seconds, so it runs in a thread of its own and the screen follows when it is done.
"""
from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kivy.clock import Clock

from aftercare.core.data_errors import DataError
from aftercare.core.errors import ContentFault
from aftercare.services.patient import Patient

if TYPE_CHECKING:
    # The first frame does without these: what is about alerts is imported where it is done.
    from aftercare.core.alarm_port import AlarmScheduler, PlannedAlarm
    from aftercare.presenters.alerts_facts import ClosedAppFacts

log = logging.getLogger("aftercare")


class ClosedAppDesk:
    """`facts`: what the system said last; None while it was not asked. `follow()` renders anew when that changes."""

    def __init__(
        self, patient: Patient, make_scheduler: Callable[[], AlarmScheduler], follow: Callable[[], object]
    ) -> None:
        self._patient, self._make_scheduler, self._follow = patient, make_scheduler, follow
        self._scheduler: AlarmScheduler | None = None
        self.facts: ClosedAppFacts | None = None
        self._turn = threading.Lock()

    def look(self) -> None:
        """Ask the system, where it was not asked yet."""
        if self.facts is None:
            self.change(lambda _scheduler: None)

    def consent(self, on: bool) -> None:
        """The patient agreed that the system may wake us, or withdrew that."""
        from aftercare.services import closed_app

        if self.facts is not None:
            self.facts = replace(self.facts, busy=True)
        if on:
            alarms = self._alarms()
            self.change(
                lambda scheduler: closed_app.enable(
                    scheduler, self._patient.settings, alarms, self._patient.clock.now()
                ).reason
            )
        else:
            self.change(lambda scheduler: closed_app.disable(scheduler, self._patient.settings).reason)

    def keep_armed(self) -> None:
        """Bring the system in line with the plan, where the patient agreed to it."""
        from aftercare.services import closed_app

        try:
            if self._patient.in_example or not closed_app.is_wanted(self._patient.settings):
                return
        except DataError:
            # What is locked or unreadable changes nothing; it is brought in line once it opens.
            return
        alarms = self._alarms()
        self.change(
            lambda scheduler: closed_app.repair_at_start(
                scheduler, self._patient.settings, alarms, self._patient.clock.now()
            ).reason
        )

    def change(self, change: Callable[[AlarmScheduler], str | None]) -> None:
        """Do this beside the thread that draws, and look at what came of it; it answers with a sentence to note."""
        threading.Thread(target=self._run, args=(change,), name="alarms", daemon=True).start()

    def _alarms(self) -> tuple[PlannedAlarm, ...]:
        from aftercare.services import closed_app

        snapshot = self._patient.snapshot()
        return closed_app.wakes(closed_app.instants(snapshot, self._patient.journal), snapshot.now)

    def _run(self, change: Callable[[AlarmScheduler], str | None]) -> None:
        from aftercare.presenters.alerts_facts import ClosedAppFacts
        from aftercare.services import closed_app

        # One at a time: two programs that write the same timer would take it from each other.
        with self._turn:
            try:
                if self._scheduler is None:
                    self._scheduler = self._make_scheduler()
                reason = change(self._scheduler) or ""
                found = closed_app.status(self._scheduler, self._patient.settings)
            except (DataError, ContentFault) as fault:
                log.warning("The alarms wait: %s", fault)
                return
        held = ClosedAppFacts(
            name=found.name,
            can_install=found.available.ok,
            installed=found.status.installed,
            wanted=found.wanted,
            reason=found.available.reason,
            note=reason or found.status.note,
            armed=found.status.armed,
            next=found.status.next,
        )
        Clock.schedule_once(lambda *_: self._hold(held), 0)

    def _hold(self, found: ClosedAppFacts) -> None:
        if found != self.facts:
            self.facts = found
            self._follow()
