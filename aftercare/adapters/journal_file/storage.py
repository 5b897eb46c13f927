"""TinyDB's contract, read everything and write everything, kept by a journal file."""
from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tinydb import Storage

from aftercare.adapters.journal_file import difference, rows
from aftercare.adapters.journal_file.disk import Disk, SystemDisk
from aftercare.adapters.journal_file.file import Habits, JournalFile
from aftercare.adapters.journal_file.seal import Seal, Unsealed
from aftercare.core.data_errors import DataBusy
from aftercare.core.data_loss import Loss

Tables = dict[str, dict[str, Any]]
_BATCH = 500


class JournalStorage(Storage):
    """All tables in one file: a snapshot, and after it what changed. Reads need no lock; each write takes it.

    A missing or empty file is an empty database; the first write makes it and its folder, closed to other users. A JSON
    file of TinyDB is read as it is, and stays until a journal with the same content is on the disk. What other
    processes write is seen at the next read. How JSON is laid out cannot be chosen.

    `seal` wraps the bytes of every record. With `read_only` every write is refused. With `erases`, deleted documents
    leave the disk at once, by a new snapshot; without, with the next one. That comes when the changes since the last
    are half as large as it, and larger than `patience` bytes. `strict` is for a file that nothing else ever makes: an
    empty one, and record ids that are no numbers, then count as damage.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, seal: Seal | None = None, disk: Disk | None = None,
        read_only: bool = False, erases: bool = False, strict: bool = False, patience: int = 64 * 1024,
    ) -> None:  # fmt: skip
        super().__init__()
        # A link is followed now: replacing the link itself would part it from the file it stands for.
        resolved = Path(path).resolve()
        habits = Habits(read_only, erases, strict, patience)
        self.file = JournalFile(resolved, seal or Unsealed(), disk or SystemDisk(), habits)
        self._handed: rows.RawTables | None = None

    def read(self) -> Tables | None:
        """All tables, made anew, or None when there is no file yet. Raises UnreadableData and leaves the file alone."""
        with self.file.looking() as tables:
            self._handed = rows.copied(tables)
            exists = self.file.exists
        return {name: self._parsed(texts) for name, texts in self._handed.items()} if exists else None

    def write(self, data: Tables) -> None:
        """Save what is different from what was last read; it is on the disk when this returns.

        Raises NotStorable, UnsavedData, UnreadableData or DataBusy, and then nothing is changed. DataBusy also means
        that another process has changed one of the same documents since they were read.
        """
        with self.file.exclusive() as now:
            before = now if self._handed is None or not data else self._handed
            ops = difference.changes(before, data)
            if difference.conflicts(ops, before, now):
                raise DataBusy(str(self.file.path.parent), 0.0)
            if not ops and not self.file.exists:
                self.file.create()
            self.file.commit(ops)
            with self.file.looking() as tables:
                self._handed = rows.copied(tables)

    def start_over(self, data: Tables) -> None:
        """Save these in the place of a file that cannot be read; that is kept aside under another name.

        Raises NotStorable, UnsavedData or DataBusy, and then nothing is changed.
        """
        tables: rows.RawTables = {}
        rows.apply(difference.changes({}, data), tables)
        self.file.start_over(tables)

    def losses(self) -> tuple[Loss, ...]:
        """What damage has cost, until `losses_told` is called."""
        return self.file.losses()

    def losses_told(self) -> None:
        """The patient knows of the losses; forget them."""
        self.file.losses_told()

    def _parsed(self, texts: rows.Texts) -> dict[str, Any]:
        found: dict[str, Any] = {}
        pairs = list(texts.items())
        for start in range(0, len(pairs), _BATCH):
            batch = pairs[start : start + _BATCH]
            parsed = self.file.documents([text for _key, text in batch])
            found.update(zip((key for key, _text in batch), parsed, strict=True))
        return found
