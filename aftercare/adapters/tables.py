"""Rows as the database's tables and back."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aftercare.core.rows import Rows, key_of

Tables = Mapping[str, Mapping[str, Any]]


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
