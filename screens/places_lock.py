"""The lock screen. A code is kept no longer than it takes to try it."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from kivy.clock import Clock

from aftercare.presenters import lock_screen
from aftercare.presenters.lock_screen import LockView
from aftercare.services.app_lock import AppLock
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places_data import DataPlace


class LockedPlace(DataPlace):
    """What this place and App lock need of the lock."""

    @property
    def lock(self) -> AppLock:
        lock = self.patient.lock
        if lock is None:
            raise RuntimeError("no data folder is wired")
        return lock


class LockPlace(LockedPlace):
    """The lock screen. Says "unlocked" once the data is open."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = LockView()
        self._ticking: Any = None

    def make(self) -> Screen:
        from screens.lock import LockScreen

        return LockScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        self.show()
        return None

    def show(self) -> None:
        """Render; while one has to wait, every second anew."""
        state = self.lock.state()
        self.screen.render(lock_screen.build_state(state, self.view))
        if state.wait and self._ticking is None:
            self._ticking = Clock.schedule_interval(self._tick, 1)

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "lock-way":
            self.view = LockView(payload["way"])
        elif intent == "unlock":
            self._try(lambda: self.lock.unlock(payload["code"]))
        elif intent == "recover":
            self._try(lambda: self.lock.recover(payload["text"]))
        else:
            return False
        return True

    def _try(self, work: Any) -> None:
        if self.view.busy:
            return
        self.view = replace(self.view, busy=True, fault="")

        def done(_answer: Any) -> None:
            self.view = LockView()
            self.screen.intent("unlocked")

        def refused(fault: Exception) -> None:
            self.view = replace(self.view, busy=False, fault=str(fault))
            self.news()

        self.desk.run(work, done, refused)

    def _tick(self, _seconds: float) -> bool:
        self.show()
        if self.screen.parent is not None and self.lock.is_locked and self.lock.state().wait:
            return True
        self._ticking = None
        return False
