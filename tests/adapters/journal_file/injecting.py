"""Faults of the disk at random calls: what was acknowledged, what was refused, and what is then in the file."""
from __future__ import annotations

import errno
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aftercare.adapters.storage import JournalDB
from aftercare.core.data_errors import UnsavedData
from tests.adapters.journal_file.killing import Diary, do, expect
from tests.fakes.failing_disk import Fault, failing

DEEDS = 24
# So little that many a fault falls into a snapshot.
PATIENCE = 900
_ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Injected:
    """One database that met a fault: the calls that failed, whether every acknowledged change is there and no refused
    one half, and whether it told of a loss though nothing was damaged."""

    failed: Counter[str]
    is_exact: bool
    losses: int


def injected(folder: Path, count: int, seed: int) -> Iterator[Injected]:
    """Each on a database of its own, in which a call fails once, or all do from then on that take room."""
    chance = random.Random(seed)
    for number in range(count):
        path = folder / str(number) / "data"
        fault = Fault(
            chance.randrange(DEEDS * 4), chance.choice(_ERRORS), chance.random() < 0.3, chance.choice((0.0, 0.5, 1.0))
        )
        yield met(path, fault, erases=chance.random() < 0.5)


def met(path: Path, fault: Fault, erases: bool) -> Injected:
    """A database that meets this fault."""
    expected: Diary = {}
    exact = True
    table: Any = JournalDB(path, patience=PATIENCE, erases=erases).table("diary")
    with failing(fault):
        for number in range(DEEDS):
            after = dict(expected)
            expect(after, number)
            try:
                do(table, number)
                expected = after
            except UnsavedData:
                # A snapshot whose name the disk did not take is refused and may stand there all the same.
                found = _found(path)
                exact = exact and found in (expected, after)
                expected = found
            exact = exact and {each["id"]: each["note"] for each in table} == expected
    return Injected(Counter(fault.failed), exact and _found(path) == expected, len(JournalDB(path).storage.losses()))


def _found(path: Path) -> Diary:
    return {each["id"]: each["note"] for each in JournalDB(path).table("diary")}
