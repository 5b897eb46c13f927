"""03b: what will be saved, and what the patient gets from it."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aftercare.presenters.add_session_check import CheckRow, CheckState
from aftercare.presenters.add_session_problems import Problem
from screens.widgets.buttons import Link
from screens.widgets.layout import Column, Row
from screens.widgets.milestones import MilestoneBar
from screens.widgets.rows import KeyValueRow
from screens.widgets.surfaces import Card, Note
from screens.widgets.text import Icon, Text

Change = Callable[[str, Any], None]


class CheckStep(Column):
    """Shows a CheckState; `change("step", number)` is called to correct a row, `see_all()` for the full list."""

    def __init__(self, change: Change, see_all: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._see_all = see_all
        self._change = change
        self._state: CheckState | None = None

    def show(self, state: CheckState, errors: Mapping[str, Problem]) -> list[Any]:
        """Show the state anew where anything differs."""
        before, self._state = self._state, state
        if before is not None and before.rows == state.rows and before.moved == state.moved:
            self._show_plan(state)
            return []
        self.clear_widgets()
        rows = [self._row(row, number) for number, row in enumerate(state.rows)]
        self.add_widget(Text(state.title, style="heading"))
        self.add_widget(Column(Card(*rows, padding=[18, 4, 18, 4]), padding=[0, 12, 0, 0]))
        remarks = [("pri", state.moved), *(("care", note) for note in state.notes)]
        for tone, words in remarks:
            if words:
                self.add_widget(Column(Note(words, tone=tone), padding=[0, 12, 0, 0]))
        self.add_widget(Column(self._plan(state), padding=[0, 12, 0, 0]))
        self.add_widget(Column(tell_card(state, self._see_all), padding=[0, 12, 0, 0]))
        return []

    def _row(self, row: CheckRow, number: int) -> KeyValueRow:
        return KeyValueRow(
            row.icon, row.label, row.value, row.change,
            on_change=lambda: self._change("step", row.step), change_name=row.spoken, line=number > 0,
        )  # fmt: skip

    def _plan(self, state: CheckState) -> Card:
        self._title = Text(style="heading", color="onHero")
        self._note = Text(style="small", color="onHero2")
        self._bar = MilestoneBar(role="image")
        self._show_plan(state)
        label = Text(state.plan.label, style="small_strong", color="onHero2")
        return Card(label, self._title, self._note, Column(self._bar, padding=[0, 6, 0, 0]), color="hero", radius=24)

    def _show_plan(self, state: CheckState) -> None:
        self._title.text, self._note.text = state.plan.title, state.plan.note
        self._bar.stops, self._bar.done = list(state.plan.stops), state.plan.done
        self._bar.name = state.plan.spoken


def tell_card(state: CheckState, see_all: Callable[[], None]) -> Card:
    """What the clinic should hear before it goes on."""
    link = Link(state.tell_all, icon="caret-right", role="button", on_press=lambda *_: see_all())
    words = Column(Text(state.tell_title, style="label_strong"), Text(state.tell_text, style="small"), link, spacing=4)
    return Card(
        Row(Icon("warning-fill", 24, color="care"), words, spacing=12, align="top", stack="huge"), color="careSoft",
        padding=[18, 16, 18, 8],
    )  # fmt: skip
