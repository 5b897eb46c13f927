"""The patient's data in one TinyDB file: sessions, the clinic's word, check-ins, the alert journal and settings.

Records carry our own ids. A record is saved over what is stored, so that fields of a newer version survive. Every
change opens the file anew under the folder's lock; a read needs no lock, because the file is replaced as a whole, and
reads it again only when it was replaced.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

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
from aftercare.adapters.storage import AtomicJSONStorage, Tables
from aftercare.core.observation import Observation
from aftercare.core.observation_history import in_order
from aftercare.core.session import ClinicOverride, Session

_Seen = tuple[int, int, int]
DATA_FILE = "aftercare.json"
SCHEMA_VERSION = "1"


class Store:
    """The data folder. Its parts fulfil the repository ports of the core."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._path = home / DATA_FILE
        self._lock = DataLock(home)
        self._read: tuple[_Seen, Tables] | None = None
        self.sessions = Sessions(self)
        self.overrides = Overrides(self)
        self.observations = Observations(self)
        self.journal = Journal(self)
        self.settings = Settings(self)

    def exclusive(self) -> DataLock:
        """The one lock of window and pump; entering it again in the same process is allowed."""
        return self._lock

    def documents(self, table: str) -> list[dict[str, Any]]:
        """All records of a table as stored. Raises UnreadableData."""
        return [dict(document) for document in self.tables().get(table, {}).values()]

    def tables(self) -> Tables:
        """Everything as stored, to be looked at only. Raises UnreadableData."""
        seen = self._look()
        if seen is None or self._read is None or self._read[0] != seen:
            # Looked at before it is read: what changes in between is found the next time.
            tables = AtomicJSONStorage(self._path).read() or {}
            self._read = (seen, tables) if seen else None
            return tables
        return self._read[1]

    def _look(self) -> _Seen | None:
        """What tells one content of the file from the next, because each is a new file."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    @contextmanager
    def changing(self, name: str) -> Iterator[Table]:
        """A table to change, under the lock. Raises UnreadableData, UnsavedData or DataBusy."""
        with self._lock:
            database = TinyDB(self._path, storage=AtomicJSONStorage)
            meta = database.table("meta")
            if not len(meta):
                meta.insert({"id": "schema_version", "value": SCHEMA_VERSION})
            try:
                yield database.table(name)
            finally:
                self._read = None

    def put(self, name: str, record: Mapping[str, Any]) -> None:
        """Insert a record, or lay it over the stored one of the same id."""
        with self.changing(name) as table:
            _put(table, record)


def _put(table: Table, record: Mapping[str, Any]) -> None:
    if not table.update(dict(record), lambda document: document.get("id") == record["id"]):
        table.insert(record)


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
            table.remove(lambda document: document.get("id") == override_id)


class Observations:
    """ObservationRepository. A record that cannot be read is left in the file and skipped."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stored: dict[str, Any] = {}
        self._known: dict[str, Observation | None] = {}
        self._all: tuple[Observation, ...] = ()

    def all(self) -> tuple[Observation, ...]:
        stored = self._store.tables().get("observations", {})
        if stored is not self._stored:
            # There may be thousands; only those that changed are read again.
            before, known = self._stored, self._known
            self._known = {
                key: known[key] if before.get(key) == record else observation_from(record)
                for key, record in stored.items()
            }
            self._stored, self._all = stored, tuple(in_order(o for o in self._known.values() if o is not None))
        return self._all

    def get(self, observation_id: str) -> Observation | None:
        return next((observation for observation in self.all() if observation.id == observation_id), None)

    def save(self, observation: Observation) -> None:
        with self._store.changing("observations") as table:
            stored = self._store.tables().get("observations", {}).values()
            before = next((record for record in stored if record.get("id") == observation.id), None)
            _put(table, observation_record(observation, before))

    def remove(self, observation_id: str) -> Callable[[], None]:
        with self._store.changing("observations") as table:
            gone = [dict(found) for found in table.search(lambda document: document.get("id") == observation_id)]
            table.remove(lambda document: document.get("id") == observation_id)

        def undo() -> None:
            for record in gone:
                self._store.put("observations", record)

        return undo


class Settings:
    """SettingsRepository."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        return {record["id"]: record["value"] for record in self._store.documents("settings")}

    def get(self, name: str, default: str = "") -> str:
        return self.all().get(name, default)

    def put(self, name: str, value: str) -> None:
        self._store.put("settings", {"id": name, "value": value})
