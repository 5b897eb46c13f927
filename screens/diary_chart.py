"""The recovery chart of the diary: which symptom, how it stands in words, the picture or the table."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.diary_state import EmptyPart
from aftercare.presenters.recovery_state import ChartFact, RecoveryState
from screens.diary_entries import empty_card
from screens.diary_others import other_charts
from screens.widgets.block import width_wanted
from screens.widgets.buttons import Link
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.pillstrip import PillStrip
from screens.widgets.recoverychart import RecoveryChart
from screens.widgets.spankey import SpanKey
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.tierchip import TierChip


class Head(Row):
    """The symptom and, at the right, how it stands; one below the other before a word would break."""

    def _stacks(self, children: list[Any], width: float) -> bool:
        wanted = sum(width_wanted(c) if c.hug else c.natural_width() for c in children)
        return super()._stacks(children, width) or wanted + dp(self.spacing) > width


class ChartPart(Column):
    """Renders a RecoveryState. `act(intent, **payload)`: "diary-chart" (symptom), "diary-table", "where-from"
    (symptom), "add-session"."""

    def __init__(self, act: Callable[..., None]) -> None:
        self._act = act
        self._state: RecoveryState | None = None
        super().__init__(spacing=14)

    def render(self, state: RecoveryState) -> None:
        """Show a chart; a later one of the same symptom only moves what is drawn."""
        before, self._state = self._state, state
        if before is not None and _frame(before) == _frame(state):
            if not state.table and state.drawing is not None:
                self._picture.chart = state.drawing
            return
        self.clear_widgets()
        if state.empty_title:
            part = EmptyPart(state.empty_title, state.empty_text, state.empty_action, "add-session")
            self.add_widget(empty_card(part, self._act))
            return
        group = PillStrip(state.choices, state.chosen, name=state.choice_title)
        group.bind(chosen=lambda _group, symptom: self._act("diary-chart", symptom=symptom))
        # In large text the choice fills a screen by itself: there the answer stands first.
        for part in (self._card(state), group) if theme.large else (group, self._card(state)):
            self.add_widget(part)
        other = "chart-bar-horizontal" if state.table else "list-bullets"
        table = Link(state.table_link, icon=other, on_press=lambda *_: self._act("diary-table"))
        ask = lambda *_: self._act("where-from", symptom=state.chosen)  # noqa: E731
        origin = Link(state.where_from, icon="caret-right", role="button", on_press=ask)
        self.add_widget(Flow(table, origin, spacing=20))
        if state.others:
            self.add_widget(other_charts(state.others_title, state.others, self._act))
        self.add_widget(Text(state.note, style="small", color="ink2"))

    def _card(self, state: RecoveryState) -> Card:
        name = Row(Icon(state.icon, 24, color="primary"), Text(state.name, style="heading", hug=True), spacing=10)
        head = [name, TierChip(state.mark, state.word, state.tone)] if state.word else [name]
        words = Text(" ".join(state.sentences), color="ink2")
        body = self._table(state.facts) if state.table else self._chart(state)
        return Card(Head(*head, spacing=8), words, body, spacing=12 if state.table else 20, padding=[18, 16, 18, 18])

    def _chart(self, state: RecoveryState) -> Column:
        self._picture = RecoveryChart(chart=state.drawing)
        drawing = state.drawing
        if drawing is None:
            return Column(self._picture)
        # Words of the kit wrap, drawn ones would not.
        axis = Text(drawing.axis, style="small", color="ink2", halign="center", decorative=True)
        if drawing.usual is None or drawing.latest is None:
            return Column(self._picture, axis)
        keys = [SpanKey(drawing.usual_word)]
        if drawing.latest > drawing.usual:
            keys.append(SpanKey(drawing.latest_word, faint=True))
        return Column(self._picture, axis, Flow(*keys, spacing=14, padding=[0, 8, 0, 0]), spacing=4)

    def _table(self, facts: tuple[ChartFact, ...]) -> Column:
        rows: list[Any] = []
        for fact in facts:
            label, value = Text(fact.label, color="ink2"), Text(fact.value, style="body_strong")
            rows += [Separator(), Row(label, value, spacing=12, align="top", stack="large")]
        return Column(*rows, spacing=8)


def _frame(state: RecoveryState) -> tuple[Any, ...]:
    """What is not changed in place."""
    told = state.facts if state.table else None
    span = (state.drawing.usual is None, state.drawing.usual == state.drawing.latest) if state.drawing else None
    said = state.mark, state.word, state.tone, state.sentences, state.icon, state.name
    empty = state.empty_title, state.note
    return theme.large, state.choices, state.chosen, said, told, span, state.table, empty, state.others
