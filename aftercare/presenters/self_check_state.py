"""What the self-check and its list show, as finished strings."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.presenters.result_state import Deed


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A single condition that can be picked below its question."""

    id: str
    title: str
    on: bool


@dataclass(frozen=True, slots=True)
class PeriodPart:
    """The day on which a period starts: `shown` is the day in words, `text` what it means for the session.

    `earlier` and `later` name the steps; `clear` is empty while no day is entered.
    """

    title: str
    shown: str
    earlier: str
    later: str
    text: str
    clear: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question. `answer`: None while open. `lead` is said after a yes, and empty otherwise.

    `which` heads what unfolds: single conditions, a period, or neither, and then nothing unfolds. `picked` says how
    many are picked.
    """

    id: str
    title: str
    hint: str
    answer: bool | None
    lead: str
    which: str
    picked: str
    conditions: tuple[ConditionRow, ...]
    period: PeriodPart | None
    spoken_no: str
    spoken_yes: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions about one thing."""

    title: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class SelfCheckState:
    """The questions. `rest` answers all open ones with no, and is empty where few are left. `told` counts every yes.

    `some`: there is something to tell.
    """

    title: str
    heading: str
    lead: str
    progress: str
    progress_spoken: str
    fraction: float
    no: str
    yes: str
    groups: tuple[QuestionGroup, ...]
    rest: str
    told: str
    some: bool
    see_list: str
    note: str
    origins: str


@dataclass(frozen=True, slots=True)
class SayRow:
    """What one yes comes to: `says` are sentences for the clinic, `lead` is what to do."""

    says: tuple[str, ...]
    lead: str


@dataclass(frozen=True, slots=True)
class ListPart:
    """Everything that leads to the same. `tone` is a tone of the kit."""

    icon: str
    tone: str
    title: str
    rows: tuple[SayRow, ...]


@dataclass(frozen=True, slots=True)
class MyListState:
    """The list for the clinic. `empty` stands where there is nothing to tell, `still` where questions are open.

    `number` is shown where this device cannot dial.
    """

    title: str
    heading: str
    lead: str
    parts: tuple[ListPart, ...]
    empty: str
    still: str
    go_on: str
    number_label: str
    number: str
    actions: tuple[Deed, ...]
    notes: tuple[str, ...]
