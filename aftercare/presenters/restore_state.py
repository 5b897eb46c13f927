"""Open a backup: how far the patient is, and what the screen shows."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.backup import Mode, Preview, Restored


@dataclass(frozen=True, slots=True)
class RestoreView:
    """How far the patient is. `asks`: the file has a password. `busy`: a file is being read or put in."""

    path: str = ""
    asks: bool = False
    preview: Preview | None = None
    mode: Mode = Mode.MERGE
    busy: bool = False
    fault: str = ""
    restored: Restored | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class CountRow:
    """One kind of records, on both sides."""

    icon: str
    title: str
    backup: str
    here: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ModeRow:
    """One way to put a backup in; `badge` praises it."""

    mode: str
    title: str
    subtitle: str
    badge: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RestoreState:
    """`stage`: "pick", "password", "preview" or "done". `files` are (path, words) of known backups.

    `kinds` are (icon, words): what is in a backup where there is nothing to set it beside.
    `other_title` stands above the ways to another file. `other` leads back to "pick".
    `empty` is said when the field was left empty.
    """

    stage: str
    title: str
    close: str
    heading: str
    lead: str
    fault: str
    busy: str
    choose: str = ""
    path_label: str = ""
    path_hint: str = ""
    drop: str = ""
    path: str = ""
    open: str = ""
    empty: str = ""
    files_title: str = ""
    other_title: str = ""
    files: tuple[tuple[str, str], ...] = ()
    password_label: str = ""
    show_password: str = ""
    whole: str = ""
    columns: tuple[str, str] = ("", "")
    rows: tuple[CountRow, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    newer: str = ""
    how: str = ""
    modes: tuple[ModeRow, ...] = ()
    put_in: str = ""
    cancel: str = ""
    other: str = ""
    lines: tuple[str, ...] = ()
    versions: str = ""
    undo: str = ""
    plan: str = ""
