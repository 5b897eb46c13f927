"""evidence.toml to EvidenceRows. Every value is checked; every fault names file, key and line."""
from __future__ import annotations

import re
from pathlib import Path

from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.evidence import Authority, EvidenceRow

FILE = "evidence.toml"
_ADDRESS = re.compile(r"https?://[^\s\"<>]+")


def read_evidence(path: Path) -> tuple[EvidenceRow, ...]:
    """The rows of a file, in its order. Raises ContentFaults."""
    document = Document(path)
    document.only_headers({"row"})
    tables = document.tables("row")
    rows = tuple(_row(table) for table in tables)
    for number, (table, row) in enumerate(zip(tables, rows, strict=True)):
        earlier = rows[:number]
        if any(row.id == other.id for other in earlier):
            table.fault("id", f'"{row.id}" is there twice; keep one')
        if any(row.lines[0] <= other.lines[1] and other.lines[0] <= row.lines[1] for other in earlier):
            table.fault("lines" if table.has("lines") else "line", "is the line of another row already")
    document.done()
    return rows


def _row(table: Table) -> EvidenceRow:
    table.only({"id", "line", "lines", "title", "publisher", "authority", "address", "copied"})
    if table.has("line") == table.has("lines"):
        table.fault("line", "give either line = 66 or lines = [71, 76]")
    if table.has("lines"):
        first, last = (int(number) for number in table.pair("lines", 1, 10_000))
    else:
        first = last = table.whole("line", 1, 10_000) if table.has("line") else 1
    authority = Authority(table.one_of("authority", list(Authority)))
    address = table.text("address", "")
    if address and not _ADDRESS.fullmatch(address):
        table.fault("address", "must be a web address that begins with http:// or https://")
    if not address and authority is not Authority.OWN:
        table.fault("address", 'is missing; only an "own" row has none')
    return EvidenceRow(
        id=table.text("id"),
        lines=(first, last),
        title=table.text("title"),
        publisher=table.text("publisher", ""),
        authority=authority,
        address=address,
        copied=table.flag("copied"),
    )
