"""What a journal file holds, read frame by frame; damage is stepped over and counted."""
from __future__ import annotations

from dataclasses import dataclass, field

from aftercare.adapters.journal_file import frames, rows
from aftercare.adapters.journal_file.seal import BrokenSeal, Seal
from aftercare.core.data_loss import Loss

# A file of a later format says up to which older reader it may be looked at.
FORMAT = 1


class Locked(Exception):
    """The payloads are sealed, and this seal does not open them."""


class TooNew(Exception):
    """A newer version wrote the file in a way that this one cannot read."""


@dataclass(slots=True)
class Content:
    """The tables and where the file stands. Without a `generation` there is no journal file yet.

    `end` is where the next frame goes, `snapshot_end` where the snapshot ends, `whole` whether that was seen.
    `understood`: something behind the head could be read. `losses`: known from before and not told yet. `damaged`:
    this reading found more; `lost` records of it, from `lost_tables`. `snapshot_short`: what pieces of the snapshot
    are known to lack. `strict`: record ids that are no numbers count as damage.
    """

    tables: rows.RawTables = field(default_factory=dict)
    generation: bytes = b""
    number: int = -1
    end: int = 0
    snapshot_end: int = 0
    snapshot_rows: int = 0
    snapshot_short: int = 0
    whole: bool = False
    understood: bool = False
    newer: bool = False
    losses: tuple[Loss, ...] = ()
    damaged: bool = False
    lost: int = 0
    lost_tables: set[str] = field(default_factory=set)
    strict: bool = False

    @property
    def to_tell(self) -> tuple[Loss, ...]:
        """Every loss to tell of, also what has just been found."""
        if not self.damaged or not self.lost:
            return self.losses
        return (*self.losses, Loss(self.lost, tuple(sorted(self.lost_tables))))


def read_on(content: Content, data: bytes, seal: Seal) -> bool:
    """Take in what stands in the file from `content.end` on; whether it is sound. Raises Locked or TooNew only."""
    began = content.end
    for piece in frames.scan(data):
        if isinstance(piece, frames.Frame):
            _take(content, piece, seal)
            content.end = began + piece.end
            if not content.whole or piece.kind == frames.END:
                content.snapshot_end = content.end
        elif not piece.torn:
            # In the middle, the numbers tell how many are missing.
            if piece.end == len(data):
                _miss_the_last(content, piece)
            content.damaged = True
    if not content.whole:
        # A snapshot is whole before it gets its name: this one was cut afterwards.
        content.damaged = True
        content.lost = max(1, content.lost + content.snapshot_short)
    return not content.damaged


def _miss_the_last(content: Content, gap: frames.Gap) -> None:
    """What stood at the end of the file cannot be read."""
    if not content.whole and not content.damaged and gap.end - gap.start == frames.HEADER:
        # The mark behind a snapshot, by its size: nothing that stands before it is missing.
        content.whole = True
        return
    content.lost += 1


def _take(content: Content, frame: frames.Frame, seal: Seal) -> None:
    content.generation = content.generation or frame.generation
    if frame.generation != content.generation or frame.number <= content.number:
        content.damaged = True
        return
    missing = frame.number - content.number - 1
    content.number = frame.number
    if missing:
        content.damaged = True
        # What a snapshot lacks is counted at its end.
        content.lost += missing if content.whole else 0
    if frame.kind == frames.CHANGE and not content.whole:
        # The mark behind the snapshot is one of those that are missing, and would have said how much it holds.
        content.whole = content.damaged = True
        content.lost += max(0, missing - 1) + content.snapshot_short
    payload = _opened(frame, seal)
    if payload is None:
        _salvage(content, frame, seal)
        return
    try:
        _understand(content, frame, payload)
        content.understood = content.understood or frame.kind != frames.HEAD
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        content.damaged = True
        content.lost += frame.rows or 1


def _opened(frame: frames.Frame, seal: Seal) -> bytes | None:
    if not frame.intact:
        return None
    if frame.kind == frames.HEAD or not (frame.sealed or seal.hides):
        return frame.payload
    if not seal.hides:
        raise Locked
    # Plain frames, too: whether those may stand in a sealed file is for the seal to say.
    try:
        return seal.open(frame.payload, frames.about(frame.kind, frame.generation, frame.number))
    except BrokenSeal:
        return None


def _understand(content: Content, frame: frames.Frame, payload: bytes) -> None:
    if frame.kind == frames.HEAD:
        head = rows.value_of(payload)
        if int(head["reader"]) > FORMAT:
            raise TooNew
        content.newer = int(head["format"]) > FORMAT
    elif frame.kind == frames.ROWS:
        rows.apply(_known(content, rows.ops_of(payload)), content.tables)
        content.snapshot_rows += frame.rows
    elif frame.kind == frames.END:
        content.whole = True
        short = frame.rows - content.snapshot_rows
        content.damaged = content.damaged or short != 0
        content.lost += max(0, short)
    elif frame.kind == frames.CHANGE:
        rows.apply(_known(content, rows.ops_of(payload)), content.tables)
    elif frame.kind == frames.NOTE:
        content.losses = tuple(
            Loss(int(each["records"]), tuple(map(str, each["tables"])), str(each["kept"]))
            for each in rows.value_of(payload)
        )
    elif not content.newer:
        raise rows.Unreadable


def _salvage(content: Content, frame: frames.Frame, seal: Seal) -> None:
    """Of a damaged part of a snapshot, the documents that are whole; the rest is counted at the snapshot's end."""
    content.damaged = True
    if frame.kind != frames.ROWS:
        content.lost += frame.rows
        return
    ops = [] if frame.sealed or not _may_be_plain(frame, seal) else _whole_ones(content, frame)
    rows.apply(ops, content.tables)
    found = sum(len(op.ids) for op in ops if op.verb == rows.PUT)
    content.snapshot_rows += found
    content.snapshot_short += max(0, frame.rows - found)
    if found < frame.rows:
        content.lost_tables |= {op.table for op in ops if op.table in content.tables}


def _whole_ones(content: Content, frame: frames.Frame) -> list[rows.Op]:
    try:
        return _known(content, rows.ops_of(frame.payload, damaged=True))
    except rows.Unreadable:
        return []


def _known(content: Content, ops: list[rows.Op]) -> list[rows.Op]:
    """Raises Unreadable for a record id that nothing of ours wrote, where the file is ours alone."""
    if content.strict and not rows.are_numbered(ops):
        raise rows.Unreadable
    return ops


def _may_be_plain(frame: frames.Frame, seal: Seal) -> bool:
    """Whether the seal takes plain bytes; where it does not, they are somebody else's."""
    if not seal.hides:
        return True
    try:
        seal.open(frame.payload, frames.about(frame.kind, frame.generation, frame.number))
    except BrokenSeal:
        return False
    return True
