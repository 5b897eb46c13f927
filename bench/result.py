"""What a benchmark hands back, and the table that shows it."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One measured value; with a limit, the largest value that passes, in the same unit."""

    name: str
    value: float
    limit: float | None
    unit: str
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether the value keeps its limit; without a limit it always does."""
        return self.limit is None or self.value <= self.limit


def table(results: Iterable[Result]) -> str:
    """A Markdown table of the results, one a line, aligned to be read as text as well."""
    rows = [("what", "value", "limit", "", "note"), *map(_cells, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
             for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _cells(result: Result) -> tuple[str, ...]:
    limit = "-" if result.limit is None else f"{result.limit:.2f} {result.unit}"
    verdict = "ok" if result.passed else "TOO MUCH"
    return result.name, f"{result.value:.2f} {result.unit}", limit, verdict, result.note
