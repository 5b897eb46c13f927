"""The parts of Today that lead on: Body, LeadCard, Counts and Tiles. Each touches only what differs."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from kivy.metrics import dp

from aftercare.presenters.today_state import ActionCard, Count, TileState
from screens.widgets.answers import AnswerTile, FilterPill
from screens.widgets.buttons import PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Grid2, Row, Spread
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text

Act = Callable[[ActionCard], None]
WIDEST = 640.0


class Body(Column):
    """The column below the hero, at most 640 dp wide; `gutters` off where a wider layout has its own."""

    gutters = True

    def fit(self, width: float) -> float:
        least = 32 if width >= dp(600) else 20
        side = max(least, (width / dp(1) - WIDEST) / 2) if self.gutters else 0
        if self.padding[0] != side:
            self.padding = [side, self.padding[1], side, self.padding[3]]
            self._dirty = False
        return super().fit(width)


class LeadCard(Card):
    """The card over the edge of the hero: what comes next, and a button that shows it."""

    def __init__(self, act: Act) -> None:
        self._act, self._shown = act, ActionCard("", "")
        self.icon = Icon("calendar-check", 26)
        self.heading, self.under = Text(style="label_strong"), Text(style="small", color="ink2")
        self.button = PushButton(small=True, hug=True, on_press=lambda *_: self._act(self._shown))
        words = Row(self.icon, Column(self.heading, self.under), spacing=12)
        row = Row(words, self.button, spacing=12, stack="large")
        super().__init__(row, padding=[16, 12, 12, 12], radius=24, shadow=True)

    def show(self, card: ActionCard) -> None:
        """Show what leads on."""
        self._shown = card
        self.icon.icon, self.heading.text, self.under.text = card.icon, card.title, card.subtitle
        self.button.text = card.action
        # What only shows more is quieter than what begins something.
        self.button.kind = "tonal" if card.intent == "tab" else "primary"
        self.button.name = f"{card.action}: {card.title}"


class Counts(Spread):
    """The four count pills; they stay the same widgets while the counts change."""

    def __init__(self, press: Callable[[str], None]) -> None:
        self._press = press
        self._pills: dict[str, FilterPill] = {}
        super().__init__(spacing=7)

    def natural_width(self) -> float:
        return max(super().natural_width(), float(dp(92)) * len(self.children))

    def show(self, counts: Sequence[Count]) -> None:
        """Show the counts."""
        for count in counts:
            pill = self._pills.get(count.tone)
            if pill is None:
                tone = count.tone
                pill = FilterPill(tone, count.count, count.word, on_press=lambda *_, tone=tone: self._press(tone))
                self._pills[tone] = pill
            pill.count, pill.word, pill.on, pill.spoken = count.count, count.word, count.on, count.spoken
        keep(self, [self._pills[count.tone] for count in counts])


class Tiles(Grid2):
    """The tiles by activity; one that changes changes in its place."""

    def __init__(self, press: Callable[[str], None]) -> None:
        self._press = press
        self._tiles: dict[str, AnswerTile] = {}
        super().__init__(spacing=10)

    def show(self, tiles: Sequence[TileState]) -> None:
        """Show these tiles."""
        for state in tiles:
            tile = self._tiles.get(state.activity)
            if tile is None:
                tile = self._tiles[state.activity] = self._made(state)
            tile.icon, tile.state, tile.word, tile.title = state.icon, state.tone, state.word, state.name
            tile.line, tile.fraction, tile.spoken = state.line, state.fraction, state.spoken
        keep(self, [self._tiles[state.activity] for state in tiles])

    def _made(self, state: TileState) -> AnswerTile:
        return AnswerTile(
            state.icon, state.tone, state.word, state.name, state.line, state.fraction, spoken=state.spoken,
            on_press=lambda *_, activity=state.activity: self._press(activity),
        )  # fmt: skip
