"""All records of a store at once, for backups: WholeData."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aftercare.adapters.lock import DataLock
from aftercare.adapters.plain_json import refuse_foreign_values
from aftercare.adapters.store import Store
from aftercare.core.migrations import CURRENT, migrate, with_version
from aftercare.core.rows import Rows, key_of

Tables = Mapping[str, Mapping[str, Any]]


class StoredData:
    """WholeData over the patient's data file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def exclusive(self) -> DataLock:
        return self._store.exclusive()

    def rows(self) -> Rows:
        return migrate(rows_of(self._store.storage.read() or {}))

    def replace(self, rows: Rows) -> None:
        refuse_foreign_values({table: list(records) for table, records in rows.items()})
        with self._store.exclusive(), self._store.changing("meta"):
            before = self._store.storage.read() or {}
            self._store.storage.write(tables_of(with_version(rows, CURRENT), before))


def rows_of(tables: Tables) -> Rows:
    """The records of tables, without the numbers that the database gave them."""
    return {name: [dict(record) for record in table.values()] for name, table in tables.items()}


def tables_of(rows: Rows, before: Tables) -> dict[str, dict[str, Any]]:
    """Rows as tables. A record keeps the number it had; a new one gets one that was never used."""
    made: dict[str, dict[str, Any]] = {}
    for name, records in rows.items():
        stored = before.get(name, {})
        numbers = {key_of(record): number for number, record in stored.items()}
        following = max((int(number) for number in stored), default=0) + 1
        table: dict[str, Any] = {}
        for record in records:
            number = numbers.pop(key_of(record), None)
            if number is None:
                number, following = str(following), following + 1
            table[number] = dict(record)
        if table or name in before:
            made[name] = table
    return made
