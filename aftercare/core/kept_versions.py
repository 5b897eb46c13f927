"""The other version of a record, kept where a backup and the device differed: found, put in use, or given up."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aftercare.core.backup_merge import copy_of
from aftercare.core.rows import (
    BACKUP,
    CHANGED_AT,
    COPY_FROM,
    COPY_OF,
    DEVICE,
    KEPT,
    OBSERVATIONS,
    SESSIONS,
    STAMPED,
    Record,
    Rows,
    by_key,
    key_of,
    same,
)

COPY_STATUS = "copy_status"
# Where second versions stand: beside their first ones, or in a table of their own.
PLACES = (SESSIONS, OBSERVATIONS, KEPT)


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A second version of a record of a table. `id` is that of the copy, `origin` says whose it is: BACKUP or DEVICE.

    `record` is what it would be in use, `current` what is in use; None: that was deleted since.
    """

    id: str
    table: str
    origin: str
    record: Record
    current: Record | None


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a table before and after a change; None: it is not there."""

    table: str
    before: Record | None
    after: Record | None


Change = tuple[Step, ...]


def kept_versions(rows: Rows) -> tuple[KeptVersion, ...]:
    """All second versions, the latest changed first."""
    found = [
        version for place in PLACES for record in rows.get(place, ()) if (version := _version(rows, place, record))
    ]
    return tuple(sorted(found, key=lambda each: str(each.record.get(CHANGED_AT, "")), reverse=True))


def use_instead(rows: Rows, copy_id: str, at: str) -> Change:
    """Have a second version take the place of the one in use, which becomes the second one. `at`: UTC text of now.

    Nothing where there is no such version any more.
    """
    found = _copy(rows, copy_id)
    if found is None:
        return ()
    place, copy, version = found
    wanted = {**version.record, **({CHANGED_AT: at} if version.table in STAMPED else {})}
    steps = [Step(place, copy, None), Step(version.table, version.current, wanted)]
    if version.current is not None:
        other = copy_of(version.table, version.current, DEVICE if version.origin == BACKUP else BACKUP)
        if other is not None:
            beside, kept = other
            steps.append(Step(beside, by_key(rows.get(beside, ())).get(key_of(kept)), kept))
    return tuple(steps)


def give_up(rows: Rows, copy_id: str) -> Change:
    """Have a second version go for good. Nothing where there is none any more."""
    found = _copy(rows, copy_id)
    return (Step(found[0], found[1], None),) if found else ()


def undone(change: Change) -> Change:
    """The way back."""
    return tuple(Step(step.table, step.after, step.before) for step in reversed(change))


def changed(rows: Rows, change: Change) -> Rows:
    """The rows after a change. A record that says something else by now is left as it is."""
    tables = {table: by_key(records) for table, records in rows.items()}
    for step in change:
        table = tables.setdefault(step.table, {})
        known = step.before or step.after
        if known is None:
            continue
        key = key_of(known)
        now = table.get(key)
        if (now is None) is not (step.before is None) or (now and step.before and not same(now, step.before)):
            continue
        if step.after is None:
            del table[key]
        else:
            table[key] = step.after
    return {table: list(records.values()) for table, records in tables.items()}


def _copy(rows: Rows, copy_id: str) -> tuple[str, Record, KeptVersion] | None:
    for place in PLACES:
        for record in rows.get(place, ()):
            if record.get("id") == copy_id and (version := _version(rows, place, record)):
                return place, record, version
    return None


def _version(rows: Rows, place: str, record: Record) -> KeptVersion | None:
    named, origin = record.get(COPY_OF), record.get(COPY_FROM)
    if not isinstance(named, str) or origin not in (BACKUP, DEVICE):
        return None
    table, inner = place, _without_marks(place, record, named)
    if place == KEPT:
        table, found = str(record.get("table")), record.get("record")
        if not isinstance(found, dict) or found.get("id") != named:
            return None
        inner = found
    return KeptVersion(str(record.get("id")), table, str(origin), inner, _of(rows.get(table, ()), named))


def _of(records: Sequence[Record], named: str) -> Record | None:
    return next((record for record in records if record.get("id") == named), None)


def _without_marks(place: str, record: Record, named: str) -> Record:
    """A check-in or session as it was before it became a second one."""
    plain = {name: value for name, value in record.items() if name not in (COPY_OF, COPY_FROM, COPY_STATUS)}
    plain["id"] = named
    if place == SESSIONS and COPY_STATUS in record:
        plain["status"] = record[COPY_STATUS]
    return plain
