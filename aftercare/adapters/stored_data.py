"""All records of a store at once, for backups: WholeData."""
from __future__ import annotations

from typing import Any

from aftercare.adapters.lock import DataLock
from aftercare.adapters.plain_json import refuse_foreign_values
from aftercare.adapters.store import Store
from aftercare.adapters.tables import rows_of, tables_of
from aftercare.core.data_errors import ReadableAgain, UnreadableData
from aftercare.core.migrations import CURRENT, migrate, with_version
from aftercare.core.rows import Rows


class StoredData:
    """WholeData over the patient's data file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def exclusive(self) -> DataLock:
        return self._store.exclusive()

    def rows(self) -> Rows:
        return migrate(rows_of(self._store.storage.read() or {}))

    def records(self, table: str) -> list[dict[str, Any]]:
        return self._store.documents(table)

    def replace(self, rows: Rows) -> None:
        refuse_foreign_values({table: list(records) for table, records in rows.items()})
        with self._store.exclusive(), self._store.changing("meta"):
            before = self._store.storage.read() or {}
            self._store.storage.write(tables_of(with_version(rows, CURRENT), before))

    def start_over(self, rows: Rows, even_readable: bool = False) -> None:
        refuse_foreign_values({table: list(records) for table, records in rows.items()})
        with self._store.exclusive():
            if not even_readable and self._is_readable():
                raise ReadableAgain
            self._store.storage.start_over(tables_of(with_version(rows, CURRENT), {}))
        self._store.forget()

    def _is_readable(self) -> bool:
        try:
            self.rows()
        except UnreadableData:
            return False
        return True
