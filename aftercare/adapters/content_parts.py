"""What every content file has in common: its review state, ids that are given once, and names of known things."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from aftercare.adapters.toml_reader import Document, Table
from aftercare.core.review import FIRST_DATE, NOBODY, Review

REVIEW_KEYS = {"version", "date", "reviewed_by"}


def read_review(root: Table) -> Review:
    """Version, date and reviewer of a file; none of the three may be left out."""
    reviewer = root.data.get("reviewed_by")
    if not isinstance(reviewer, str) or not reviewer.strip():
        root.fault("reviewed_by", f'is missing; give the clinician\'s name, or "{NOBODY}"')
        reviewer = NOBODY
    written = root.data.get("date")
    if not isinstance(written, date) or isinstance(written, datetime):
        root.fault("date", "must be the day of this version, such as 2026-11-22, without quotes")
        written = FIRST_DATE
    return Review(root.whole("version", 1, 10_000), written, reviewer)


def at_least_one(document: Document, header: str) -> list[Table]:
    """The `[[header]]` tables of a file, each with an id of its own."""
    tables = document.tables(header)
    if not tables:
        document.fault(1, header, f"is missing; give at least one [[{header}]]")
    once(tables, "id")
    return tables


def once(tables: list[Table], key: str) -> None:
    """Report every table whose key repeats the value of an earlier one."""
    seen: set[str] = set()
    for table in tables:
        value = table.data.get(key)
        if isinstance(value, str):
            if value in seen:
                table.fault(key, f'"{value}" is there twice; keep one')
            seen.add(value)


def named(table: Table, key: str, known: Collection[str], required: bool = False) -> tuple[str, ...]:
    """A list of ids that are all known; every other one is reported."""
    found = table.texts(key, required)
    for name in found:
        if name not in known:
            table.fault(key, f'"{name}" is not known; use {", ".join(sorted(known))}')
    return tuple(name for name in found if name in known)


def hours_apart(
    table: Table, first: str, last: str, low: float, high: float
) -> tuple[float, float] | tuple[None, None]:
    """Two keys that are given together, the first not after the last; both None where neither is there."""
    if not table.has(first) or not table.has(last):
        if table.has(first) or table.has(last):
            lonely, missing = (first, last) if table.has(first) else (last, first)
            table.fault(lonely, f"goes with {missing}; give both or neither")
        return None, None
    faults = len(table.document.faults)
    start, end = table.number(first, low, high), table.number(last, low, high)
    if len(table.document.faults) == faults and start > end:
        table.fault(last, f"must not be less than {first}; write the earlier hour in {first}")
    return start, end
