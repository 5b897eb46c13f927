"""The patient's data as records in tables, the form in which it is migrated, backed up and merged."""
from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# Whatever a newer version stores is in them too: an unknown table, field or code is carried along as it is.
Record = Mapping[str, Any]
Rows = Mapping[str, Sequence[Record]]

META, SETTINGS, ALERTS, KEPT = "meta", "settings", "alerts", "kept"
SESSIONS, OVERRIDES, OBSERVATIONS, PHOTOS = "sessions", "overrides", "observations", "photos"
# When the patient last changed a record (UTC text); a record without it is older than any that has it.
CHANGED_AT = "changed_at"
# Tables whose records say when they were changed.
STAMPED = frozenset({SESSIONS, OVERRIDES, OBSERVATIONS, PHOTOS, SETTINGS})
# What a kept copy is a copy of, and whose version it is: BACKUP or DEVICE.
COPY_OF, COPY_FROM, BACKUP, DEVICE = "copy_of", "copy_from", "backup", "device"
SCHEMA_VERSION = "schema_version"


def canonical(record: Record) -> str:
    """A text that is the same for equal records, whatever the order of their fields."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"))


def key_of(record: Record) -> str:
    """What a record is known by in its table: our own id, or for one without any, all that it says."""
    named = record.get("id")
    return f"id:{named}" if isinstance(named, str) else f"as:{canonical(record)}"


def by_key(records: Iterable[Record]) -> dict[str, Record]:
    """Records by what they are known by."""
    return {key_of(record): record for record in records}


def same(one: Record, other: Record) -> bool:
    """Whether two records say the same, whenever that was written."""
    return canonical({**one, CHANGED_AT: ""}) == canonical({**other, CHANGED_AT: ""})


def setting(rows: Rows, table: str, name: str) -> str:
    """The text stored under a name in a table of names and values, or nothing."""
    found = next((record.get("value") for record in rows.get(table, ()) if record.get("id") == name), None)
    return found if isinstance(found, str) else ""
