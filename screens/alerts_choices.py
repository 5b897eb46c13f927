"""The parts of the Alerts screen that ask: how long before, which kinds, which wording, and the quiet hours."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from aftercare.presenters.alerts_state import HourStep as Step
from aftercare.presenters.alerts_state import LeadPart, QuietPart, Sample, SwitchRow
from screens.widgets.checks import ToggleRow
from screens.widgets.halves import Halves
from screens.widgets.hourstep import HourStep
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Grid2
from screens.widgets.noticelines import NoticeCard
from screens.widgets.surfaces import Card
from screens.widgets.text import Text

Put = Callable[[str, str], None]
ROWS = [18, 4, 18, 4]


class SettingRow(ToggleRow):
    """A switch that puts its settings when the patient moves it."""

    def __init__(self, put: Put, line: bool = False) -> None:
        self._put: Put = put
        self._state: SwitchRow | None = None
        super().__init__(line=line)

    def show(self, state: SwitchRow) -> None:
        """Take the words and the position."""
        self._state = state
        self.title, self.subtitle, self.on = state.title, state.hint, state.on

    def on_on(self, *args: object) -> None:
        super().on_on(*args)
        state = self._state
        if state is not None and self.on is not state.on:
            for name, value in state.puts:
                self._put(name, value)


class LeadCard(Column):
    """When to tell: two pills."""

    def __init__(self, put: Put, name: str, part: LeadPart) -> None:
        self._put, self._name, self._chosen = put, name, part.chosen
        self.heading, self.hint = Text(part.title, style="subhead"), Text(style="small", color="ink2")
        self.pills = Halves(part.options, part.chosen, name=part.title, spacing=8)
        super().__init__(self.heading, self.pills, spacing=10)
        self.pills.bind(chosen=self._choose)

    def show(self, part: LeadPart) -> None:
        """Take what is chosen."""
        self._chosen = self.pills.chosen = part.chosen
        self.hint.text = part.hint
        keep(self, [self.heading, self.pills, *([self.hint] if part.hint else [])])

    def _choose(self, _pills: object, value: str) -> None:
        if value != self._chosen:
            self._put(self._name, value)


class KindsCard(Column):
    """A switch for each kind, and how many alerts a day there are."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._rows: dict[str, SettingRow] = {}
        self._heading, self._limit = Text(style="subhead"), Text(style="small", color="ink2")
        self._card = Card(padding=ROWS)
        super().__init__(self._heading, self._card, self._limit, spacing=10)

    def show(self, title: str, rows: Sequence[SwitchRow], limit: str) -> None:
        """Take the rows."""
        self._heading.text, self._limit.text = title, limit
        for row in rows:
            if row.id not in self._rows:
                self._rows[row.id] = SettingRow(self._put, line=row is not rows[0])
            self._rows[row.id].show(row)
        keep(self._card, [self._rows[row.id] for row in rows])


class WordingCard(Card):
    """Hidden or full wording, and what a lock screen then shows."""

    def __init__(self, put: Put) -> None:
        self.switch, self.sample = SettingRow(put), NoticeCard()
        super().__init__(self.switch, self.sample, padding=[18, 4, 18, 18], spacing=6)

    def show(self, row: SwitchRow, sample: Sample) -> None:
        """Take the position and the sample."""
        self.switch.show(row)
        self.sample.show(sample.title, sample.text, sample.time, sample.spoken)


class QuietCard(Card):
    """Quiet hours on or off, and their two ends."""

    def __init__(self, put: Put) -> None:
        self._put = put
        self._ends: dict[str, HourStep] = {}
        self._steps: dict[str, Step] = {}
        self.switch, self.grid = SettingRow(put), Grid2(spacing=10)
        self.note = Text(style="small", color="ink2")
        super().__init__(self.switch, spacing=10)

    def show(self, part: QuietPart) -> None:
        """Take the position and the hours."""
        self.switch.show(part.switch)
        self.note.text = part.note
        for step in part.steps:
            self._steps[step.setting] = step
            if step.setting not in self._ends:
                self._ends[step.setting] = self._made(step)
            self._ends[step.setting].shown = step.shown
        keep(self.grid, [self._ends[step.setting] for step in part.steps])
        keep(self, [self.switch, self.grid, self.note] if part.steps else [self.switch])
        self.padding = [18, 4, 18, 16 if part.steps else 4]

    def _made(self, step: Step) -> HourStep:
        end = HourStep(step.label, step.shown, less=step.less_name, more=step.more_name)
        end.bind(on_step=lambda _end, by: self._move(step.setting, by))
        return end

    def _move(self, setting: str, by: int) -> None:
        step = self._steps[setting]
        self._put(setting, step.more if by > 0 else step.less)
