"""The other versions that are kept since a backup was put in: how many, which, and what the patient makes of them.

All but `count` is slow with a long diary: never call it on the thread that draws.
"""
from __future__ import annotations

from collections.abc import Callable

from aftercare.core.backup_port import WholeData
from aftercare.core.instants import Clock, utc_text
from aftercare.core.kept_versions import (
    Change,
    KeptVersion,
    changed,
    give_up,
    kept_versions,
    undone,
    use_instead,
)
from aftercare.core.rows import KEPT, OBSERVATIONS, OVERRIDES, PHOTOS, SESSIONS, SETTINGS, Rows
from aftercare.services.snapshot import Snapshot

Undo = Callable[[], None]
_TABLES = (SESSIONS, OBSERVATIONS, OVERRIDES, PHOTOS, SETTINGS, KEPT)


class Versions:
    """The second versions of one data folder. Every call may raise DataError."""

    def __init__(self, data: WholeData, clock: Clock) -> None:
        self._data, self._clock = data, clock

    def count(self, snapshot: Snapshot) -> int:
        """How many there are; quick."""
        if snapshot.example:
            return 0
        sessions = sum(bool(session.copy_from) for session in snapshot.sessions)
        check_ins = sum(bool(observation.copy_from) for observation in snapshot.observations)
        return sessions + check_ins + len(self._data.records(KEPT))

    def all(self) -> tuple[KeptVersion, ...]:
        """Each with what is in use, the latest changed first."""
        return kept_versions({table: self._data.records(table) for table in _TABLES})

    def use(self, copy_id: str) -> Undo:
        """Have one take the place of what is in use; that is kept instead. The answer undoes it."""
        at = utc_text(self._clock.now())
        return self._change(lambda rows: use_instead(rows, copy_id, at))

    def give_up(self, copy_id: str) -> Undo:
        """Delete one. The answer undoes it."""
        return self._change(lambda rows: give_up(rows, copy_id))

    def _change(self, change_of: Callable[[Rows], Change]) -> Undo:
        with self._data.exclusive():
            rows = self._data.rows()
            change = change_of(rows)
            self._put(rows, change)

        def undo() -> None:
            with self._data.exclusive():
                self._put(self._data.rows(), undone(change))

        return undo

    def _put(self, rows: Rows, change: Change) -> None:
        if change:
            self._data.replace(changed(rows, change))
