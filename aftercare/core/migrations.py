"""How data of an older version becomes data of this one: pure steps, in order, each from one version to the next.

A step never drops or renames what it does not know. Data of a newer version is never taken apart: it is looked at only.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping

from aftercare.core.rows import (
    CHANGED_AT,
    META,
    OBSERVATIONS,
    OVERRIDES,
    PHOTOS,
    SCHEMA_VERSION,
    SESSIONS,
    Record,
    Rows,
    setting,
)

Step = Callable[[Rows], Rows]
# What says in data of version 1 when a record was written. A session said it only where it came from a screen.
_WRITTEN = {SESSIONS: "quiet_until", OVERRIDES: "given_at", OBSERVATIONS: "recorded_at", PHOTOS: "taken"}


def say_when_changed(rows: Rows) -> Rows:
    """Version 2: a record says when it was changed, so that two versions of it can be put in order."""
    return {table: [_stamped(record, _WRITTEN.get(table)) for record in records] for table, records in rows.items()}


# The step at place n leads from version n + 1 to version n + 2.
STEPS: tuple[Step, ...] = (say_when_changed,)
CURRENT = len(STEPS) + 1


def version_of(rows: Rows) -> int:
    """The version of data; data that does not say it is of the first. An unknown kind of number is a newer one."""
    text = setting(rows, META, SCHEMA_VERSION)
    if not text:
        return CURRENT if not any(rows.values()) else 1
    return int(text) if text.isascii() and text.isdecimal() and int(text[:9]) > 0 and len(text) < 9 else CURRENT + 1


def is_newer(rows: Rows) -> bool:
    """Whether a newer version of the app wrote this."""
    return version_of(rows) > CURRENT


def migrate(rows: Rows) -> Rows:
    """The same data as this version stores it. Data of this version or a newer one is handed back as it is."""
    for number in range(version_of(rows), CURRENT):
        rows = with_version(STEPS[number - 1](rows), number + 1)
    return rows


def with_version(rows: Rows, version: int) -> Rows:
    """The same data, said to be of a version."""
    others = [record for record in rows.get(META, ()) if record.get("id") != SCHEMA_VERSION]
    mark: Mapping[str, str] = {"id": SCHEMA_VERSION, "value": str(version)}
    return {**rows, META: [mark, *others]}


def _stamped(record: Record, written: str | None) -> Record:
    found = record.get(written) if written else None
    if CHANGED_AT in record or not isinstance(found, str):
        return record
    return {**record, CHANGED_AT: found}
