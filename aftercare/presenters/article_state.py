"""What an article shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartText:
    """A heading, its paragraphs and points, the numbers of its sources, a word before them, and all for the ear."""

    heading: str
    text: tuple[str, ...]
    points: tuple[str, ...]
    numbers: tuple[int, ...]
    numbers_word: str
    spoken: str


@dataclass(frozen=True, slots=True)
class UsualBar:
    """How long a symptom usually lasts: `label` in words, `share` of the axis until when it usually ends."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class UsualTimes:
    """The bars of an article, the axis below them as (share, word), and what they hold for.

    `now`: where the patient is on the axis, None where that is not on it.
    """

    bars: tuple[UsualBar, ...]
    ticks: tuple[tuple[float, str], ...]
    caption: str
    now: float | None = None


@dataclass(frozen=True, slots=True)
class CallState:
    """When to call the clinic. `urgent` and what follows it are empty where nothing asks for emergency help."""

    title: str
    when: tuple[str, ...]
    numbers: tuple[int, ...]
    numbers_word: str
    spoken: str
    urgent: str = ""
    urgent_text: str = ""
    urgent_action: str = ""


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A related activity with its state now. `tone` is "not_yet", "with_care", "ask" or "ok"."""

    activity: str
    icon: str
    tone: str
    word: str
    name: str
    line: str
    spoken: str


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another guide."""

    id: str
    icon: str
    tone: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A numbered source. `address` is empty for an article, which is not published with its lines.

    `needs`, `open`, `copy` and `copied` are the words of what unfolds below it.
    """

    number: int
    title: str
    detail: str
    spoken: str
    address: str = ""
    needs: str = ""
    open: str = ""
    copy: str = ""
    copied: str = ""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """One guide in full. `facts` are (icon, words): reading time, sources, that it is kept on the device.

    `alarm`: it is about signs that cannot wait, so the way to emergency help stands at its head.
    """

    id: str
    back: str
    title: str
    facts: tuple[tuple[str, str], ...]
    short_title: str
    short: str
    parts: tuple[PartText, ...]
    usual: UsualTimes | None
    call: CallState | None
    limits_title: str
    limits: tuple[LimitRow, ...]
    related_title: str
    related: tuple[RelatedRow, ...]
    sources_title: str
    sources: tuple[SourceRow, ...]
    review: str
    notes: tuple[str, ...]
    alarm: bool = False
