"""What Today shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from aftercare.presenters.alerts_banner import AlertsLine
from aftercare.presenters.today_lists_state import LateCard, Signs, StopList

if TYPE_CHECKING:
    from aftercare.presenters.today_care_state import CareCards


class Mode(StrEnum):
    """Where the patient is between two sessions."""

    NONE = "none"
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class TodayView:
    """What the patient chose on the screen.

    `order`: the tiles as shown, so that one that ends stays in its place; it holds while `order_of` (session, day and
    mode) is the same. `steps`: those of the checklist that are shown, for `steps_of` (session and day).
    """

    filter: str = ""
    expanded: bool = False
    order: tuple[str, ...] = ()
    order_of: str = ""
    steps: tuple[str, ...] = ()
    steps_of: str = ""


@dataclass(frozen=True, slots=True)
class WatchLine:
    """The way from a session through its late watch, as fractions (0 to 1): the last limit ended at `over`, and today
    is at `now`. `start`, `day` and `end` are the words below it."""

    over: float
    now: float
    start: str
    day: str
    end: str


@dataclass(frozen=True, slots=True)
class Hero:
    """The answer at the top.

    `segments`, `ended` and `upcoming` count limits for the ring; `fraction` (0 to 1) is the way to the next change, or
    of the sun to the session. `counting`: the thin countdown line is drawn. `watch`: only the late watch is
    left, and its line stands in the place of the ring.
    """

    title: str
    subtitle: str = ""
    lead: str = ""
    countdown: str = ""
    when: str = ""
    summary: str = ""
    segments: int = 0
    ended: int = 0
    upcoming: int = 0
    fraction: float = 0.0
    counting: bool = True
    spoken: str = ""
    watch: WatchLine | None = None


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One card that leads on; without an `intent` it only tells. `action` is the word on its button."""

    icon: str
    title: str
    subtitle: str = ""
    action: str = ""
    intent: str = ""
    payload: Mapping[str, str] = field(default_factory=dict)
    tone: str = "sand"


@dataclass(frozen=True, slots=True)
class Count:
    """How many activities have a state; pressing it shows only these."""

    tone: str
    count: int
    word: str
    on: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class TileState:
    """One activity now. `fraction` None draws the dots of "ask"."""

    activity: str
    icon: str
    tone: str
    word: str
    name: str
    line: str
    fraction: float | None
    spoken: str


@dataclass(frozen=True, slots=True)
class TodayState:
    """The whole screen. `refresh_at` (UTC) is the next instant at which a text changes by itself.

    `later` are the tiles that `more` would add to `tiles`.
    """

    mode: Mode
    hero: Hero
    refresh_at: datetime
    view: TodayView = TodayView()
    card: ActionCard | None = None
    heading: str = ""
    counts: tuple[Count, ...] = ()
    tiles: tuple[TileState, ...] = ()
    later: tuple[TileState, ...] = ()
    more: str = ""
    note: ActionCard | None = None
    stops: StopList | None = None
    upcoming: StopList | None = None
    signs: Signs | None = None
    watch: ActionCard | None = None
    healed: tuple[ActionCard, ...] = ()
    late: LateCard | None = None
    help: ActionCard | None = None
    advice: str = ""
    banner: ActionCard | None = None
    alerts: AlertsLine | None = None
    notice: str = ""
    lost: ActionCard | None = None
    intro: str = ""
    choices: tuple[ActionCard, ...] = ()
    help_word: str = ""
    care: CareCards | None = None
    can_i: str = ""
    ask: ActionCard | None = None
