"""One writer at a time: the window and the background delivery of alerts change the same files."""
from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from aftercare.core.data_errors import DataBusy, UnsavedData

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = ".lock"
POLL_SECONDS = 0.01


class DataLock:
    """Holds the data folder for writing: `with DataLock(folder): read, change, write`.

    Waits at most `timeout` seconds and then raises DataBusy. A thread may enter again while it holds the
    lock, also through another DataLock of the same folder; every other thread and process waits. The system
    frees the lock when the process ends, however it ends.

    A TinyDB remembers the next record number and the answers to queries. One that was open before the lock
    was taken therefore misses what another process wrote: open it anew inside the lock.
    """

    def __init__(self, folder: str | Path, timeout: float = 10.0) -> None:
        self._folder = Path(folder).resolve()
        self._timeout = timeout
        self._lock: BaseFileLock | None = None
        # A process that was forked must not take what its parent holds for its own.
        self._process = 0

    def __enter__(self) -> DataLock:
        # Imported at the first write: it takes about 20 ms, and showing the first screen only reads.
        import logging

        import filelock

        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._lock is None or self._process != os.getpid():
                self._process = os.getpid()
                # It tells of each change of the data, and the log of the window is not sealed.
                logging.getLogger("filelock").setLevel(logging.WARNING)
                self._lock = filelock.FileLock(self._folder / LOCK_NAME, mode=0o600, is_singleton=True)
            self._lock.acquire(timeout=self._timeout, poll_interval=POLL_SECONDS)
        except filelock.Timeout as error:
            raise DataBusy(str(self._folder), self._timeout) from error
        except OSError as error:
            raise UnsavedData(str(self._folder), error.strerror or type(error).__name__) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.release()
