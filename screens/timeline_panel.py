"""The timeline as a card beside Today, for wide windows."""
from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty

from aftercare.presenters.timeline import TimelineState
from screens.widgets.surfaces import Card
from screens.widgets.text import Text
from screens.widgets.timechart import TimelineChart


class TimelinePanel(Card):
    """`render(state)` shows a TimelineState of scale "all"; `on_limit(activity)` is fired for a pressed row.

    `pointer` False makes the rows 48 dp high for a finger.
    """

    __events__ = ("on_limit",)
    pointer = BooleanProperty(True)

    def __init__(self, **kwargs: Any) -> None:
        self.chart = TimelineChart(ground="card")
        self._empty = Text("", color="ink2")
        kwargs.setdefault("padding", [26, 14, 18, 14])
        super().__init__(**kwargs)
        self.pointer = self.chart.pointer
        self.chart.bind(on_row=lambda _chart, key: self.dispatch("on_limit", key))
        self.fbind("pointer", lambda *_: setattr(self.chart, "pointer", self.pointer))

    def on_limit(self, activity: str) -> None:
        """Fired with the id of the activity whose row was pressed."""

    def render(self, state: TimelineState) -> None:
        """Show a state; a newer one changes only what differs."""
        wanted: Any = self.chart if state.empty is None else self._empty
        if wanted.parent is not self:
            self.clear_widgets()
            self.add_widget(wanted)
        if state.empty is not None:
            self._empty.text = f"{state.empty.title}. {state.empty.text}"
            return
        self.chart.title = state.title
        self.chart.show(state)
