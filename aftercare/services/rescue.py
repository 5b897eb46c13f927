"""The way back from a data file that cannot be read: the backups that are known without it, and putting one in its
place. Slow: never call it on the thread that draws.
"""
from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import UTC, datetime

from aftercare.core.backup import Found, Mode, Restored
from aftercare.core.backup_due import ours
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.core.backup_port import BackupPorts, WholeData
from aftercare.core.backup_settings import BACKUP_MARK, BACKUP_PLACES
from aftercare.core.data_errors import DataError
from aftercare.core.instants import Clock
from aftercare.core.rows import Record, Rows
from aftercare.services.backup import Backups

# What an automatic backup, and a copy from before a restore, are named after.
_INSTANT = re.compile(r"(\d{8}T\d{6})\d*Z")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Rescue:
    """For a folder whose data cannot be read. `backups` looks into a file and knows of no data here."""

    def __init__(self, ports: BackupPorts, clock: Clock) -> None:
        self._files, self._settings, self._key, self._clock = ports.files, ports.settings, ports.key, clock
        self.backups = Backups(replace(ports, data=_Unreadable(ports.data)), clock)
        # Whatever stands plain in a folder whose key is lost is not what the patient chose.
        self._whatever_is_there = Backups(replace(ports, data=_Unreadable(ports.data, even_readable=True)), clock)

    def found(self) -> tuple[Found, ...]:
        """The backups that can be opened, the newest first: automatic ones, and copies that the app keeps aside.

        Raises nothing. Whether all of one is whole is seen when it is looked into.
        """
        if self._key.is_lost:
            # No code was given: nothing is told of what lies here.
            return ()
        files, places = self._files, self._files.noted_places()
        paths = files.copies()
        for folder in places.folders:
            with suppress(DataError):
                paths += [files.join(folder, name) for name in ours(files.names(folder), places.mark)]
        found = (each for path in paths if (each := self._opened(path)) is not None)
        # What is dated later than now is of a clock that ran ahead, and comes last.
        now = self._clock.now()
        return tuple(sorted(found, key=lambda each: (each.made_at <= now, each.made_at), reverse=True))

    def was_daily(self) -> bool:
        """Whether a backup was made each day; none is, once the settings are lost. Raises nothing."""
        return self._files.noted_places().daily

    def restore(self, path: str, password: str = "") -> Restored:
        """Put a backup in the place of the unreadable data, all of it or nothing; the unreadable file is kept aside.

        Raises ReadableAgain when there is nothing to rescue, and what `Backups.restore` does.
        """
        did = self._put_in(path, password)
        places = self._files.noted_places()
        with suppress(DataError):
            # So that deleting everything still finds them.
            if places.mark:
                self._settings.put(BACKUP_MARK, places.mark)
                self._settings.put(BACKUP_PLACES, json.dumps(list(places.folders)))
        return did

    def _put_in(self, path: str, password: str) -> Restored:
        if not self._key.is_lost:
            return self.backups.restore(path, Mode.MERGE, password)
        # Looked into first: only a whole backup is worth the key.
        self.backups.look(path, password)
        with self.backups.data.exclusive():
            take_back = self._key.set_aside()
            try:
                return replace(self._whatever_is_there.restore(path, Mode.MERGE, password), lock_gone=True)
            except BaseException:
                take_back()
                raise

    def _opened(self, path: str) -> Found | None:
        try:
            with self._files.open(path) as archive:
                return Found(path, archive.manifest.made_at)
        except BackupRefused as refused:
            return Found(path, _named(path), protected=True) if refused.fault is Fault.NO_PASSWORD else None
        except DataError:
            return None


class _Unreadable:
    """WholeData in place of data that cannot be read: nothing is here, and what is put in starts over."""

    def __init__(self, inner: WholeData, even_readable: bool = False) -> None:
        self._inner, self._even_readable = inner, even_readable

    def exclusive(self) -> AbstractContextManager[object]:
        return self._inner.exclusive()

    def rows(self) -> Rows:
        return {}

    def records(self, table: str) -> Sequence[Record]:
        return ()

    def replace(self, rows: Rows) -> None:
        self._inner.start_over(rows, self._even_readable)

    def start_over(self, rows: Rows, even_readable: bool = False) -> None:
        self._inner.start_over(rows, even_readable)


def _named(path: str) -> datetime:
    """When a file was made, as its name says."""
    found = _INSTANT.search(path.replace("\\", "/").rsplit("/", 1)[-1])
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else _LONG_AGO
    except ValueError:
        return _LONG_AGO
