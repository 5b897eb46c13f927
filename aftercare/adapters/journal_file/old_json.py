"""The data file as it was before the journal: the plain JSON of TinyDB's own storage."""
from __future__ import annotations

from aftercare.adapters.journal_file.rows import RawTables, Unreadable, text_of, value_of


def tables_of(data: bytes) -> RawTables:
    """The tables of a JSON file. Raises Unreadable when it is damaged, TypeError when it holds something else."""
    tables = value_of(data.strip())
    if not _are_tables(tables):
        raise TypeError
    try:
        return {name: {key: text_of(document) for key, document in table.items()} for name, table in tables.items()}
    except (RecursionError, ValueError) as error:
        raise Unreadable from error


def _are_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict)
        and all(doc_id.isdecimal() and isinstance(document, dict) for doc_id, document in table.items())
        for table in value.values()
    )
