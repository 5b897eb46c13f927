"""The lock: what one try of a code costs, and what sealing adds to a record and a picture. Processor time."""
from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from statistics import median
from time import thread_time

from aftercare.adapters.vault.open_vault import OpenVault
from aftercare.adapters.vault.stretching import SALT_BYTES, SECONDS, measured_cost, stretched
from bench.result import Result

TRIES, RECORDS, PICTURES = 5, 20_000, 20
# Nobody waits longer for the app to open; the least is what a guess has to cost.
LIMIT_TRY, LEAST_TRY = 1.0, SECONDS / 3
LIMIT_RECORD_US, LIMIT_PICTURE_MS = 20.0, 10.0


def run() -> list[Result]:
    """Seconds a try at the measured cost, microseconds a record of 300 bytes, milliseconds a picture of 1.5 MB."""
    tries = []
    for _ in range(TRIES):
        cost = measured_cost()
        tries.append(_time(partial(stretched, "739164", bytes(SALT_BYTES), cost)))
    sealer, record, picture = OpenVault(os.urandom(32)).strict(), os.urandom(300), os.urandom(1_500_000)
    sealing = _time(lambda: [sealer.seal(record, b"journal") for _ in range(RECORDS)]) / RECORDS
    pictures = _time(lambda: [sealer.seal(picture, b"photo") for _ in range(PICTURES)]) / PICTURES
    return [
        Result(f"lock: one try of a code, p = {cost.p}", median(tries), LIMIT_TRY, "s"),
        Result("lock: the least that a try may cost, as a part of that", LEAST_TRY / median(tries), 1.0, ""),
        Result("lock: sealing a record", sealing * 1e6, LIMIT_RECORD_US, "us"),
        Result("lock: sealing a picture", pictures * 1e3, LIMIT_PICTURE_MS, "ms"),
    ]


def _time(call: Callable[[], object]) -> float:
    began = thread_time()
    call()
    return thread_time() - began
