"""Reading a data file: a journal, or the JSON of TinyDB that was there before it."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aftercare.adapters.journal_file import frames, old_json, rows
from aftercare.adapters.journal_file.content import Content, Locked, TooNew, read_on
from aftercare.adapters.journal_file.disk import Disk, Seen
from aftercare.adapters.journal_file.seal import BrokenSeal, Seal
from aftercare.core.data_errors import UnreadableData
from aftercare.words import gettext as _


def read_all(disk: Disk, path: Path, seal: Seal, strict: bool) -> tuple[Content, Seen]:
    """What a file holds. Raises UnreadableData or OSError."""
    seen, data = disk.read(path)
    return content_of(path, data, seal, strict), seen


def content_of(path: Path, data: bytes, seal: Seal, strict: bool = True) -> Content:
    """What these bytes say; `path` is named in the error. Raises UnreadableData.

    With `strict`, an empty file and record ids that are no numbers count as damage: no file of the app has such.
    """
    content = Content(strict=strict)
    if frames.MAGIC not in data:
        try:
            content.tables = old_json.tables_of(seal.open(data, b"json") if seal.hides else data, strict)
        except (rows.Unreadable, BrokenSeal) as error:
            raise UnreadableData(str(path), _("it is damaged")) from error
        except TypeError as error:
            raise UnreadableData(str(path), _("it holds something else")) from error
        return content
    with _understanding(path):
        read_on(content, data, seal)
    if not content.generation or not (content.understood or content.tables):
        raise UnreadableData(str(path), _("it is damaged"))
    return content


def read_added(disk: Disk, path: Path, seal: Seal, content: Content, known: Seen) -> Seen | None:
    """Take in what was added to the file that is known; None when all of it must be read again."""
    if not content.generation or content.damaged:
        return None
    seen, head, data = disk.read_more(path, content.end, frames.HEADER)
    # A new file may have got the number of an old one.
    if seen.inode != known.inode or frames.generation_of(head) != content.generation:
        return None
    if not data:
        return seen if seen == known else None
    with _understanding(path):
        return seen if read_on(content, data, seal) else None


def parsed(path: Path, texts: list[bytes]) -> list[rows.Document]:
    """Documents, made anew. Raises UnreadableData."""
    try:
        return rows.documents(texts)
    except rows.Unreadable as error:
        raise UnreadableData(str(path), _("it is damaged")) from error


@contextmanager
def _understanding(path: Path) -> Iterator[None]:
    try:
        yield
    except Locked as error:
        raise UnreadableData(str(path), _("it is locked with a PIN")) from error
    except TooNew as error:
        raise UnreadableData(str(path), _("a newer Aftercare wrote it; update this one first")) from error
