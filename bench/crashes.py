"""A writer killed at random instants, and a parser fed with nonsense: what is lost, and what comes out wrong."""
from __future__ import annotations

import random
import tempfile
from pathlib import Path

from bench.result import Result
from tests.adapters.journal_file.fuzz import mutated, survives
from tests.adapters.journal_file.killing import kills

KILLS, CASES, SEED = 500, 100_000, 2026


def run() -> list[Result]:
    """How many kills lost or halved a change, and how many files raised another error than ours: none may."""
    with tempfile.TemporaryDirectory() as folder:
        done = list(kills(Path(folder) / "data", KILLS, SEED))
    changes = sum(kill.acknowledged for kill in done)
    cut = sum(kill.was_under_way for kill in done)
    note = f"{KILLS} kills, {changes:,} changes acknowledged, {cut} times the one under way was whole"
    wrong = sum(not kill.is_exact or kill.losses > 0 for kill in done)
    return [
        Result("kills that lost or halved a change", wrong, 0, "", note),
        Result("files that raised any error but our own", _raised(), 0, "", f"{CASES:,} files"),
    ]


def _raised() -> int:
    chance = random.Random(SEED)
    wrong = 0
    for _ in range(CASES):
        try:
            wrong += not survives(mutated(chance))
        except Exception:
            wrong += 1
    return wrong
