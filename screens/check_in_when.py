"""When was this? Three pills, and a month with a time for a late entry."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.check_in_state import WhenQuestion
from screens.check_in_cards import Change
from screens.widgets.choices import PillGroup
from screens.widgets.fault import FieldFault
from screens.widgets.keep import keep
from screens.widgets.layout import Column
from screens.widgets.month import MonthGrid
from screens.widgets.stepper import Stepper
from screens.widgets.surfaces import Card
from screens.widgets.text import Text


class WhenPart(Column):
    """Asks of when the check-in speaks; `change` is called with when, day and quarter."""

    def __init__(self, state: WhenQuestion, change: Change) -> None:
        self._change = change
        self._options: Any = None
        self._choosing: Column | None = None
        self.heading = Text(state.question.title, style="heading")
        self._fault = FieldFault()
        super().__init__(spacing=10)
        self.show(state)

    def show(self, state: WhenQuestion) -> None:
        """Show a newer state."""
        question = state.question
        if self._options != question.options:
            self._options = question.options
            self.pills = PillGroup([(o.key, o.word) for o in question.options], question.chosen, name=question.title)
            for key, pill in self.pills.parts.items():
                pill.bind(on_press=lambda _pill, key=key: self._change("when", key))
        self.pills.chosen = question.chosen
        parts: list[Any] = [self.heading, self.pills]
        if state.choosing:
            parts.append(self._pick(state))
        self._fault.say(state.fault)
        if state.fault:
            parts.append(self._fault)
        keep(self, parts)

    def _pick(self, state: WhenQuestion) -> Column:
        if self._choosing is None:
            self.month = MonthGrid(
                state.day.year, state.day.month, selected=state.day, first_weekday=state.first_weekday
            )
            self.month.bind(on_day=lambda _grid, day: self._change("day", day))
            self.time = Stepper(state.time_title, state.time, less=state.earlier, more=state.later)
            self.time.bind(on_step=lambda _stepper, by: self._change("quarter", by))
            self._choosing = Column(Card(self.month, padding=[7, 8, 7, 10]), self.time, spacing=10)
        self.month.today, self.month.first, self.month.last = state.today, state.first, state.today
        self.month.selected_day = state.day
        self.time.shown = state.time
        return self._choosing
