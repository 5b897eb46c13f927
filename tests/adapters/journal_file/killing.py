"""Killing a writer at random instants: what it had acknowledged, and what is then in the file."""
from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aftercare.adapters.storage import JournalDB, JournalTable

# So little that many a kill falls into a snapshot.
PATIENCE = 3000
# A kill falls so long after so many changes: on a busy machine a time alone would mostly end before the first one.
MOST_BEFORE, LONGEST_SECONDS = 6, 0.005
Diary = dict[str, str]


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: how many changes were acknowledged before it, whether exactly those are in the file (or those and the
    one under way, as a whole), and what was told as lost."""

    acknowledged: int
    is_exact: bool
    was_under_way: bool
    losses: int


def kills(path: Path, count: int, seed: int) -> Iterator[Kill]:
    """Each goes on where the last one left the file."""
    chance = random.Random(seed)
    before: Diary = {}
    number = 0
    for _ in range(count):
        acknowledged = _killed(path, number, chance.randrange(MOST_BEFORE), chance.uniform(0, LONGEST_SECONDS))
        database = JournalDB(path)
        found = {each["id"]: each["note"] for each in database.table("diary")}
        expected = dict(before)
        for deed in range(number, number + acknowledged):
            expect(expected, deed)
        one_more = dict(expected)
        expect(one_more, number + acknowledged)
        yield Kill(
            acknowledged, found in (expected, one_more), found != expected and found == one_more,
            len(database.storage.losses()),
        )  # fmt: skip
        number += acknowledged + (found == one_more)
        before = found


def _killed(path: Path, number: int, changes: int, seconds: float) -> int:
    """How many changes a writer, killed that time after so many of them, had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            table: Any = JournalDB(path, patience=PATIENCE, erases=True).table("diary")
            # The first lock imports a library, which takes longer than the whole life of this child.
            with table.storage.file.exclusive():
                os.write(writing, b"r")
            while True:
                do(table, number)
                os.write(writing, b".")
                number += 1
        finally:
            os._exit(1)
    os.close(writing)
    os.read(reading, 1)
    acknowledged = sum(len(os.read(reading, 1)) for _ in range(changes))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while told := os.read(reading, 65536):
        acknowledged += len(told)
    os.close(reading)
    return acknowledged


def do(table: JournalTable, number: int) -> None:
    """One change: mostly an insert, now and then an update or a removal."""
    if number % 6 == 4:
        table.update({"note": _note(number)}, doc_ids=table.ids_where("id", f"o{number - 1}"))
    elif number % 30 == 29:
        old = {f"o{each}" for each in range(number - 58, number - 29)}
        table.remove(doc_ids=[each.doc_id for each in table if each["id"] in old])
    else:
        table.insert({"id": f"o{number}", "note": _note(number)})


def expect(diary: Diary, number: int) -> None:
    if number % 6 == 4:
        if f"o{number - 1}" in diary:
            diary[f"o{number - 1}"] = _note(number)
    elif number % 30 == 29:
        for each in range(number - 58, number - 29):
            diary.pop(f"o{each}", None)
    else:
        diary[f"o{number}"] = _note(number)


def _note(number: int) -> str:
    return f"Slept well {number}. " * (1 + number % 40)
