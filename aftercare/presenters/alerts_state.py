"""What the Alerts screen shows, as finished strings: nothing is decided after this."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its words, what it asks for, and its look in the kit."""

    words: str
    intent: str
    payload: Mapping[str, object] = field(default_factory=dict)
    kind: str = "primary"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether alerts arrive. `tone` is "ok", "sand" or, for what stays until it is mended, "care"."""

    tone: str
    icon: str
    title: str
    text: str
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedPart:
    """What happens while the app is closed, and the consent to it. `tone` is of the icon: "pri", "ok" or "care"."""

    title: str
    tone: str
    icon: str
    lead: str
    lines: tuple[str, ...]
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadPart:
    """How long before. `options` are (value to store, words)."""

    title: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    hint: str


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """A switch. `puts` are the settings (name, value) that store the other position."""

    id: str
    title: str
    hint: str
    on: bool
    puts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """What a lock screen shows."""

    title: str
    text: str
    time: str
    spoken: str


@dataclass(frozen=True, slots=True)
class HourStep:
    """One end of the quiet hours; `less` and `more` are the values to store for a step."""

    setting: str
    label: str
    shown: str
    less: str
    more: str
    less_name: str
    more_name: str


@dataclass(frozen=True, slots=True)
class QuietPart:
    """Quiet hours; without `steps` they are off."""

    switch: SwitchRow
    steps: tuple[HourStep, ...]
    note: str


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One alert, past or coming."""

    time: str
    day: str
    title: str
    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class NoticeList:
    """Alerts by time. `first` rows are shown until `show_all` is pressed."""

    title: str
    count: str
    rows: tuple[NoticeRow, ...]
    first: int
    show_all: str
    note: str
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class TestPart:
    """The tests, and what is known of how alerts arrive: (icon, label, value)."""

    title: str
    rows: tuple[tuple[str, str, str], ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class AlertsState:
    """The whole screen. A part that is None has nothing that could answer it."""

    title: str
    reach: Reach
    missed: NoticeList | None
    closed: ClosedPart | None
    lead: LeadPart | None
    kinds_title: str
    kinds: tuple[SwitchRow, ...]
    limit: str
    wording: SwitchRow | None
    sample: Sample | None
    quiet: QuietPart | None
    coming: NoticeList | None
    test: TestPart
