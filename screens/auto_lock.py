"""Tells the auto lock what happens to the window, and has it look now and then."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window

from aftercare.services.auto_lock import AutoLocker

LOOKS_EVERY = 5.0


class LockWatch:
    """`is_away()`: we opened the camera or a dialog ourselves."""

    def __init__(self, locker: AutoLocker, is_away: Callable[[], bool]) -> None:
        self._locker, self._is_away = locker, is_away

    def watch(self) -> None:
        """Begin, once the window is there."""
        Window.bind(
            on_touch_down=self._touched, on_key_down=self._touched, on_hide=self.hidden, on_minimize=self.hidden,
            on_show=self.back, on_restore=self.back,
        )  # fmt: skip
        Clock.schedule_interval(self.look, LOOKS_EVERY)

    # Kivy takes an answer of True for "this event ends here".
    def hidden(self, *_: Any) -> None:
        """Another app is in front now."""
        self._locker.hidden(self._is_away())

    def back(self, *_: Any) -> None:
        """The window is in front again."""
        self._locker.shown()

    def look(self, *_: Any) -> None:
        """Lock if it is time."""
        self._locker.look()

    def _touched(self, *_: Any) -> None:
        # First: a touch that comes after the time must not find the data open.
        self._locker.touched()
