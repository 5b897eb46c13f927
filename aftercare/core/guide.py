"""Short texts to read: what the articles know that helps a patient, in parts that each name their sources."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from aftercare.core.protocol import Source
from aftercare.core.review import Review

MOST_WORDS = 450
# Adults read some 240 words of plain English a minute; a worried one, or one in a second language, far fewer.
WORDS_A_MINUTE = 150


class GuideGroup(StrEnum):
    """What a guide is about."""

    PROCEDURES = "procedures"
    BEFORE = "before"
    AFTER = "after"
    WARNING = "warning"
    CHOOSING = "choosing"


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A heading with paragraphs, points or both, and the lines they rest on."""

    heading: str
    text: tuple[str, ...]
    points: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CallBox:
    """When to call the clinic. `emergency`: the way to emergency help stands below it."""

    when: tuple[str, ...]
    emergency: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide.

    `protocols`: the protocols it is about, empty for all. `days`: the first and last day, counted from the session's
    date and negative before it, on which it is suggested. `activities`, `related` and `usual` name activities, other
    guides and symptoms by id.
    """

    id: str
    group: GuideGroup
    icon: str
    title: str
    short: tuple[str, ...]
    parts: tuple[GuidePart, ...]
    review: Review
    call: CallBox | None = None
    protocols: tuple[str, ...] = ()
    days: tuple[int, int] | None = None
    activities: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """Every sentence that is read, in reading order, title first."""
        yield self.title
        yield from self.short
        for part in self.parts:
            yield part.heading
            yield from part.text
            yield from part.points
        if self.call:
            yield from self.call.when

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every line it rests on, each once, in reading order."""
        lists = [part.sources for part in self.parts] + ([self.call.sources] if self.call else [])
        return tuple(dict.fromkeys(source for sources in lists for source in sources))

    def suits(self, protocol_id: str) -> bool:
        """Whether it speaks of a protocol."""
        return not self.protocols or protocol_id in self.protocols

    def falls_on(self, day: int) -> bool:
        """Whether it is suggested on a day, counted from the session's date."""
        return self.days is not None and self.days[0] <= day <= self.days[1]


def minutes_to_read(words: int) -> int:
    """Whole minutes, rounded up, at 150 words a minute; never below 1."""
    return max(1, -(-words // WORDS_A_MINUTE))
