"""The timeline as one drawing: days on top, a row for each limit, the line of now through all of them."""
from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty
from kivy.utils import platform

from screens.widgets.block import fit_to
from screens.widgets.container import Container
from screens.widgets.text import Text
from screens.widgets.theme import theme
from screens.widgets.timeentry import TimelineEntry
from screens.widgets.timerows import NowLine, SessionLine, TimelineAxis

WIDE_FROM = 600
LEAST_CHART = 180
POINTER_ROW, TOUCH_ROW = 33, 48
MEMBER_INSET = 14
# Words on a day card stand off its edge.
DAY_SIDE = 10


class TimelineChart(Container):
    """`show(state)` takes a TimelineState. `on_row(key)` is fired with the row that was pressed.

    From 600 dp name, bars and state stand in columns; rows are then 33 dp high for a pointer and 48 for a finger.
    A row that stands for several opens below itself. `ground` is the token behind the chart, `title` a heading
    beside the days.
    """

    __events__ = ("on_row",)
    ground = StringProperty("bg")
    title = StringProperty("")
    pointer = BooleanProperty(platform not in ("android", "ios"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.state: Any = None
        self.entries: dict[str, TimelineEntry] = {}
        self._open: set[str] = set()
        self._sides = (0.0, 0.0)
        self._lines = TimelineAxis(decorative=True, size_hint=(None, None))
        self._now = NowLine(size_hint=(None, None))
        self._session = SessionLine(size_hint=(None, None), decorative=True)
        self._days = TimelineAxis(decorative=True, size_hint=(None, None), patch=self.ground)
        self._heading = Text(self.title, style="heading")
        for part in (self._lines, self._now, self._session, self._heading, self._days):
            self.add_widget(part)
        self.fbind("pointer", self.invalidate)

    def on_row(self, key: str) -> None:
        """Fired with the key of the pressed row that stands for one activity."""

    def show(self, state: Any) -> None:
        """Show a state; what is there already stays and changes only where it differs."""
        before, self.state = self.state, state
        flat: list[tuple[Any, int, bool]] = []
        for row in state.rows:
            flat.append((row, 0, bool(row.members)))
            if row.members and row.key in self._open:
                flat += [(member, MEMBER_INSET, False) for member in row.members]
        keys = [self._key(row, inset) for row, inset, _opens in flat]
        if keys != list(self.entries):
            self._keep(keys)
        for (row, inset, opens), key in zip(flat, keys, strict=True):
            entry = self.entries[key]
            entry.show(row)
            entry.now = state.now
            entry.inset, entry.opens = inset, opens
            entry.expanded = row.key in self._open if opens else None
            entry.ground = "card" if state.axis.columns else self.ground
            entry.side = DAY_SIDE if state.axis.columns else 0
        self._now.fraction = -1.0 if state.now is None else state.now
        self._now.decorative = state.now is None
        self._now.name = state.now_spoken
        self._session.opacity = 1 if state.mark is not None else 0
        if state.mark is not None:
            self._session.fraction = state.mark
        if before is None or before.axis != state.axis:
            self._show_axis(state.axis)
            self.invalidate()
        elif (before.mark is None) != (state.mark is None):
            self.invalidate()

    def _show_axis(self, axis: Any) -> None:
        self._lines.lines = list(axis.lines)
        self._lines.columns = list(axis.columns)
        self._days.ticks = [(tick.at, tick.text, tick.anchor) for tick in axis.ticks]
        self._days.strong = axis.strong

    @staticmethod
    def _key(row: Any, inset: int) -> str:
        return f"{row.key}:{inset}"

    def _keep(self, keys: list[str]) -> None:
        """Have exactly these entries, in this order."""
        for entry in self.entries.values():
            self.remove_widget(entry)
        kept = self.entries
        self.entries = {}
        for key in keys:
            entry = kept.get(key) or TimelineEntry(on_press=lambda _entry, key=key: self._pressed(key))
            self.entries[key] = entry
            self.add_widget(entry)

    def _pressed(self, key: str) -> None:
        row_key = key.rsplit(":", 1)[0]
        row = next((row for row in self.state.rows if row.key == row_key), None)
        if row is not None and row.members:
            self._open ^= {row_key}
            self.show(self.state)
        else:
            self.dispatch("on_row", row_key)

    def on_touch_up(self, touch: Any) -> bool:
        # A finger on a screen that had been used with a mouse: give it room, once the tap is over.
        if self.pointer and self.collide_point(*touch.pos) and touch.device not in ("mouse", "harness"):
            Clock.schedule_once(lambda *_: setattr(self, "pointer", False), 0.4)
        return bool(super().on_touch_up(touch))

    def on_ground(self, *_: Any) -> None:
        if "_days" in self.__dict__:
            self._days.patch = self.ground

    def on_title(self, *_: Any) -> None:
        if "_heading" in self.__dict__:
            self._heading.text = self.title

    def _columns(self, width: float) -> tuple[float, float] | None:
        entries = self.entries.values()
        if width < dp(WIDE_FROM) or theme.large or not entries:
            return None
        name = min(max(e.name_width() for e in entries) + dp(20), width * 0.4)
        state = min(max(e.state_width() for e in entries) + dp(12), width * 0.4)
        return (name, state) if width - name - state >= dp(LEAST_CHART) else None

    def head(self) -> float:
        """Height over the rows: the word of now, or the session, and the days."""
        return max(NowLine.head() + dp(2), self._syringe()) + TimelineAxis.band() + dp(4)

    def _syringe(self) -> float:
        return float(dp(36)) if self.state is not None and self.state.mark is not None else 0.0

    def arrange(self, children: list[Any], width: float) -> float:
        columns = self._columns(width)
        for entry in self.entries.values():
            entry.columns = columns
            entry.least = (POINTER_ROW if self.pointer else TOUCH_ROW) if columns else TOUCH_ROW
            fit_to(entry, width)
        self._sides = columns or (0.0, 0.0)
        self._lead = 0.0
        if self.title:
            fit_to(self._heading, self._sides[0] if columns else width)
            self._lead = 0.0 if columns else self._heading.height + dp(6)
        return self._lead + self.head() + sum(e.height for e in self.entries.values()) + dp(6)

    def place(self) -> None:
        left, right = self._sides
        lead = self.__dict__.get("_lead", 0.0)
        inner = max(self.width - left - right, 1)
        rows = max(self.height - lead - self.head(), 1)
        x, top = self.x + left, self.y + self.height - lead
        for axis in (self._lines, self._days):
            axis.size = inner, rows + TimelineAxis.band() + dp(4)
            axis.pos = x, self.y
        for line in (self._now, self._session):
            line.size, line.pos = (inner, rows + self.head()), (x, self.y)
        beside = self.head() / 2 + self._heading.height / 2
        self._heading.pos = self.x, self.y + self.height - (self._heading.height if lead else beside)
        y = top - self.head()
        for entry in self.entries.values():
            y -= entry.height
            entry.pos = self.x, y
