"""What "Can I …?" shows: finished words, tones and icons."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aftercare.presenters.today_words import sentence

FIRST = 10
MORE = 20


@dataclass(frozen=True, slots=True)
class CanIView:
    """What the patient did: what is typed, and how many questions of the list are open."""

    query: str = ""
    open: int = FIRST


@dataclass(frozen=True, slots=True)
class Deed:
    """A control: its words, its icon, and the intent that it fires. `done` stands there for a moment afterwards."""

    text: str
    icon: str
    intent: str
    payload: Mapping[str, object] = field(default_factory=dict)
    done: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The large answer. `tone`: a state of the kit's statuses. `when` stands beside the word, empty where no time is.

    `lines` are read one after the other; `leaflets` is what clinics' leaflets say. `told`: when an alert comes.
    """

    id: str
    tone: str
    word: str
    when: str
    title: str
    lines: tuple[str, ...]
    leaflets: str = ""
    told: str = ""
    deeds: tuple[Deed, ...] = ()

    @property
    def spoken(self) -> str:
        """The answer for the ear, and for reading aloud."""
        return sentence(self.title, self.word, self.when, *self.lines, self.leaflets, self.told)


@dataclass(frozen=True, slots=True)
class Row:
    """A question in a list. `word` is empty where no session gives it a state; `tone` tints its icon."""

    id: str
    icon: str
    tone: str
    name: str
    detail: str
    word: str
    query: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CanIState:
    """The whole screen. Empty strings, empty tuples and None are left out.

    `lead`: a card above all (title, text): what is missing for times of one's own, or that nothing was found.
    """

    title: str
    back: str
    hint: str
    clear: str
    view: CanIView
    lead: tuple[str, str] | None
    lead_deed: Deed | None
    answer: Answer | None
    heading: str
    rows: tuple[Row, ...]
    more: str
    foot: str
    ask: Deed
    about: str
    paper: tuple[str, tuple[str, ...]]
