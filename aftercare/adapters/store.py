"""The patient's data in one journal file: sessions, the clinic's word, check-ins, the alert journal and settings.

Records carry our own ids. A record is saved over what is stored, so that fields of a newer version survive. Every
change is made under the folder's lock; a read needs no lock and reads on where the last one ended.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from aftercare.adapters.clock import SystemClock
from aftercare.adapters.journal import Journal
from aftercare.adapters.lock import DataLock
from aftercare.adapters.records import (
    observation_from,
    observation_record,
    override_from,
    override_record,
    session_from,
    session_record,
)
from aftercare.adapters.storage import JournalDB, JournalStorage, JournalTable
from aftercare.adapters.vault.journal_part import JournalSeal
from aftercare.core.alert_choices import WORDING
from aftercare.core.data_loss import Loss
from aftercare.core.instants import Clock, utc_text
from aftercare.core.migrations import CURRENT, is_newer
from aftercare.core.observation import Observation
from aftercare.core.observation_history import in_order
from aftercare.core.rows import CHANGED_AT, META, SCHEMA_VERSION, STAMPED, setting
from aftercare.core.sealer_port import PlainSealer, Sealer
from aftercare.core.session import ClinicOverride, Session

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
        return JournalDB(self.home / DATA_FILE, seal=JournalSeal(self._sealer), erases=True)

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
        return not self.losses() and not self.storage.file.damaged_copies()

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
            _put(table, self.stamped(name, record))

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
        database = JournalDB(self.aside_path, seal=JournalSeal(self._sealer), erases=True)
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


def _put(table: JournalTable, record: Mapping[str, Any]) -> None:
    if not table.update(dict(record), doc_ids=table.ids_where("id", record["id"])):
        table.insert(record)


def _stored(table: JournalTable, record_id: str) -> list[dict[str, Any]]:
    found = (table.get(doc_id=doc_id) for doc_id in table.ids_where("id", record_id))
    return [dict(document) for document in found if document is not None]


class Sessions:
    """SessionRepository. A record that cannot be read is left in the file and skipped."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Session, ...]:
        found = (session_from(record) for record in self._store.documents("sessions"))
        return tuple(sorted((s for s in found if s is not None), key=lambda s: (s.start, s.id)))

    def get(self, session_id: str) -> Session | None:
        return next((session for session in self.all() if session.id == session_id), None)

    def save(self, session: Session) -> None:
        self._store.put("sessions", session_record(session))


class Overrides:
    """OverrideRepository."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[ClinicOverride, ...]:
        found = (override_from(record) for record in self._store.documents("overrides"))
        return tuple(override for override in found if override is not None)

    def save(self, override: ClinicOverride) -> None:
        self._store.put("overrides", override_record(override))

    def remove(self, override_id: str) -> None:
        with self._store.changing("overrides") as table:
            table.remove(doc_ids=table.ids_where("id", override_id))


class Observations:
    """ObservationRepository. A record that cannot be read is left in the file and skipped."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.forget()

    def forget(self) -> None:
        """Drop all that was read."""
        self._revision = -1
        self._stored: dict[str, bytes] = {}
        self._known: dict[str, Observation | None] = {}
        self._all: tuple[Observation, ...] = ()

    def all(self) -> tuple[Observation, ...]:
        file = self._store.storage.file
        with file.looking() as tables:
            if self._revision != file.revision:
                # There may be thousands; only those that changed are read again.
                before, known, stored = self._stored, self._known, dict(tables.get("observations", {}))
                self._known = {
                    key: known[key] if before.get(key) == text else observation_from(file.document(text))
                    for key, text in stored.items()
                }
                self._all = tuple(in_order(o for o in self._known.values() if o is not None))
                self._stored, self._revision = stored, file.revision
            return self._all

    def get(self, observation_id: str) -> Observation | None:
        return next((observation for observation in self.all() if observation.id == observation_id), None)

    def save(self, observation: Observation) -> None:
        with self._store.changing("observations") as table:
            before = next(iter(_stored(table, observation.id)), None)
            _put(table, self._store.stamped("observations", observation_record(observation, before)))

    def remove(self, observation_id: str) -> Callable[[], None]:
        with self._store.changing("observations") as table:
            gone = _stored(table, observation_id)
            table.remove(doc_ids=table.ids_where("id", observation_id))

        def undo() -> None:
            for record in gone:
                self._store.put("observations", record)

        return undo


class Settings:
    """SettingsRepository."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        """As stored; but behind a code the alerts are always worded discreetly."""
        found = {record["id"]: record["value"] for record in self._store.documents("settings")}
        return {**found, WORDING: "hidden"} if self._store.is_sealed else found

    def get(self, name: str, default: str = "") -> str:
        return self.all().get(name, default)

    def put(self, name: str, value: str) -> None:
        self._store.put("settings", {"id": name, "value": value})
