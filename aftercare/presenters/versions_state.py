"""What the page of other versions shows, as finished strings."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.kept_versions import KeptVersion


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What is known. `found` None: it is being read. `busy`: a change is under way; `fault`: one sentence."""

    found: tuple[KeptVersion, ...] | None = None
    busy: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two versions: whose it is, what it says, and when it was written."""

    lead: str
    says: str
    changed: str


@dataclass(frozen=True, slots=True)
class VersionCard:
    """What there are two versions of. `use` is empty where the other one must not be put in use."""

    id: str
    icon: str
    title: str
    now: Side
    other: Side
    use: str
    use_spoken: str
    delete: str
    delete_spoken: str


@dataclass(frozen=True, slots=True)
class VersionsState:
    """`done` leads back where there is none any more; `used` and `deleted` are said after a deed, with a way back."""

    title: str
    back: str
    heading: str
    lead: str
    cards: tuple[VersionCard, ...]
    done: str
    busy: bool
    fault: str
    used: str
    deleted: str
