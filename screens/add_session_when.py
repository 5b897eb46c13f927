"""03: coming up or done, the day, the time, and the clinic's zone."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.add_session_problems import Problem
from aftercare.presenters.add_session_when import WhenState
from screens.widgets.buttons import Link
from screens.widgets.choices import Segmented
from screens.widgets.fault import FieldFault
from screens.widgets.layout import Column, Row
from screens.widgets.month import MonthGrid
from screens.widgets.rows import ListRow
from screens.widgets.sides import Sides
from screens.widgets.stepper import Stepper
from screens.widgets.surfaces import Card, Note
from screens.widgets.text import Icon, Text

Change = Callable[[str, Any], None]
# The width of a month with days of 48 dp, and of its card.
MONTH = 7 * 48 + 14


class WhenStep(Column):
    """Shows a WhenState; `change(field, value)` is called with timing, date, quarter, zone and what was typed."""

    def __init__(self, change: Change, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._change = change
        self._state: WhenState | None = None
        self._problems: Mapping[str, Problem] = {}
        self._typing: Any = None
        self._faults = {field: FieldFault() for field in ("timing", "date", "time", "zone")}
        for field, fault in self._faults.items():
            fault.bind(on_fix=partial(self._fix, field))

    def show(self, state: WhenState, errors: Mapping[str, Problem]) -> list[Any]:
        """Show the state; returns the sentences that stand beside fields now, first to last."""
        before, self._state, self._problems = self._state, state, errors
        if before is None:
            self._make(state)
        self.timing.chosen = state.timing
        self._show_month(before, state)
        if self.time.name != state.time_label:
            self.time.relabel(state.time_label)
        self.time.shown = state.time_words
        self.zone.title, self.zone.subtitle = state.zone_words, state.zone_note or state.zone_link
        self._info.text = state.info
        if self._typing is not None:
            self._day.show(state.typed_date)
            self._clock.show(state.typed_time)
        if before is None or before.notes != state.notes:
            self._notes.clear_widgets()
            for note in state.notes:
                self._notes.add_widget(Column(Note(note, icon="info", tone="care"), padding=[0, 12, 0, 0]))
        for field, fault in self._faults.items():
            problem = errors.get(field)
            fault.say(problem.text if problem else "", problem.fix if problem else "")
        return [fault for fault in self._faults.values() if fault.text]

    def hand_in(self) -> None:
        """Take what was typed and not entered yet, before the step is left."""
        if self._typing is not None:
            self._day.hand_in()
            self._clock.hand_in()

    def _make(self, state: WhenState) -> None:
        self.timing = Segmented(state.timings, chosen=state.timing, name=state.title)
        for key, part in self.timing.parts.items():
            part.bind(on_press=lambda _part, key=key: self._change("timing", key))
        self.month = MonthGrid(state.today.year, state.today.month, first_weekday=state.first_weekday)
        self.month.bind(on_day=lambda _grid, day: self._pick_day(day))
        self.time = TimeStepper(state.time_label, state.time_words, less=state.earlier, more=state.later)
        self.time.bind(on_step=lambda _stepper, by: self._change("quarter", by))
        self.zone = ListRow("globe-simple", state.zone_words, state.zone_link, tone="pri", static=False, role="button")
        self.zone.bind(on_press=lambda *_: self._open_zones())
        self._info = Text(state.info, style="small", color="ink2")
        self._typed = Column()
        self._link = Link(state.type_link, on_press=lambda *_: self._type())
        self._notes = Column()
        info = Row(Icon("info", 20, color="ink2"), self._info, spacing=8, align="top")
        times = Column(
            self.time, self._faults["time"],
            Column(info, padding=[0, 12, 0, 12]),
            Card(self.zone, padding=[18, 2, 14, 2]), self._faults["zone"],
            Column(self._typed, self._link, padding=[0, 4, 0, 0]), self._notes,
        )  # fmt: skip
        self.add_widget(Text(state.title, style="heading"))
        self.add_widget(Column(self.timing, self._faults["timing"], padding=[0, 12, 0, 16]))
        # Seven days of 48 dp and their margin fill a phone of the usual width, and the larger part of a wide page.
        days = Column(Card(self.month, padding=[7, 8, 7, 10]), self._faults["date"])
        self.add_widget(Days(days, times, spacing=12))

    def _show_month(self, before: WhenState | None, state: WhenState) -> None:
        self.month.today, self.month.first, self.month.last = state.today, state.first, state.last
        self.month.selected_day = state.date
        if state.date is not None and (before is None or before.date != state.date):
            self.month.year, self.month.month = state.date.year, state.date.month

    def _pick_day(self, day: Any) -> None:
        if self._typing is not None:
            # The day that was picked outranks one that is half typed.
            self._day.let_go()
        self._change("date", day)

    def _fix(self, field: str, *_: Any) -> None:
        problem = self._problems.get(field)
        if problem is not None and problem.field:
            self._change(problem.field, problem.value)

    def _type(self) -> None:
        """Put fields for typing in place of the link."""
        from screens.widgets.entry import Entry

        state = self._state
        if state is None:
            return
        self._day = Entry(state.type_date, text=state.typed_date)
        self._clock = Entry(state.type_time, text=state.typed_time)
        self._day.bind(on_enter=lambda _entry, text: self._change("typed_date", text))
        self._clock.bind(on_enter=lambda _entry, text: self._change("typed_time", text))
        self._typing = Column(self._day, self._clock, spacing=10, padding=[0, 8, 0, 12])
        self._link.parent.remove_widget(self._link)
        self._typed.add_widget(self._typing)
        self._day.take_keyboard(True)

    def _open_zones(self) -> None:
        from screens.add_session_zones import zone_sheet

        if self._state is not None:
            zone_sheet(self._state, lambda zone: self._change("zone", zone)).open(self.get_root_window())


class Days(Sides):
    """The month and, beside or below it, the time; beside it the month keeps the room that seven days need."""

    def arrange(self, children: list[Any], width: float) -> float:
        if self._stacks(children, width):
            for child in children:
                child.size_hint_x = 1
        else:
            month = dp(MONTH) / (width - dp(self.spacing))
            children[0].size_hint_x, children[1].size_hint_x = month, 1 - month
        return float(super().arrange(children, width))


class TimeStepper(Stepper):
    """A stepper whose question changes with the answer above it."""

    def relabel(self, label: str) -> None:
        """Ask this instead."""
        self.name = self._label.text = label
