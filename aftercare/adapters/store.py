"""The patient's data in one journal file, a table for each of the repositories.

Records carry our own ids. A record is saved over what is stored, so that fields of a newer version survive. Every
change is made under the folder's lock; a read needs no lock and reads on where the last one ended.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from aftercare.adapters.clock import SystemClock
from aftercare.adapters.journal import Journal
from aftercare.adapters.journal_file.aside import kept_of
from aftercare.adapters.lock import DataLock
from aftercare.adapters.repositories import Observations, Overrides, Sessions, Settings
from aftercare.adapters.storage import JournalDB, JournalStorage, JournalTable
from aftercare.adapters.vault.journal_part import JournalSeal
from aftercare.core.data_loss import Loss
from aftercare.core.instants import Clock, utc_text
from aftercare.core.migrations import CURRENT, is_newer
from aftercare.core.rows import CHANGED_AT, META, SCHEMA_VERSION, STAMPED, setting
from aftercare.core.sealer_port import PlainSealer, Sealer

# The name from when it was JSON, which is still read. One name: a crash cannot leave two files to choose from.
DATA_FILE = "aftercare.json"
ASIDE_FILE = "aftercare.aside"


class Store:
    """The data folder. Its parts fulfil the repository ports of the core."""

    def __init__(self, home: Path, sealer: Sealer | None = None, clock: Clock | None = None) -> None:
        self.home = home
        self._clock = clock or SystemClock()
        self._sealer = sealer or PlainSealer()
        self._lock = DataLock(home)
        self._database = self._opened()
        self.sessions = Sessions(self)
        self.overrides = Overrides(self)
        self.observations = Observations(self)
        self.journal = Journal(self)
        self.settings = Settings(self)

    def exclusive(self) -> DataLock:
        """The one lock of window and pump; entering it again in the same process is allowed."""
        return self._lock

    @property
    def is_sealed(self) -> bool:
        """Whether a code protects the data."""
        return self._sealer.hides

    def forget(self) -> None:
        """Drop all that was read, since the data was locked or unlocked; it is read anew when it is asked for."""
        self._database = self._opened()
        self.observations.forget()

    def _opened(self) -> JournalDB:
        # What a patient deletes must leave the disk, not only the list.
        return JournalDB(self.home / DATA_FILE, seal=JournalSeal(self._sealer), erases=True, strict=True)

    def documents(self, table: str) -> list[dict[str, Any]]:
        """All records of a table as stored. Raises UnreadableData."""
        return [dict(document) for document in self._table(table)]

    def is_empty(self) -> bool:
        """Whether nothing was ever stored here. Raises UnreadableData."""
        with self.storage.file.looking() as tables:
            return not tables

    @property
    def storage(self) -> JournalStorage:
        """What keeps the tables: it counts changes, and knows what damage has cost."""
        return self._database.storage

    def is_whole(self) -> bool:
        """Whether nothing here was ever damaged, as far as the folder tells. Raises UnreadableData."""
        return not self.losses() and not kept_of(self.home / DATA_FILE)

    def losses(self) -> tuple[Loss, ...]:
        """What damage has cost, until `losses_told` is called. Raises UnreadableData."""
        return self.storage.losses()

    def losses_told(self) -> None:
        """The patient knows of the losses. Raises DataBusy, UnreadableData or UnsavedData."""
        self.storage.losses_told()

    @contextmanager
    def changing(self, name: str) -> Iterator[JournalTable]:
        """A table to change, under the lock. Raises UnreadableData, UnsavedData or DataBusy.

        Raises NewerData, which is an UnsavedData, when a newer version wrote the data; it is still read.
        """
        with self._lock:
            self._bring_up_to_date()
            yield self._table(name)

    def put(self, name: str, record: Mapping[str, Any]) -> None:
        """Insert a record, or lay it over the stored one of the same id."""
        with self.changing(name) as table:
            self.lay(table, name, record)

    def lay(self, table: JournalTable, name: str, record: Mapping[str, Any]) -> None:
        """The same, in a table that is being changed."""
        stamped = self.stamped(name, record)
        if not table.update(dict(stamped), doc_ids=table.ids_where("id", stamped["id"])):
            table.insert(stamped)

    def stamped(self, name: str, record: Mapping[str, Any]) -> dict[str, Any]:
        """The record as changed now; what is put back as it was stored says itself when that was."""
        if name not in STAMPED or CHANGED_AT in record:
            return dict(record)
        return {**record, CHANGED_AT: utc_text(self._clock.now())}

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of the app wrote the data: then it is only looked at. Raises UnreadableData."""
        return is_newer({META: self.documents(META)})

    @property
    def aside_path(self) -> Path:
        """Where `aside` keeps its file."""
        return self.home / ASIDE_FILE

    def aside(self) -> JournalTable:
        """A table in a file of its own: what must be remembered while the data itself is only looked at."""
        database = JournalDB(self.aside_path, seal=JournalSeal(self._sealer), erases=True, strict=True)
        return cast(JournalTable, database.table("aside", cache_size=0))

    def _bring_up_to_date(self) -> None:
        if setting({META: self.documents(META)}, META, SCHEMA_VERSION) == str(CURRENT):
            return
        if self.is_empty():
            self._table(META).insert({"id": SCHEMA_VERSION, "value": str(CURRENT)})
            return
        from aftercare.adapters.upgrade import bring_up_to_date  # once in the life of a version

        bring_up_to_date(self.home / DATA_FILE, self.storage, self._sealer, self._clock.now())

    def _table(self, name: str) -> JournalTable:
        # Answers to questions are not kept: they would hold documents in memory.
        return cast(JournalTable, self._database.table(name, cache_size=0))
