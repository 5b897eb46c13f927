"""Waits for what another process does, however slow the machine is."""
from __future__ import annotations

import time
from collections.abc import Callable

WAIT_SECONDS = 40.0


def until(holds: Callable[[], object]) -> bool:
    """Whether it held within 40 seconds."""
    end = time.monotonic() + WAIT_SECONDS
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
