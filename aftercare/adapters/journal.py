"""The journal of alerts in the patient's data file: one record an alert key."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from aftercare.core.data_errors import NewerData
from aftercare.core.instants import from_utc_text, utc_text

if TYPE_CHECKING:
    from aftercare.adapters.journal_file.table import JournalTable
    from aftercare.adapters.lock import DataLock
    from aftercare.adapters.store import Store
    from aftercare.core.alert_journal import Entry

TABLE = "alerts"


class Journal:
    """AlertJournal. A record that cannot be read is left in the file; its alert then counts as not told."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def exclusive(self) -> DataLock:
        return self._store.exclusive()

    def entries(self) -> dict[str, Entry]:
        found = (entry_from(record) for record in (*self._store.documents(TABLE), *self._beside()))
        return {entry.key: entry for entry in found if entry is not None}

    def record(self, entries: Iterable[Entry]) -> None:
        waiting = {entry.key: entry_record(entry) for entry in entries}
        if not waiting:
            return
        beside = {str(record["id"]): record for record in self._beside()}
        try:
            with self._store.changing(TABLE) as table:
                _lay(table, {**beside, **waiting})
        except NewerData:
            # An alert of data that is only looked at is told once, too.
            with self._store.exclusive():
                _lay(self._store.aside(), waiting)
            return
        if beside:
            with self._store.exclusive():
                self._store.aside().truncate()

    def _beside(self) -> list[dict[str, Any]]:
        """What was settled while a newer version's data could not be changed."""
        if not self._store.aside_path.exists():
            return []
        return [dict(record) for record in self._store.aside()]


def _lay(table: JournalTable, waiting: Mapping[str, Mapping[str, Any]]) -> None:
    known = {document.get("id"): document.doc_id for document in table}
    if old := [known[key] for key in waiting if key in known]:
        # Fields of a newer version stay; one write for all.
        table.update(lambda document: document.update(waiting[document["id"]]), doc_ids=old)
    if new := [record for key, record in waiting.items() if key not in known]:
        table.insert_multiple(new)


def entry_record(entry: Entry) -> dict[str, Any]:
    """The stored form of an entry; instants in UTC text."""
    return {
        "id": entry.key,
        "state": str(entry.state),
        "fire_at": utc_text(entry.fire_at),
        "at": utc_text(entry.at),
        "notice": entry.notice,
        "kind": str(entry.kind),
        "reason": entry.reason,
    }


def entry_from(record: Mapping[str, Any]) -> Entry | None:
    """The entry of a record, an older one too, which lacks the last three fields."""
    from aftercare.core.alert_journal import Entry

    try:
        return Entry(
            key=str(record["id"]),
            state=str(record["state"]),
            fire_at=from_utc_text(record["fire_at"]),
            at=from_utc_text(record["at"]),
            notice=str(record.get("notice", "")),
            kind=str(record.get("kind", "")),
            reason=str(record.get("reason", "")),
        )
    except (KeyError, TypeError, ValueError):
        return None
