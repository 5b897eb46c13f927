"""The count of wrong codes, and the wait that they bring."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import timedelta

from aftercare.core.data_errors import DataError
from aftercare.core.lock_policy import Tries, left_to_wait, looked_at, one_more, was_set_back
from aftercare.core.vault_port import Readings, TriesFile
from aftercare.services.app_lock_state import MustWait


class TryCount:
    """What the file of tries says at this moment, and what is written there; one window after the other."""

    def __init__(
        self, file: TriesFile, readings: Readings, exclusive: Callable[[], AbstractContextManager[object]]
    ) -> None:
        self._file, self._readings, self._exclusive = file, readings, exclusive

    def seen(self) -> Tries:
        """The count so far. A clock that was set back is noted, so that the wait starts again from here."""
        tries, at = self._file.read(), self._readings()
        if not was_set_back(tries, at):
            return tries
        with self._alone():
            # Another window may have counted one meanwhile.
            tries = looked_at(self._file.read(), at)
            self._file.write(tries)
            return tries

    def left_to_wait(self) -> timedelta:
        return left_to_wait(self.seen(), self._readings())

    def begin(self) -> Tries:
        """Count a try as wrong before it is made: ending the app in the middle of it saves nothing. Raises MustWait."""
        with self._alone():
            tries, at = self.seen(), self._readings()
            if wait := left_to_wait(tries, at):
                raise MustWait(wait, tries.wrong)
            tries = one_more(tries, at)
            self._file.write(tries)
            return tries

    def forget(self) -> None:
        """The code was right."""
        self._file.write(Tries())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Before all other windows, as far as the folder can be held: a full disk must not lock anybody out."""
        with ExitStack() as held:
            with suppress(DataError):
                held.enter_context(self._exclusive())
            yield
