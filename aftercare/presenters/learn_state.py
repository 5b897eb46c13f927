"""What Learn shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.presenters.article_state import ArticleState


@dataclass(frozen=True, slots=True)
class LearnView:
    """What the patient chose: the group that the list is narrowed to, what was typed, and on wide windows the guide
    that is read beside the list. Each may be empty."""

    group: str = ""
    query: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class GuideRow:
    """One guide in a list. `tone` is "pri", or "dg" for warning signs; `detail` says how long and from how much.

    `read`: it is the one that stands beside the list.
    """

    id: str
    icon: str
    tone: str
    title: str
    detail: str
    spoken: str
    read: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """The guide that fits this day best, with the word that says why."""

    id: str
    chip: str
    detail: str
    title: str
    spoken: str
    read: bool = False


@dataclass(frozen=True, slots=True)
class NothingFound:
    """What stands where no guide matches, and the ways on: all guides, and the search for single activities."""

    title: str
    text: str
    show_all: str
    can_i: str


@dataclass(frozen=True, slots=True)
class LearnState:
    """The whole screen. `found` says how many guides match what was typed; `article` is there on wide windows."""

    title: str
    help: str
    search: str
    hint: str
    clear: str
    view: LearnView
    pick: Pick | None
    groups_title: str
    groups: tuple[tuple[str, str], ...]
    list_title: str
    found: str
    rows: tuple[GuideRow, ...]
    nothing: NothingFound | None
    note: str
    article: ArticleState | None = None
