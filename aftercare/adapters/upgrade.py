"""Brings stored data of an older version up to this one, a step at a time, each with a copy of what was before."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from aftercare.adapters.tables import Tables, rows_of, tables_of
from aftercare.core import migrations
from aftercare.core.backup import SUFFIX
from aftercare.core.backup_errors import BackupNotSaved
from aftercare.core.data_errors import NewerData, UnsavedData
from aftercare.core.rows import Rows
from aftercare.core.sealer_port import Sealer


class Stored(Protocol):
    """What keeps the tables."""

    def read(self) -> Tables | None: ...

    def write(self, data: Any) -> None: ...


def copy_before(path: Path, version: int) -> Path:
    """Where data as it was before it became a version is kept: a backup that can be opened like any other."""
    return path.with_name(f"{path.name}.before-version-{version}{SUFFIX}")


def bring_up_to_date(path: Path, stored: Stored, sealer: Sealer, now: datetime) -> None:
    """For the first change after an update, under the lock. Raises NewerData or UnsavedData; then nothing changed."""
    tables = stored.read() or {}
    rows = rows_of(tables)
    if migrations.is_newer(rows):
        raise NewerData(str(path))
    if not any(rows.values()):
        stored.write(tables_of(migrations.with_version(rows, migrations.CURRENT), tables))
    for number in range(migrations.version_of(rows), migrations.CURRENT):
        _keep(copy_before(path, number + 1), rows, sealer, now)
        rows = migrations.with_version(migrations.STEPS[number - 1](rows), number + 1)
        stored.write(tables_of(rows, tables))
        tables = stored.read() or {}


def _keep(copy: Path, rows: Rows, sealer: Sealer, now: datetime) -> None:
    from aftercare.adapters.backup_files import write_archive

    try:
        write_archive(copy, now, rows, sealer)
    except BackupNotSaved as error:
        raise UnsavedData(str(copy), str(error)) from error
