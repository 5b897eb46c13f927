"""A writer killed at random instants, a disk that fails, and a parser fed with nonsense: what is lost or goes wrong."""
from __future__ import annotations

import random
import tempfile
from collections import Counter
from pathlib import Path

from bench.result import Result
from tests.adapters.journal_file.fuzz import mutated, survives
from tests.adapters.journal_file.injecting import injected
from tests.adapters.journal_file.killing import kills

KILLS, FAULTS, CASES, SEED = 500, 1000, 100_000, 2026


def run() -> list[Result]:
    """How many kills and faults lost or halved a change, and how many files raised another error: none may."""
    with tempfile.TemporaryDirectory() as folder:
        done = list(kills(Path(folder) / "data", KILLS, SEED))
    changes = sum(kill.acknowledged for kill in done)
    cut = sum(kill.was_under_way for kill in done)
    note = f"{KILLS} kills, {changes:,} changes acknowledged, {cut} times the one under way was whole"
    wrong = sum(not kill.is_exact or kill.losses > 0 for kill in done)
    return [
        Result("kills that lost or halved a change", wrong, 0, "", note),
        _faulty(),
        Result("files that raised any error but our own", _raised(), 0, "", f"{CASES:,} files"),
    ]


def _faulty() -> Result:
    with tempfile.TemporaryDirectory() as folder:
        done = list(injected(Path(folder), FAULTS, SEED))
    failed = sum((each.failed for each in done), Counter())
    wrong = sum(not each.is_exact or each.losses > 0 for each in done)
    note = f"{FAULTS:,} databases; " + ", ".join(f"{count:,} {name}" for name, count in failed.most_common())
    return Result("faults of the disk that lost or halved a change", wrong, 0, "", note)


def _raised() -> int:
    chance = random.Random(SEED)
    wrong = 0
    for _ in range(CASES):
        try:
            wrong += not survives(mutated(chance))
        except Exception:
            wrong += 1
    return wrong
