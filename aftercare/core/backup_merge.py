"""Putting two versions of the patient's data together: the later writer wins each record, and the other is kept."""
from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from aftercare.core.backup import Counts, counted, is_local_record
from aftercare.core.rows import (
    ALERTS,
    BACKUP,
    CHANGED_AT,
    COPY_FROM,
    COPY_OF,
    DEVICE,
    KEPT,
    META,
    OBSERVATIONS,
    SESSIONS,
    SETTINGS,
    Record,
    Rows,
    by_key,
    canonical,
    key_of,
    same,
)
from aftercare.core.session import SessionStatus

_COPIES = uuid.UUID("5b0c9c0e-5d5f-4d0a-9d43-9f7c3b5f4c1e")
# Of the settings, the answers before a session are worth a second version; a look or a draft is not.
_KEPT_SETTINGS = "preparation"


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows put together, and by table what came from the backup.

    `added`: only there before. `updated`: there newer than here. `newer_here`: here newer than there. `kept`: second
    versions that are new now. `set_aside`: those of them in the table of kept copies.
    """

    rows: Rows
    added: Counts
    updated: Counts
    newer_here: Counts
    kept: Counts
    set_aside: int


def merge(here: Rows, backup: Rows) -> Merged:
    """Both together, by our ids. The settings of the device are those of `here`.

    Done twice it changes nothing more; where the two share no id, the order does not matter.
    """
    rows = {table: _all(records) for table, records in here.items()}
    numbers: dict[str, Counter[str]] = {name: Counter() for name in ("added", "updated", "newer", "kept")}
    for table, records in backup.items():
        if table == META:
            continue
        mine = rows.setdefault(table, {})
        for key, theirs in by_key(records).items():
            if is_local_record(table, theirs):
                continue
            ours = mine.get(key)
            if ours is None:
                mine[key] = theirs
                numbers["added"][table] += 1
                continue
            first, second = (ours, theirs) if _order(table, ours) >= _order(table, theirs) else (theirs, ours)
            mine[key] = first
            if same(ours, theirs):
                continue
            numbers["updated" if first is theirs else "newer"][table] += 1
            copied = copy_of(table, second, DEVICE if first is theirs else BACKUP)
            if copied is not None:
                place, copy = copied
                beside = rows.setdefault(place, {})
                if f"id:{copy['id']}" not in beside:
                    beside[f"id:{copy['id']}"] = copy
                    numbers["kept"][place] += 1
    counts = {name: counted(found) for name, found in numbers.items()}
    whole = {table: list(records.values()) for table, records in rows.items()}
    return Merged(
        whole, counts["added"], counts["updated"], counts["newer"], counts["kept"], numbers["kept"][KEPT]
    )


def replace(here: Rows, backup: Rows) -> Rows:
    """The backup's rows instead of those here; what was told to the patient and what is the device's stays."""
    told = merge({ALERTS: here.get(ALERTS, ())}, {ALERTS: backup.get(ALERTS, ())}).rows
    local = [record for record in here.get(SETTINGS, ()) if is_local_record(SETTINGS, record)]
    settings = [record for record in backup.get(SETTINGS, ()) if not is_local_record(SETTINGS, record)]
    return {**backup, META: here.get(META, ()), ALERTS: told[ALERTS], SETTINGS: [*settings, *local]}


def lost_by_replacing(here: Rows, backup: Rows) -> Counts:
    """What is here alone, or newer here."""
    lost: Counter[str] = Counter()
    for table, records in here.items():
        theirs = by_key(backup.get(table, ()))
        for key, ours in by_key(records).items():
            other = theirs.get(key)
            if other is None or (not same(ours, other) and _order(table, ours) > _order(table, other)):
                lost[table] += 1
    return counted(lost)


def copy_of(table: str, record: Record, origin: str) -> tuple[str, Record] | None:
    """The table and the record under which a second version is kept, the same each time; None: not worth keeping.

    A check-in becomes a second entry of the diary. A session becomes a cancelled one, so that it neither restricts nor
    alerts. What would act if it stood beside the other goes into the table of kept copies.
    """
    if table == ALERTS or (table == SETTINGS and not str(record.get("id")).startswith(_KEPT_SETTINGS)):
        return None
    named = str(record.get("id"))
    copy_id = str(uuid.uuid5(_COPIES, f"{table}:{canonical({**record, CHANGED_AT: ''})}"))
    marks = {"id": copy_id, COPY_OF: named, COPY_FROM: origin}
    if table == OBSERVATIONS:
        return table, {**record, **marks}
    if table == SESSIONS:
        return table, {**record, **marks, "status": SessionStatus.CANCELLED.value, "copy_status": record.get("status")}
    return KEPT, {**marks, "table": table, "record": record}


def _all(records: Sequence[Record]) -> dict[str, Record]:
    """By what they are known by; of two with one id, which no version of ours stores, none is dropped."""
    found = by_key(records)
    doubled = (record for record in records if found[key_of(record)] is not record)
    return {**found, **{f"double:{number}": record for number, record in enumerate(doubled)}}


def _order(table: str, record: Record) -> tuple[str, str]:
    """Later writers are larger; of one instant the order is arbitrary and the same everywhere."""
    when = record.get("at" if table == ALERTS else CHANGED_AT)
    return when if isinstance(when, str) else "", canonical({**record, CHANGED_AT: ""})
