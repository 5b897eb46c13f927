"""The sources outside the articles, as the rows of the collected evidence that content cites."""
from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# A source that cites this file names a line of the collected evidence.
EVIDENCE_FILE = "evidence.md"


class Authority(StrEnum):
    """Who speaks, the strongest first. OWN: put together for this app from other rows."""

    HEALTH_SERVICE = "health_service"
    JOURNAL = "journal"
    CLINIC = "clinic"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One source and where it can be read.

    `lines`: first and last line of the collected evidence that it stands on. `title` is the source's own, in its own
    language. `address` may be empty. `copied`: not the publisher's page was read, but a copy or a report of it.
    """

    id: str
    lines: tuple[int, int]
    title: str
    publisher: str
    authority: Authority
    address: str = ""
    copied: bool = False


def row_at(rows: tuple[EvidenceRow, ...], line: int) -> EvidenceRow | None:
    """The row that a line of the collected evidence belongs to."""
    return next((row for row in rows if row.lines[0] <= line <= row.lines[1]), None)
