"""A journal file as one process sees it: what it holds, kept up to date, and the one way to change it."""
from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock

from aftercare.adapters.journal_file import frames, reading, rows, writing
from aftercare.adapters.journal_file.content import Content
from aftercare.adapters.journal_file.disk import Disk, Seen
from aftercare.adapters.journal_file.rows import Op, RawTables
from aftercare.adapters.journal_file.seal import Seal
from aftercare.adapters.lock import DataLock
from aftercare.core.data_errors import NewerData, UnreadableData, UnsavedData
from aftercare.core.data_loss import Loss

# Between the name of the file and what tells one damaged file from another.
DAMAGED = ".damaged-"


class JournalFile:
    """The file at a path. `revision` counts every change of what it holds, `foreign` those that others made.

    With `erases`, what is deleted leaves the disk at once, by a new snapshot; otherwise with the next one. That is made
    when what changed since the last is half as large, and larger than `patience` bytes.
    """

    def __init__(self, path: Path, seal: Seal, disk: Disk, read_only: bool, erases: bool, patience: int) -> None:
        self.path = path
        self.revision = self.foreign = 0
        self._seal, self._disk = seal, disk
        self._read_only, self._erases, self._patience = read_only, erases, patience
        self._lock = DataLock(path.parent)
        # Held for moments only, and never while waiting for the lock.
        self._turn = RLock()
        self._content = Content()
        self._seen: Seen | None = None
        self._distrusted = False

    @property
    def exists(self) -> bool:
        """Whether there was a file when it was last looked at."""
        return self._seen is not None

    @contextmanager
    def looking(self) -> Iterator[RawTables]:
        """The tables as they are now, to be looked at only; other threads wait. Raises UnreadableData."""
        with self._turn:
            self._refresh()
            yield self._content.tables

    @contextmanager
    def exclusive(self) -> Iterator[RawTables]:
        """Hold the file to change it; may be entered again. Raises DataBusy, UnsavedData or UnreadableData."""
        with self._lock, self._turn:
            if self._content.damaged:
                # Without the lock, half a change of somebody else may have looked like damage.
                self._seen = None
            self._refresh(trusting=False)
            yield self._content.tables

    def commit(self, ops: Sequence[Op]) -> None:
        """Carry out all of these or none, inside `exclusive`; on the disk before it returns. Raises UnsavedData."""
        if not ops:
            return
        count = sum(len(op.ids) or 1 for op in ops)
        erasing = self._erases and any(op.verb != rows.PUT and self._content.tables.get(op.table) for op in ops)
        with self._saving():
            frame = self._frame(frames.CHANGE, rows.payload_of(ops), count)
            if erasing or self._must_replace(len(frame)):
                tables = rows.copied(self._content.tables)
                rows.apply(ops, tables)
                self._replace(tables, self._content.to_tell)
            else:
                self._append(frame)
                rows.apply(ops, self._content.tables)
                self._compact()
        self.revision += 1

    def create(self) -> None:
        """Make a file without tables, inside `exclusive`. Raises UnsavedData."""
        with self._saving():
            self._replace({}, ())

    def start_over(self, tables: RawTables) -> None:
        """Put these in the place of a file that cannot be read, which is kept aside first, under the lock.

        Raises DataBusy or UnsavedData; then that file stands as it was.
        """
        with self._lock, self._turn:
            self._content = Content()
            with self._saving():
                seen = self._disk.look(self.path)
                if seen is not None:
                    # Told apart by what the system says of it: the file itself may not even open.
                    self._disk.keep_aside(self.path, self._aside("-".join(f"{part:x}" for part in seen)))
                writing.remove_leftovers(self._disk, self.path)
                self._content, self._seen = writing.replace(self._disk, self.path, tables, (), self._seal)
        self._distrusted = False
        self.revision += 1
        self.foreign += 1

    def document(self, text: bytes) -> rows.Document:
        """A document, made anew. Raises UnreadableData."""
        return self.documents([text])[0]

    def documents(self, texts: list[bytes]) -> list[rows.Document]:
        """Documents, made anew, faster than one by one. Raises UnreadableData."""
        return reading.parsed(self.path, texts)

    def damaged_copies(self) -> list[Path]:
        """The damaged files that were kept aside."""
        start = self.path.name + DAMAGED
        return sorted(found for found in self.path.parent.glob("*") if found.name.startswith(start))

    def losses(self) -> tuple[Loss, ...]:
        """What damage has cost and the patient was not told yet."""
        with self.looking():
            return self._content.to_tell

    def losses_told(self) -> None:
        """The patient knows of the losses; forget them."""
        with self.exclusive(), self._saving():
            if self._content.to_tell:
                self._replace(self._content.tables, ())

    @contextmanager
    def _saving(self) -> Iterator[None]:
        if self._read_only:
            raise UnsavedData(str(self.path), os.strerror(errno.EROFS))
        if self._content.newer:
            raise NewerData(str(self.path))
        try:
            yield
        except OSError as error:
            raise UnsavedData(str(self.path), _reason(error)) from error

    def _refresh(self, trusting: bool = True) -> None:
        try:
            seen = self._disk.look(self.path)
            if seen is not None and seen == self._seen and (trusting or self._is_unchanged(seen)):
                return
            known, self._seen = self._seen, None
            if seen is None:
                changed, self._content = known is not None or bool(self._content.tables), Content()
            else:
                changed = True
                if known is not None and known.inode == seen.inode:
                    self._seen = reading.read_added(self._disk, self.path, self._seal, self._content, known)
                if self._seen is None:
                    self._content, self._seen = reading.read_all(self._disk, self.path, self._seal)
        except OSError as error:
            raise UnreadableData(str(self.path), _reason(error)) from error
        self.revision += changed
        self.foreign += changed

    def _is_unchanged(self, seen: Seen) -> bool:
        """For whoever is to write: two replacements within a tick of the clock may look like none."""
        content = self._content
        if not content.generation or content.damaged:
            return True
        _seen, head, _more = self._disk.read_more(self.path, seen.size, frames.HEADER)
        return frames.generation_of(head) == content.generation

    def _must_replace(self, size: int) -> bool:
        content = self._content
        fresh = not content.generation or content.damaged or self._distrusted
        return fresh or size > max(self._patience, content.end)

    def _append(self, frame: bytes) -> None:
        try:
            self._seen = writing.append(self._disk, self.path, self._content.end, frame)
        except writing.NotSynced:
            # What the system believes to be on the disk may not be there: only a new file is sure.
            self._distrusted = True
            raise
        self._content.end += len(frame)
        self._content.number += 1

    def _compact(self) -> None:
        content = self._content
        if content.end - content.snapshot_end > max(self._patience, content.snapshot_end // 2):
            # The change itself is safe; a snapshot can wait until there is room.
            with contextlib.suppress(OSError):
                self._replace(content.tables, content.losses)

    def _replace(self, tables: RawTables, losses: Sequence[Loss]) -> None:
        if self._content.damaged:
            aside = self._aside(self._content.generation.hex())
            self._disk.keep_aside(self.path, aside)
            losses = [loss if loss.kept else replace(loss, kept=aside.name) for loss in losses]
        writing.remove_leftovers(self._disk, self.path)
        if self._seen is None:
            # The first file: its folder may be as new.
            self._disk.sync_folder(self.path.parent.parent)
        try:
            self._content, self._seen = writing.replace(self._disk, self.path, tables, losses, self._seal)
        except writing.NotSynced:
            # Its name may be that of the old file again when the power goes; with it all that would be appended.
            self._distrusted = True
            raise
        self._distrusted = False

    def _aside(self, which: str) -> Path:
        return self.path.with_name(f"{self.path.name}{DAMAGED}{which}")

    def _frame(self, kind: int, payload: bytes, count: int) -> bytes:
        content = self._content
        return writing.frame_of(kind, content.generation, content.number + 1, payload, count, self._seal)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
