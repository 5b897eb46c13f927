"""A journal file as one process sees it: what it holds, kept up to date, and the one way to change it."""
from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

from aftercare.adapters.journal_file import aside, frames, reading, rows, writing
from aftercare.adapters.journal_file.disk import Disk
from aftercare.adapters.journal_file.rows import Op, RawTables
from aftercare.adapters.journal_file.seal import Seal
from aftercare.adapters.journal_file.view import View, reason_of
from aftercare.adapters.lock import DataLock
from aftercare.core.data_errors import NewerData, UnsavedData
from aftercare.core.data_loss import Loss


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file is kept.

    With `erases`, what is deleted leaves the disk at once, by a new snapshot; otherwise with the next one. That is made
    when what changed since the last is half as large, and larger than `patience` bytes. `strict`: see `content_of`.
    """

    read_only: bool = False
    erases: bool = False
    strict: bool = False
    patience: int = 64 * 1024


class JournalFile:
    """The file at a path."""

    def __init__(self, path: Path, seal: Seal, disk: Disk, habits: Habits) -> None:
        self.path = path
        self._seal, self._disk, self._habits = seal, disk, habits
        self._lock = DataLock(path.parent)
        # Held for moments only, and never while waiting for the lock.
        self._turn = RLock()
        self._view = View(path, seal, disk, habits.strict)
        self._distrusted = False

    @property
    def revision(self) -> int:
        """Grows with every change of what the file holds."""
        return self._view.revision

    @property
    def foreign(self) -> int:
        """Grows with every change that somebody else made."""
        return self._view.foreign

    @property
    def exists(self) -> bool:
        """Whether there was a file when it was last looked at."""
        return self._view.seen is not None

    @contextmanager
    def looking(self) -> Iterator[RawTables]:
        """The tables as they are now, to be looked at only; other threads wait. Raises UnreadableData."""
        with self._turn:
            self._view.follow()
            yield self._view.tables

    @contextmanager
    def exclusive(self) -> Iterator[RawTables]:
        """Hold the file to change it; may be entered again. Raises DataBusy, UnsavedData or UnreadableData."""
        with self._lock, self._turn:
            self._view.follow_closely()
            yield self._view.tables

    def commit(self, ops: Sequence[Op]) -> None:
        """Carry out all of these or none, inside `exclusive`; on the disk before it returns. Raises UnsavedData."""
        if not ops:
            return
        count = sum(len(op.ids) or 1 for op in ops)
        with self._saving():
            frame = self._frame(frames.CHANGE, rows.payload_of(ops), count)
            if self._erases(ops) or self._must_replace(len(frame)):
                tables = rows.copied(self._view.tables)
                rows.apply(ops, tables)
                self._replace(tables, self._view.content.to_tell)
            else:
                self._append(frame)
                rows.apply(ops, self._view.tables)
                self._compact()
        self._view.revision += 1

    def create(self) -> None:
        """Make a file without tables, inside `exclusive`. Raises UnsavedData."""
        with self._saving():
            self._replace({}, ())

    def start_over(self, tables: RawTables) -> None:
        """Put these in the place of a file that cannot be read, which is kept aside first, under the lock.

        Raises DataBusy or UnsavedData; then that file stands as it was.
        """
        with self._lock, self._turn:
            self._view.let_go()
            with self._saving():
                seen = self._disk.look(self.path)
                if seen is not None:
                    # Told apart by what the system says of it: the file itself may not even open.
                    self._disk.keep_aside(self.path, aside.name_of(self.path, "-".join(f"{part:x}" for part in seen)))
                self._put_in_place(tables, ())
        self._view.revision += 1
        self._view.foreign += 1

    def document(self, text: bytes) -> rows.Document:
        """A document, made anew. Raises UnreadableData."""
        return self.documents([text])[0]

    def documents(self, texts: list[bytes]) -> list[rows.Document]:
        """Documents, made anew, faster than one by one. Raises UnreadableData."""
        return reading.parsed(self.path, texts)

    def losses(self) -> tuple[Loss, ...]:
        """What damage has cost and the patient was not told yet."""
        with self.looking():
            return self._view.content.to_tell

    def losses_told(self) -> None:
        """The patient knows of the losses; forget them."""
        with self.exclusive(), self._saving():
            if self._view.content.to_tell:
                self._replace(self._view.tables, ())

    @contextmanager
    def _saving(self) -> Iterator[None]:
        if self._habits.read_only:
            raise UnsavedData(str(self.path), os.strerror(errno.EROFS))
        if self._view.content.newer:
            raise NewerData(str(self.path))
        try:
            yield
        except OSError as error:
            raise UnsavedData(str(self.path), reason_of(error)) from error

    def _erases(self, ops: Sequence[Op]) -> bool:
        """Whether text has to leave the disk at once."""
        return self._habits.erases and any(op.verb != rows.PUT and self._view.tables.get(op.table) for op in ops)

    def _must_replace(self, size: int) -> bool:
        content = self._view.content
        fresh = not content.generation or content.damaged or self._distrusted
        return fresh or size > max(self._habits.patience, content.end)

    def _append(self, frame: bytes) -> None:
        content = self._view.content
        try:
            self._view.seen = writing.append(self._disk, self.path, content.end, frame)
        except writing.NotSynced:
            # What the system believes to be on the disk may not be there: only a new file is sure.
            self._distrusted = True
            raise
        content.end += len(frame)
        content.number += 1

    def _compact(self) -> None:
        content = self._view.content
        if content.end - content.snapshot_end > max(self._habits.patience, content.snapshot_end // 2):
            # The change itself is safe; a snapshot can wait until there is room.
            with contextlib.suppress(OSError):
                self._replace(content.tables, content.losses)

    def _replace(self, tables: RawTables, losses: Sequence[Loss]) -> None:
        content = self._view.content
        if content.damaged:
            kept = aside.name_of(self.path, content.generation.hex())
            self._disk.keep_aside(self.path, kept)
            losses = [loss if loss.kept else replace(loss, kept=kept.name) for loss in losses]
        if self._view.seen is None:
            # The first file: its folder may be as new.
            self._disk.sync_folder(self.path.parent.parent)
        self._put_in_place(tables, losses)

    def _put_in_place(self, tables: RawTables, losses: Sequence[Loss]) -> None:
        writing.remove_leftovers(self._disk, self.path)
        try:
            self._view.holds(*writing.replace(self._disk, self.path, tables, losses, self._seal))
        except writing.NotSynced:
            # Its name may be that of the old file again when the power goes; with it all that would be appended.
            self._distrusted = True
            raise
        self._distrusted = False

    def _frame(self, kind: int, payload: bytes, count: int) -> bytes:
        content = self._view.content
        return writing.frame_of(kind, content.generation, content.number + 1, payload, count, self._seal)
