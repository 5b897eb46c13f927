"""A TinyDB storage that survives a crash, a full disk and flipped bits, and writes only what changed.

`TinyDB(path, storage=JournalStorage)` does what it does with TinyDB's own storage. With `JournalDB(path)`, an insert
costs the same however many documents there are.
"""
from __future__ import annotations

from typing import cast

from tinydb import TinyDB

from aftercare.adapters.journal_file.storage import JournalStorage, Tables
from aftercare.adapters.journal_file.table import JournalTable

__all__ = ["JournalDB", "JournalStorage", "JournalTable", "Tables"]


class JournalDB(TinyDB):
    """A TinyDB whose tables tell the storage what they changed."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]

    @property
    def storage(self) -> JournalStorage:
        return cast(JournalStorage, super().storage)
