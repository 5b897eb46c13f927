"""Putting frames on the disk: a change at the end of the file, or a snapshot in its place."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from aftercare.adapters.journal_file import frames, rows
from aftercare.adapters.journal_file.content import FORMAT, Content
from aftercare.adapters.journal_file.disk import Disk, Seen, write_all
from aftercare.adapters.journal_file.seal import Seal
from aftercare.core.data_loss import Loss

_BUFFER = 256 * 1024
# The head stays readable without a key: it says how to read the rest.
_HEAD = rows.text_of({"format": FORMAT, "reader": FORMAT})


def frame_of(kind: int, generation: bytes, number: int, payload: bytes, count: int, seal: Seal) -> bytes:
    """A frame with its payload sealed."""
    stored = seal.seal(payload, frames.about(kind, generation, number))
    return frames.pack(kind, generation, number, stored, count, seal.hides)


class NotSynced(OSError):
    """The system could not bring a file to the disk: what it holds of it can no longer be trusted."""


def append(disk: Disk, path: Path, end: int, frame: bytes) -> Seen:
    """Put a frame at the end, on the disk before this returns. After an OSError it is taken off again if possible."""
    descriptor = disk.edit(path)
    try:
        if disk.measure(descriptor).size != end:
            disk.cut(descriptor, end)
        try:
            write_all(disk, descriptor, frame)
            try:
                disk.sync(descriptor)
            except OSError as error:
                raise NotSynced(*error.args) from error
        except OSError:
            with contextlib.suppress(OSError):
                disk.cut(descriptor, end)
            raise
        return disk.measure(descriptor)
    finally:
        disk.close(descriptor)


def replace(
    disk: Disk, path: Path, tables: rows.RawTables, losses: Sequence[Loss], seal: Seal
) -> tuple[Content, Seen]:
    """A new file with a snapshot takes the place of the old one, which stays until the new one is on the disk.

    Raises NotSynced where the new one stands there, and the old one may come back when the power goes.
    """
    content = Content(tables=tables, generation=os.urandom(frames.GENERATION), losses=tuple(losses), whole=True)
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    descriptor = disk.create(temporary)
    try:
        try:
            waiting = bytearray()
            for frame in _snapshot(content, seal):
                waiting += frame
                content.end += len(frame)
                if len(waiting) >= _BUFFER:
                    write_all(disk, descriptor, bytes(waiting))
                    waiting.clear()
            write_all(disk, descriptor, bytes(waiting))
            disk.sync(descriptor)
            seen = disk.measure(descriptor)
        finally:
            disk.close(descriptor)
        disk.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            disk.remove(temporary)
        raise
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise NotSynced(*error.args) from error
    content.snapshot_end = content.end
    return content, seen


def remove_leftovers(disk: Disk, path: Path) -> None:
    """Remove what crashed writes left. Only the writer may: only it knows that no write is under way."""
    for leftover in path.parent.glob(f".{_literal(path.name)}.*.tmp"):
        with contextlib.suppress(OSError):
            disk.remove(leftover)


def _snapshot(content: Content, seal: Seal) -> Iterator[bytes]:
    def numbered(kind: int, payload: bytes, count: int) -> bytes:
        content.number += 1
        return frame_of(kind, content.generation, content.number, payload, count, seal)

    content.number = 0
    yield frames.pack(frames.HEAD, content.generation, 0, _HEAD)
    if content.losses:
        yield numbered(frames.NOTE, losses_payload(content.losses), 0)
    for ops, count in _chunks(content.tables):
        content.snapshot_rows += count
        yield numbered(frames.ROWS, rows.payload_of(ops, checked=True), count)
    yield numbered(frames.END, b"", content.snapshot_rows)


def losses_payload(losses: Sequence[Loss]) -> bytes:
    """What the patient has not been told yet."""
    return rows.text_of(
        [{"records": loss.records, "tables": list(loss.tables), "kept": loss.kept} for loss in losses]
    )


def _chunks(tables: rows.RawTables) -> Iterator[tuple[list[rows.Op], int]]:
    """The tables in pieces small enough to lose, each with the number of its documents."""
    for name, texts in tables.items():
        ops = [rows.Op(rows.CLEAR, name)]
        ids: list[str] = []
        size = 0
        for doc_id, text in texts.items():
            ids.append(doc_id)
            size += len(text)
            if size >= rows.CHUNK_BYTES:
                yield [*ops, rows.Op(rows.PUT, name, ids, [texts[each] for each in ids])], len(ids)
                ops, ids, size = [], [], 0
        if ids:
            ops.append(rows.Op(rows.PUT, name, ids, [texts[each] for each in ids]))
        if ops:
            yield ops, len(ids)


def _literal(name: str) -> str:
    """The name with the wildcards of glob taken literally."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
