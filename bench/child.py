"""One run of another program: how long until it says it is ready, and the most memory it held."""
from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

PATIENCE_SECONDS = 60.0
# An installed app has its bytecode; the first, uncounted run writes it.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds from the start of the process to its marker (or its end), and its peak memory in MiB.

    `cpu_seconds` is the processor time of it and of every program that it ran, to its end.
    """

    seconds: float
    peak_mib: float
    cpu_seconds: float = 0.0


class ChildError(Exception):
    """The measured program ended badly or never printed its marker; the text holds what it said."""


def measure(command: Sequence[str], marker: str | None = None) -> Run:
    """Run a command to its end; the time counts up to the output line that is the marker, if one is given."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=ENVIRONMENT, text=True) as process:
        watchdog = threading.Timer(PATIENCE_SECONDS, process.kill)
        watchdog.start()
        ready: float | None = None
        said: list[str] = []
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if ready is None and marker is not None and line.strip() == marker:
                ready = time.perf_counter()
        # Only wait4 tells the memory of this one child. Linux counts the moment between fork and exec too, so
        # a child smaller than this process shows the size of this process.
        _, status, usage = os.wait4(process.pid, 0)
        ended = time.perf_counter()
        process.returncode = os.waitstatus_to_exitcode(status)
        watchdog.cancel()
    if process.returncode != 0 or (marker is not None and ready is None):
        raise ChildError(f"{' '.join(command)}: exit {process.returncode}\n{''.join(said[-20:])}")
    seconds = (ended if ready is None else ready) - began
    return Run(seconds, _mib(usage.ru_maxrss), usage.ru_utime + usage.ru_stime)


def _mib(maxrss: int) -> float:
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
