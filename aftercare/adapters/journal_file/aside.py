"""Damaged files that were kept aside: what they are called, and which there are."""
from __future__ import annotations

from pathlib import Path

# Between the name of the file and what tells one damaged file from another.
DAMAGED = ".damaged-"


def name_of(path: Path, which: str) -> Path:
    """Where the file at a path is kept; `which` tells it from other damaged ones."""
    return path.with_name(f"{path.name}{DAMAGED}{which}")


def kept_of(path: Path) -> list[Path]:
    """The files that were kept for a path."""
    return sorted(found for found in path.parent.glob("*") if found.name.startswith(path.name + DAMAGED))
