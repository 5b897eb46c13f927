"""The patient's data in one TinyDB file: sessions, the clinic's word, check-ins, the alert journal and settings.

Records carry our own ids. A record is saved over what is stored, so that fields of a newer version survive. Every
change opens the file anew under the folder's lock; a read needs no lock, because the file is replaced as a whole.
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
from aftercare.adapters.storage import AtomicJSONStorage
from aftercare.core.observation import Observation
from aftercare.core.session import ClinicOverride, Session

DATA_FILE = "aftercare.json"
SCHEMA_VERSION = "1"


class Store:
    """The data folder. Its parts fulfil the repository ports of the core."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._path = home / DATA_FILE
        self._lock = DataLock(home)
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
        database = TinyDB(self._path, storage=AtomicJSONStorage)
        return [dict(document) for document in database.table(table)]

    @contextmanager
    def changing(self, name: str) -> Iterator[Table]:
        """A table to change, under the lock. Raises UnreadableData, UnsavedData or DataBusy."""
        with self._lock:
            database = TinyDB(self._path, storage=AtomicJSONStorage)
            meta = database.table("meta")
            if not len(meta):
                meta.insert({"id": "schema_version", "value": SCHEMA_VERSION})
            yield database.table(name)

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

    def all(self) -> tuple[Observation, ...]:
        found = (observation_from(record) for record in self._store.documents("observations"))
        return tuple(sorted((o for o in found if o is not None), key=lambda o: (o.at, o.recorded_at, o.id)))

    def get(self, observation_id: str) -> Observation | None:
        return next((observation for observation in self.all() if observation.id == observation_id), None)

    def save(self, observation: Observation) -> None:
        with self._store.changing("observations") as table:
            stored = table.search(lambda document: document.get("id") == observation.id)
            _put(table, observation_record(observation, stored[0] if stored else None))

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
