"""What the recovery chart shows, as finished strings and fractions: nothing is decided after this."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A logged strength: `at` 0 to 1 along the axis, `rank` 0 (none) to 3 (strong)."""

    at: float
    rank: int


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """The picture. All places are 0 to 1 along the axis; `latest` is at least `usual`, None: not known.

    `ticks` are (place, words), `steps` the words of the four strengths from none up.
    """

    usual: float | None
    latest: float | None
    now: float | None
    points: tuple[ChartPoint, ...]
    ticks: tuple[tuple[float, str], ...]
    steps: tuple[str, ...]
    now_word: str
    axis: str
    usual_word: str
    latest_word: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ChartFact:
    """A line of the table: a moment and what is said of it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class OtherChart:
    """A small chart of another symptom that was logged; pressing it shows that one. `spoken` says it all in words."""

    symptom: str
    icon: str
    name: str
    mark: str
    tone: str
    word: str
    drawing: ChartDrawing
    spoken: str


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """The chart of one symptom. `mark`, `word` and `tone` say how it stands, all empty where nothing is logged.

    `empty_title`: there is no session, and nothing else is shown.
    """

    choice_title: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    icon: str
    name: str
    mark: str
    tone: str
    word: str
    sentences: tuple[str, ...]
    drawing: ChartDrawing | None
    facts: tuple[ChartFact, ...]
    table: bool
    table_link: str
    note: str
    empty_title: str = ""
    empty_text: str = ""
    empty_action: str = ""
    where_from: str = ""
    others_title: str = ""
    others: tuple[OtherChart, ...] = ()
