"""The kept pictures: what is said of each in the table "photos", the pictures themselves as files beside it.

The file is written before its row and deleted after it. Whenever the app dies, every row has its file, and a file
without a row is deleted at the next start.
"""
from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from threading import Lock
from typing import Any

from aftercare.adapters.photo_files import is_full
from aftercare.adapters.photo_records import photo_from, photo_record
from aftercare.adapters.store import Store
from aftercare.core.data_errors import DataError, UnsavedData
from aftercare.core.photo import Photo, PhotoDetails, in_order
from aftercare.core.photo_errors import PhotoGone, PhotoNotSaved
from aftercare.core.photo_port import PhotoCodec, PhotoFiles, Source

TABLE = "photos"
_SMALL = "-small"


class StoredPhotos:
    """PhotoStore. A record that cannot be read is left in the file, with its picture, and skipped."""

    def __init__(self, store: Store, files: PhotoFiles, codec: PhotoCodec) -> None:
        self._store, self._files, self._codec = store, files, codec

    def all(self) -> tuple[Photo, ...]:
        found = (photo_from(record) for record in self._store.documents(TABLE))
        return in_order(photo for photo in found if photo is not None)

    def get(self, photo_id: str) -> Photo | None:
        return next((photo for photo in self.all() if photo.id == photo_id), None)

    def add(self, photo_id: str, source: Source, details: PhotoDetails) -> Photo:
        """Raises PhotoRefused, PhotoNotSaved or DataError; then nothing of it is kept. An id is used once."""
        encoded = self._codec.encode(source)
        photo = Photo(
            photo_id, details.taken.replace(microsecond=0), details.zone, encoded.width, encoded.height,
            details.session_id, details.view, details.pose,
        )  # fmt: skip
        # Under the lock another window does not take the files for what a crash left.
        with self._store.exclusive():
            if photo_id in self._files.names():
                raise PhotoNotSaved
            try:
                self._files.write(photo_id + _SMALL, encoded.thumbnail)
                self._files.write(photo_id, encoded.picture)
                self._store.put(TABLE, photo_record(photo))
            except DataError as error:
                # What cannot be deleted now has no row, and goes at the next start.
                with suppress(OSError):
                    delete(self._files, photo_id)
                if isinstance(error, UnsavedData):
                    raise PhotoNotSaved(full=is_full(error.__cause__)) from error
                raise
        return photo

    def save(self, photo: Photo) -> None:
        """Raises PhotoGone when it was deleted meanwhile."""
        with self._store.changing(TABLE) as table:
            said = self._store.stamped(TABLE, photo_record(photo))
            if not table.update(said, lambda document: document.get("id") == photo.id):
                raise PhotoGone

    def read(self, photo_id: str) -> bytes:
        return self._files.read(photo_id)

    def thumbnail(self, photo_id: str) -> bytes:
        return self._files.read(photo_id + _SMALL)

    def remove(self, photo_ids: Iterable[str]) -> StoredRemoval:
        wanted = set(photo_ids)
        with self._store.changing(TABLE) as table:
            gone = [dict(found) for found in table.search(lambda document: document.get("id") in wanted)]
            table.remove(lambda document: document.get("id") in wanted)
        return StoredRemoval(self._store, self._files, gone)

    def clean(self) -> int:
        """Raises UnreadableData, and then deletes nothing; nor does it where there is no data file at all."""
        with self._store.exclusive():
            # A picture whose record was damaged, or is told in a newer version's way, is the patient's, not a leftover.
            if self._store.is_empty() or self._store.is_newer or not self._store.is_whole():
                return 0
            # Ids of records that cannot be read count too: a newer version may have written them.
            owners = {str(record.get("id")) for record in self._store.documents(TABLE)}
            strays = [n for n in self._files.names() if n not in owners and n.rpartition("-")[0] not in owners]
            for name in strays:
                with suppress(OSError):
                    self._files.remove(name)
        return len(strays)


class StoredRemoval:
    """Removal. The files stay until `finish`, and the records are kept here alone."""

    def __init__(self, store: Store, files: PhotoFiles, gone: list[dict[str, Any]]) -> None:
        self._store, self._files, self._gone = store, files, gone
        self._finished = False
        # The window undoes while the worker may be finishing.
        self._turn = Lock()

    def undo(self) -> None:
        with self._turn, self._store.exclusive():
            there = self._files.names()
            back = [record for record in self._gone if str(record["id"]) in there]
            lost = self._finished or len(back) < len(self._gone)
            self._gone = []
            for record in back:
                self._store.put(TABLE, record)
        if lost:
            raise PhotoGone

    def finish(self) -> None:
        with self._turn:
            self._finished = self._finished or bool(self._gone)
            records, self._gone = self._gone, []
            for record in records:
                delete(self._files, str(record["id"]))


def delete(files: PhotoFiles, photo_id: str) -> None:
    """Delete both files of a picture for good."""
    files.remove(photo_id)
    files.remove(photo_id + _SMALL)
