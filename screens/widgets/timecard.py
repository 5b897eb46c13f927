"""A card of limits that end together: when, what, and one bar for all; and a piece of the legend."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.buttons import Link
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.rows import ListRow
from screens.widgets.status import Status, look
from screens.widgets.surfaces import PressCard
from screens.widgets.text import Text
from screens.widgets.theme import theme
from screens.widgets.timerows import TimelineRow

TINTS = {"notyet": "notyet", "care": "care", "ask": "ask", "ok": "ok"}


class NameChip(Block):
    """An activity on the soft ground of its state; drawing only, the card says it."""

    REFIT = ("text", "icon", "tone")
    text = StringProperty("")
    icon = StringProperty("circle")
    tone = StringProperty("ask")

    def __init__(self, text: str = "", icon: str = "circle", tone: str = "ask", **kwargs: Any) -> None:
        kwargs.setdefault("hug", True)
        super().__init__(text=text, icon=icon, tone=tone, **kwargs)

    def build(self) -> None:
        self._fill = Fill(self, "sand", dp(12))
        self._glyph, self._words = Glyphs(self, "ink"), Glyphs(self, "ink")

    def natural_width(self) -> float:
        self._glyph.icon(self.icon, theme.scaled(18))
        self._words.set(self.text, "small_strong")
        return dp(10) + self._glyph.width + dp(7) + self._words.width + dp(12)

    def fit(self, width: float) -> float:
        token = look(self.tone)[0]
        self._fill.token, self._glyph.token = f"{token}Soft", token
        self.natural_width()
        room = width - dp(29) - self._glyph.width
        if self._words.width > room + 1:
            self._words.set(self.text, "small_strong", room)
        return max(float(dp(36)), self._words.height + dp(12))

    def place(self) -> None:
        self._fill.place(self.x, self.y, self.width, self.height)
        self._glyph.center(self.x + dp(10), self.y, self._glyph.width, self.height)
        left = self.x + dp(17) + self._glyph.width
        self._words.center(left, self.y, self._words.width, self.height)


class GroupCard(PressCard):
    """`show(group)` takes a TimelineGroup. `on_pick(activity)` is fired for the activity that was chosen.

    A press opens the card into a row for each activity; with one activity it chooses that. In large text the
    rows always stand there.
    """

    __events__ = ("on_pick",)
    open = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._group: Any = None
        self._listed: Any = None
        self._title, self._detail = Text(style="label_strong"), Text(style="small", color="ink2")
        self._status = Status()
        self._bar = TimelineRow(halo="card", decorative=True)
        self._chips = Flow(spacing=8)
        self._rows = Column()
        self._less = Link("", icon="caret-up")
        self._less.bind(on_press=lambda *_: setattr(self, "open", False))
        super().__init__(
            Column(Row(self._title, self._status, spacing=10, stack="large"), self._detail, spacing=1),
            self._chips,
            self._bar,
            padding=[18, 16, 18, 18],
            spacing=10,
            **kwargs,
        )
        theme.bind(large=self._arrange_body)

    def on_pick(self, activity: str) -> None:
        """Fired with the id of the chosen activity."""

    def show(self, group: Any, now: float | None, less: str) -> None:
        """Take what differs."""
        before, self._group = self._group, group
        self._title.text, self._detail.text = group.title, group.detail
        self._status.state, self._status.word = group.tone, group.status
        self._bar.bars = [(bar.start, bar.end, bar.shape) for bar in group.bars]
        self._bar.now = now
        self._less.text = less
        if before is None or (before.chips, before.tone) != (group.chips, group.tone):
            self._listed = None
            self._arrange_body()
        self.name = group.spoken

    def on_open(self, *_: Any) -> None:
        self._arrange_body()

    def _arrange_body(self, *_: Any) -> None:
        group = self._group
        if group is None:
            return
        listing = bool(theme.large or (self.open and len(group.chips) > 1))
        if self._listed != (listing, theme.large):
            self._listed = (listing, theme.large)
            for part in (self._chips, self._rows, self._bar):
                part.clear_widgets()
                if part.parent is not None:
                    self.remove_widget(part)
            if listing:
                self._fill_rows(group)
                self.add_widget(self._bar)
                self.add_widget(self._rows)
            else:
                for chip in group.chips:
                    self._chips.add_widget(NameChip(chip.name, chip.icon, group.tone))
                self.add_widget(self._chips)
                self.add_widget(self._bar)
        self.role = "group" if listing else "button"
        self.expanded = None if len(group.chips) < 2 or listing else False

    def _fill_rows(self, group: Any) -> None:
        tone = {"not_yet": "notyet", "with_care": "care"}.get(group.tone, group.tone)
        for number, chip in enumerate(group.chips):
            self._rows.add_widget(
                ListRow(
                    chip.icon, chip.name, tone=tone, line=number > 0,
                    on_press=lambda _row, activity=chip.activity: self.dispatch("on_pick", activity),
                )
            )  # fmt: skip
        if not theme.large:
            self._rows.add_widget(self._less)

    def on_press(self) -> None:
        chips = self._group.chips
        if len(chips) == 1:
            self.dispatch("on_pick", chips[0].activity)
        elif not theme.large:
            self.open = not self.open


# So that four of them stand on one line of a phone, with their words.
SAMPLE = 22


class Sample(Block):
    """A short piece of a bar."""

    def __init__(self, shape: str, **kwargs: Any) -> None:
        self._bar = TimelineRow([(0.0, 1.0, shape)], track=False, size_hint=(None, None), size=(dp(SAMPLE), dp(14)))
        super().__init__(hug=True, decorative=True, **kwargs)
        self.add_widget(self._bar)

    def natural_width(self) -> float:
        return float(dp(SAMPLE))

    def fit(self, width: float) -> float:
        return float(dp(14))

    def place(self) -> None:
        self._bar.pos = self.pos


class LegendItem(Row):
    """A bar and its word."""

    def __init__(self, shape: str, word: str) -> None:
        super().__init__(Sample(shape), Text(word, style="small", color="ink2", hug=True), spacing=6, hug=True)
