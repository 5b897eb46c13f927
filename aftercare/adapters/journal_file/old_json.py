"""The data file as it was before the journal: the plain JSON of TinyDB's own storage."""
from __future__ import annotations

from aftercare.adapters.journal_file.rows import PUT, Op, RawTables, Unreadable, are_numbered, text_of, value_of


def tables_of(data: bytes, strict: bool) -> RawTables:
    """The tables of a JSON file. Raises Unreadable when it is damaged, TypeError when it holds something else.

    TinyDB makes its file before the first record, so an empty one is an empty database. A `strict` reader knows
    better: nothing of ours is ever empty, or names its records by anything but numbers.
    """
    if not data and not strict:
        return {}
    tables = value_of(data.strip())
    if not _are_tables(tables) or (strict and not are_numbered(Op(PUT, name, list(tables[name])) for name in tables)):
        raise TypeError
    try:
        return {name: {key: text_of(document) for key, document in table.items()} for name, table in tables.items()}
    except (RecursionError, ValueError) as error:
        raise Unreadable from error


def _are_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict) and all(isinstance(document, dict) for document in table.values())
        for table in value.values()
    )
