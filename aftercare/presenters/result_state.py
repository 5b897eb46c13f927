"""What the result shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aftercare.presenters.help import HelpState


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing that was told, and what it means. `tone` is "ok", "care", "notyet" or "dg"; `mark` is its icon."""

    icon: str
    tone: str
    title: str
    subtitle: str
    mark: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Deed:
    """A button. `kind` is a look of the kit; `done` are the words after it was pressed, where it copies something.

    Two intents the screen answers itself: "clinic-phone" opens the form, "show-note" leads to the note.
    """

    kind: str
    icon: str
    text: str
    intent: str
    payload: Mapping[str, str] = field(default_factory=dict)
    done: str = ""


@dataclass(frozen=True, slots=True)
class Reminded:
    """The reminder that is set for this check-in: when it comes, what to know of it (or empty), and its undoing."""

    text: str
    detail: str
    undo: str
    check_in: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading over sentences."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhoneForm:
    """The words of the sheet in which the clinic's phone is entered."""

    title: str
    label: str
    number: str
    hint: str
    save: str


@dataclass(frozen=True, slots=True)
class ResultState:
    """The whole screen. `tone` is "ok", "care" or "notyet".

    `number` is shown large where nothing can be dialled, with `number_label`; both may be empty. `main` is the one
    action, `more` are quieter ones. `emergency`: this is shown instead of everything else.
    """

    title: str
    close: str
    tone: str
    icon: str
    word: str
    heading: str
    lead: str
    facts_title: str
    facts: tuple[FactRow, ...]
    now: Part
    changes: Part
    red_title: str
    red_text: str
    number_label: str
    number: str
    main: Deed
    more: tuple[Deed, ...]
    summary_title: str
    summary_lead: str
    summary: str
    copy: Deed
    saved: str
    change: str
    undo: str
    phone: PhoneForm
    notes: tuple[str, ...]
    emergency: HelpState | None = None
    reminded: Reminded | None = None
    where_from: str = ""
