"""A process whose files the system itself lets grow so far and no further: real short writes, then a real error."""
from __future__ import annotations

import os
import traceback
from collections.abc import Callable

import pytest

needs_limits = pytest.mark.skipif(os.name == "nt", reason="POSIX limits and processes")


def limited(most_bytes: int, act: Callable[[Callable[[], object]], object]) -> int:
    """Run `act` in a process of its own; how often it called what it was given, to say that something was done.

    Raises AssertionError when it ended with an error.
    """
    import resource
    import signal

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
            act(lambda: os.write(writing, b"."))
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(writing)
    done = 0
    while told := os.read(reading, 4096):
        done += len(told)
    os.close(reading)
    assert os.waitpid(child, 0)[1] == 0, f"failed with files of at most {most_bytes} bytes"
    return done
