"""Locks by itself: after a time without a touch, and when the window is hidden."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window

from aftercare.core.data_errors import DataError
from aftercare.core.lock_policy import Use, must_lock, read_auto_lock
from aftercare.services.patient import Patient

LOOKS_EVERY = 5.0


class AutoLocker:
    """`shut()` locks; `is_busy()`: data is being written or read back just now; `is_away()`: we opened a dialog."""

    def __init__(
        self, patient: Patient, shut: Callable[[], None], is_busy: Callable[[], bool], is_away: Callable[[], bool]
    ) -> None:
        self._patient, self._shut, self._is_busy, self._is_away = patient, shut, is_busy, is_away
        self._use = Use(patient.clock.now())

    def watch(self) -> None:
        """Begin, once the window is there."""
        Window.bind(
            on_touch_down=self._touched, on_key_down=self._touched, on_hide=self.hidden, on_minimize=self.hidden,
            on_show=self.back, on_restore=self.back,
        )  # fmt: skip
        Clock.schedule_interval(self.look, LOOKS_EVERY)

    def hidden(self, *_: Any) -> None:
        """Another app is in front now."""
        if self._use.hidden_since is None:
            self._use = replace(self._use, hidden_since=self._patient.clock.now(), sent_away=self._is_away())
        self.look()

    def back(self, *_: Any) -> None:
        """The window is in front again; whoever comes back too late finds it locked."""
        self.look()
        self._use = Use(self._patient.clock.now())

    def look(self, *_: Any) -> None:
        """Lock if it is time."""
        with suppress(DataError):
            lock = self._patient.lock
            if lock is None or self._is_busy() or not lock.is_set or lock.is_locked:
                return
            if must_lock(read_auto_lock(self._patient.settings.all()), self._use, self._patient.clock.now()):
                self._shut()
                self._use = Use(self._patient.clock.now(), self._use.hidden_since)

    def _touched(self, *_: Any) -> None:
        # First: a touch that comes after the time must not find the data open.
        self.look()
        self._use = replace(self._use, touched=self._patient.clock.now())
