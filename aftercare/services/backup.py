"""Saving all data into one file, looking into such a file, and putting it in.

Every call is slow with many photos or a password: never make one on the thread that draws.
"""
from __future__ import annotations

from contextlib import suppress

from aftercare.core import backup_merge
from aftercare.core.backup import (
    FEWEST_PASSWORD,
    Counts,
    Mode,
    Preview,
    Restored,
    Saved,
    counts_of,
    is_local_record,
    shareable,
)
from aftercare.core.backup_errors import BackupNotSaved, BackupRefused, Fault, NotRestored, PasswordNeeded
from aftercare.core.backup_port import BackupPorts, OpenBackup
from aftercare.core.backup_settings import BACKUP_LAST
from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import Clock, utc_text
from aftercare.core.migrations import CURRENT, migrate, version_of
from aftercare.core.photo_errors import PhotoGone, PhotoNotSaved
from aftercare.core.rows import META, PHOTOS, Rows
from aftercare.words import gettext as _


class Backups:
    """Backups of one data folder."""

    def __init__(self, ports: BackupPorts, clock: Clock) -> None:
        self.data, self.photos, self.files, self.settings = ports.data, ports.photos, ports.files, ports.settings
        self.is_sealed, self.clock, self.ports = ports.is_sealed, clock, ports

    def save(self, path: str, password: str = "") -> Saved:
        """Write all data into a file, over one of that name. Raises BackupNotSaved, PasswordNeeded or DataError.

        Raises InvalidInput for a password that is too short.
        """
        checked_password(password)
        if self.is_sealed() and not password:
            raise PasswordNeeded
        now = self.clock.now().replace(microsecond=0)
        rows = shareable(self.data.rows())
        names = self.photos.names()
        size, left_out = self.files.write(path, now, rows, owned(rows, names), self.photos.read, password)
        missing = left_out + _without_file(rows, names)
        # Data of a newer version is only looked at, and can be saved all the same.
        with suppress(DataError):
            self.settings.put(BACKUP_LAST, utc_text(now))
        return Saved(path, now, counts_of(rows), size, bool(password), missing)

    def look(self, path: str, password: str = "") -> Preview:
        """What is in a backup, once every part of it was checked. Changes nothing. Raises BackupRefused, DataError."""
        with self.files.open(path, password) as found:
            theirs = rows_in(found)
            found.verify()
            here = self.data.rows()
            merged = backup_merge.merge(here, theirs)
            return Preview(
                found.manifest.made_at, counts_of(theirs), counts_of(here), merged.added, merged.newer_here,
                merged.updated, backup_merge.lost_by_replacing(here, theirs), found.manifest.protected,
            )  # fmt: skip

    def restore(self, path: str, mode: Mode = Mode.MERGE, password: str = "") -> Restored:
        """Put a backup in: all of it, or nothing. Raises BackupRefused, NotRestored or DataError."""
        with self.files.open(path, password) as found:
            theirs = rows_in(found)
            found.verify()
            with self.data.exclusive():
                return self._put_in(found, theirs, mode)

    def _put_in(self, found: OpenBackup, theirs: Rows, mode: Mode) -> Restored:
        here = self.data.rows()
        merged = backup_merge.merge(here, theirs)
        rows = backup_merge.replace(here, theirs) if mode is Mode.REPLACE else merged.rows
        copy = ""
        if mode is Mode.REPLACE and counts_of(here).total:
            copy = self._kept(here)
        wanted = owned(rows, found.photos)
        written: list[str] = []
        try:
            for name in sorted(wanted):
                if not self._has(name):
                    # Named before it is written: of a write that failed half a file must not stay either.
                    written.append(name)
                    self.photos.write(name, found.photo(name))
            self.data.replace(rows)
        except BaseException as error:
            for name in () if self._stands(rows) else written:
                with suppress(OSError):
                    self.photos.remove(name)
            if isinstance(error, PhotoNotSaved):
                raise NotRestored(error.full) from error
            raise
        if mode is Mode.REPLACE:
            for name in owned(here, self.photos.names()) - owned(rows, self.photos.names()):
                # What cannot be deleted now has no record any more, and goes at the next start.
                with suppress(OSError):
                    self.photos.remove(name)
        missing = _without_file(rows, self.photos.names())
        if mode is Mode.REPLACE:
            return Restored(mode, counts_of(theirs), Counts(), Counts(), copy=copy, missing_photos=missing)
        return Restored(
            mode, merged.added, merged.updated, merged.kept, merged.set_aside, missing_photos=missing
        )

    def _kept(self, here: Rows) -> str:
        """The path of a safety copy of what is to be replaced."""
        names = owned(here, self.photos.names())
        try:
            return self.files.write_copy(self.clock.now(), here, names, self.photos.read)
        except BackupNotSaved as error:
            raise NotRestored(error.full) from error

    def _stands(self, rows: Rows) -> bool:
        """Whether the rows are there though saving them failed: their file has its name, but may not keep it."""
        try:
            now = self.data.rows()
        except DataError:
            return False
        return all(list(now.get(table, ())) == list(records) for table, records in rows.items() if table != META)

    def _has(self, name: str) -> bool:
        if name not in self.photos.names():
            return False
        try:
            self.photos.read(name)
        except PhotoGone:
            return False
        return True


def _without_file(rows: Rows, names: frozenset[str]) -> int:
    return sum(str(record.get("id")) not in names for record in rows.get(PHOTOS, ()))


def owned(rows: Rows, names: frozenset[str]) -> frozenset[str]:
    """Those of the picture files that a record of the rows owns, small ones too."""
    ids = {str(record.get("id")) for record in rows.get(PHOTOS, ())}
    return frozenset(name for name in names if name in ids or name.rpartition("-")[0] in ids)


def checked_password(password: str) -> str:
    """The password as given. Raises InvalidInput when there is one and it is too short."""
    if password and len(password) < FEWEST_PASSWORD:
        text = _("Password: use {fewest} characters or more.")
        raise InvalidInput("password", text.format(fewest=FEWEST_PASSWORD))
    return password


def rows_in(found: OpenBackup) -> Rows:
    """The rows of a backup in this version's form. Raises BackupRefused for those of a newer version."""
    if version_of({META: [{"id": "schema_version", "value": str(found.manifest.schema)}]}) > CURRENT:
        raise BackupRefused(Fault.NEWER)
    mark = {"id": "schema_version", "value": str(found.manifest.schema)}
    rows = migrate({**found.rows, META: [mark]})
    return {
        table: [record for record in records if not is_local_record(table, record)]
        for table, records in rows.items()
        if table != META
    }
