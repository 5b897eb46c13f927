"""What a journal file holds as one process last saw it, and whether it still does."""
from __future__ import annotations

from pathlib import Path

from aftercare.adapters.journal_file import frames, reading
from aftercare.adapters.journal_file.content import Content
from aftercare.adapters.journal_file.disk import Disk, Seen
from aftercare.adapters.journal_file.rows import RawTables
from aftercare.adapters.journal_file.seal import Seal
from aftercare.core.data_errors import UnreadableData


class View:
    """`revision` counts every change of what the file holds, `foreign` those that others made.

    `seen` tells the state of the file that `content` was read from or written as; None: no file, or not looked at yet.
    """

    def __init__(self, path: Path, seal: Seal, disk: Disk, strict: bool) -> None:
        self._path, self._seal, self._disk, self._strict = path, seal, disk, strict
        self.seen: Seen | None = None
        self.content = Content(strict=strict)
        self.revision = self.foreign = 0

    @property
    def tables(self) -> RawTables:
        """To be looked at only, until the next call."""
        return self.content.tables

    def holds(self, content: Content, seen: Seen) -> None:
        """The file was read, or made anew."""
        content.strict = self._strict
        self.content, self.seen = content, seen

    def let_go(self) -> None:
        """Know nothing of the file any more."""
        self.content, self.seen = Content(strict=self._strict), None

    def follow(self) -> None:
        """Take in what others wrote since the last look. Raises UnreadableData."""
        self._follow(trusting=True)

    def follow_closely(self) -> None:
        """The same, for whoever is to write and holds the lock: two states that only look alike are told apart."""
        if self.content.damaged:
            # Without the lock, half a change of somebody else may have looked like damage.
            self.seen = None
        self._follow(trusting=False)

    def _follow(self, trusting: bool) -> None:
        try:
            seen = self._disk.look(self._path)
            if seen is not None and seen == self.seen and (trusting or self._is_unchanged(seen)):
                return
            known, self.seen = self.seen, None
            changed = seen is not None or known is not None or bool(self.tables)
            if seen is None:
                self.let_go()
            else:
                if known is not None and known.inode == seen.inode:
                    self.seen = reading.read_added(self._disk, self._path, self._seal, self.content, known)
                if self.seen is None:
                    self.holds(*reading.read_all(self._disk, self._path, self._seal, self._strict))
        except OSError as error:
            raise UnreadableData(str(self._path), reason_of(error)) from error
        self.revision += changed
        self.foreign += changed

    def _is_unchanged(self, seen: Seen) -> bool:
        """Two replacements within a tick of the clock may look like none."""
        if not self.content.generation or self.content.damaged:
            return True
        _seen, head, _more = self._disk.read_more(self._path, seen.size, frames.HEADER)
        return frames.generation_of(head) == self.content.generation


def reason_of(error: OSError) -> str:
    """What the system says of a fault."""
    return error.strerror or type(error).__name__
