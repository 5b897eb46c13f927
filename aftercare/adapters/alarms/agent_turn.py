"""One agent at a time waits for a data folder; a newer one takes the place of an older.

The newer one knows the desktop session of now. The older may have outlived the one that it was started in, and with
it the bus that its messages would go to.
"""
from __future__ import annotations

import os
import queue
import signal
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from aftercare.core.data_errors import UnsavedData
from aftercare.words import gettext as _

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME, PID_NAME = ".agent.lock", ".agent.pid"
END_SECONDS = 10.0
ATTEMPTS = 10
_LOOK_AGAIN: int | None = getattr(signal, "SIGUSR1", None)


class AgentTurn:
    """The right to be the agent of a folder: `with AgentTurn(home) as mine`, and then `wait`.

    Enter it in the main thread; SIGTERM and SIGINT then end the wait for good.
    """

    def __init__(self, home: Path, end_seconds: float = END_SECONDS) -> None:
        self._home = home
        self._lock_file, self._pid_file = home / LOCK_NAME, home / PID_NAME
        self._end_seconds = end_seconds
        self._lock: BaseFileLock | None = None
        # Not an Event: a signal that comes while it is being taken would wait for itself forever.
        self._woken = queue.SimpleQueue[None]()
        self._over = False

    def __enter__(self) -> bool:
        self.end()
        if not self._take(0):
            return False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._finish)
        if _LOOK_AGAIN is not None:
            signal.signal(_LOOK_AGAIN, self._look)
        self._pid_file.write_text(str(os.getpid()), encoding="ascii")
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            # The lock file stays: who waits for a deleted one waits beside the next.
            self._pid_file.unlink(missing_ok=True)
            self._let_go()

    def wait(self, seconds: float) -> bool:
        """Sleep, or until something changed. True: it is over, end."""
        with suppress(queue.Empty):
            self._woken.get(timeout=0 if self._over else seconds)
            while True:
                self._woken.get_nowait()
        return self._over

    def is_running(self) -> bool:
        """Whether some agent holds the turn now."""
        if not self._lock_file.exists():
            return False
        if self._take(0):
            self._let_go()
            return False
        return True

    def look_again(self) -> None:
        """Wake the agent that runs."""
        if _LOOK_AGAIN is not None and self.is_running():
            self._tell(_LOOK_AGAIN)

    def end(self) -> str:
        """Let the agent that runs end. "" or why it did not. The agent itself ends with its next wait."""
        if not self.is_running():
            self._pid_file.unlink(missing_ok=True)
            return ""
        if self._waiting() == os.getpid():
            self._tell(signal.SIGTERM)
            return ""
        for _attempt in range(ATTEMPTS):
            # One that is just starting has not said yet who it is, hence more than once.
            self._tell(signal.SIGTERM)
            if self._take(self._end_seconds / ATTEMPTS):
                self._pid_file.unlink(missing_ok=True)
                self._let_go()
                return ""
        return _("The waiting program does not end.")

    def _tell(self, number: int) -> None:
        if agent := self._waiting():
            with suppress(OSError):
                os.kill(agent, number)

    def _waiting(self) -> int:
        """The process number of the agent; 0 while it is just starting or ending."""
        try:
            return int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def _take(self, seconds: float) -> bool:
        import filelock

        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = filelock.FileLock(self._lock_file, mode=0o600)
            lock.acquire(timeout=seconds, poll_interval=0.05)
        except filelock.Timeout:
            return False
        except OSError as error:
            raise UnsavedData(str(self._home), error.strerror or type(error).__name__) from error
        self._lock = lock
        return True

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _finish(self, number: int, frame: FrameType | None) -> None:
        self._over = True
        self._woken.put(None)

    def _look(self, number: int, frame: FrameType | None) -> None:
        self._woken.put(None)
