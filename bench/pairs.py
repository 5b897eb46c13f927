"""Two programs measured by turns, so that a busy machine slows both alike."""
from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.child import Run, measure

# More rounds, steadier medians: BENCH_ROUNDS=21 make bench.
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "9"))


@dataclass(frozen=True, slots=True)
class Pair:
    """The runs of our program and those of the plain one, in the order they were made."""

    ours: tuple[Run, ...]
    plain: tuple[Run, ...]

    @property
    def seconds(self) -> tuple[float, float]:
        """Median seconds, ours and plain."""
        return median(run.seconds for run in self.ours), median(run.seconds for run in self.plain)

    @property
    def peak_mib(self) -> tuple[float, float]:
        """Median peak memory in MiB, ours and plain."""
        return median(run.peak_mib for run in self.ours), median(run.peak_mib for run in self.plain)

    @property
    def cpu_seconds(self) -> tuple[float, float]:
        """Median seconds of processor time, ours and plain."""
        return median(run.cpu_seconds for run in self.ours), median(run.cpu_seconds for run in self.plain)


def by_turns(ours: Sequence[str], plain: Sequence[str], marker: str | None = None) -> Pair:
    """Run both commands once to warm the caches, then by turns; which goes first changes each round."""
    measure(ours, marker)
    measure(plain, marker)
    ours_runs: list[Run] = []
    plain_runs: list[Run] = []
    for turn in range(ROUNDS):
        order = [(ours, ours_runs), (plain, plain_runs)]
        for command, runs in order if turn % 2 == 0 else reversed(order):
            runs.append(measure(command, marker))
    return Pair(tuple(ours_runs), tuple(plain_runs))
