"""The count of wrong codes, and the wait that they bring."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.lock_policy import Tries, left_to_wait, looked_at, one_more, was_set_back
from aftercare.core.vault_port import Readings, TriesFile
from aftercare.services.app_lock_state import MustWait


class TryCount:
    """What the file of tries says at this moment, and what is written there."""

    def __init__(self, file: TriesFile, readings: Readings) -> None:
        self._file, self._readings = file, readings

    def seen(self) -> Tries:
        """The count so far. A clock that was set back is noted, so that the wait starts again from here."""
        tries, at = self._file.read(), self._readings()
        if was_set_back(tries, at):
            tries = looked_at(tries, at)
            self._file.write(tries)
        return tries

    def left_to_wait(self) -> timedelta:
        return left_to_wait(self.seen(), self._readings())

    def begin(self) -> Tries:
        """Count a try as wrong before it is made: ending the app in the middle of it saves nothing. Raises MustWait."""
        tries, at = self.seen(), self._readings()
        if wait := left_to_wait(tries, at):
            raise MustWait(wait, tries.wrong)
        tries = one_more(tries, at)
        self._file.write(tries)
        return tries

    def forget(self) -> None:
        """The code was right."""
        self._file.write(Tries())
