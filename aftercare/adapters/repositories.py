"""The repositories on a data folder: sessions, the clinic's word, check-ins and settings."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aftercare.adapters.records import override_from, override_record, session_from, session_record
from aftercare.core.session import ClinicOverride, Session

if TYPE_CHECKING:
    from aftercare.adapters.journal_file.table import JournalTable
    from aftercare.adapters.store import Store
    from aftercare.core.observation import Observation


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
        # Imported when check-ins are asked for; the commands of a plan do without them.
        from aftercare.adapters.observation_records import observation_from
        from aftercare.core.observation_history import in_order

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
        from aftercare.adapters.observation_records import observation_record

        with self._store.changing("observations") as table:
            before = next(iter(_stored(table, observation.id)), None)
            self._store.lay(table, "observations", observation_record(observation, before))

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
        if not self._store.is_sealed:
            return found
        from aftercare.core.alert_choices import WORDING

        return {**found, WORDING: "hidden"}

    def get(self, name: str, default: str = "") -> str:
        return self.all().get(name, default)

    def put(self, name: str, value: str) -> None:
        self._store.put("settings", {"id": name, "value": value})


def _stored(table: JournalTable, record_id: str) -> list[dict[str, Any]]:
    found = (table.get(doc_id=doc_id) for doc_id in table.ids_where("id", record_id))
    return [dict(document) for document in found if document is not None]
