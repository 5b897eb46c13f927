"""What the diary shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.presenters.photos_state import CompareCard, PhotosState, Shot
from aftercare.presenters.recovery_state import RecoveryState

ENTRIES, CHART, PHOTOS = "entries", "chart", "photos"


@dataclass(frozen=True, slots=True)
class DiaryView:
    """What the patient chose: the part, the symptom the list is narrowed to, the page (0 is the newest), the chart's
    symptom and whether it is shown as a table, the page of pictures."""

    part: str = ENTRIES
    symptom: str = ""
    page: int = 0
    charted: str = ""
    table: bool = False
    photo_page: int = 0


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One check-in; `photo` is its first picture.

    `tone` is "ok", "care", "notyet" or "dg"; `delete` is the spoken name of its deletion.
    """

    id: str
    day: str
    time: str
    icon: str
    tone: str
    word: str
    summary: str
    note: str
    spoken: str
    delete: str
    photo: Shot | None = None


@dataclass(frozen=True, slots=True)
class EmptyPart:
    """What stands where there is nothing yet, with the way on; `action` may be empty."""

    title: str
    text: str
    action: str
    intent: str = "check-in"


@dataclass(frozen=True, slots=True)
class EntriesState:
    """A page of the list. `counted` says which part of how many; `older` and `newer` lead on and may be empty."""

    title: str
    check_in: str
    filter_title: str
    filters: tuple[tuple[str, str], ...]
    chosen: str
    rows: tuple[EntryRow, ...]
    counted: str
    newer: str
    older: str
    page: int
    empty: EmptyPart | None = None


@dataclass(frozen=True, slots=True)
class DiaryState:
    """The whole screen; `photos`, or `entries` and `chart`, which stand side by side where there is room.

    `compare`: the pictures that stand by the entries, if any.
    """

    title: str
    help: str
    parts_title: str
    parts: tuple[tuple[str, str], ...]
    view: DiaryView
    entries: EntriesState | None
    chart: RecoveryState | None
    deleted: str
    photos: PhotosState | None = None
    compare: CompareCard | None = None
