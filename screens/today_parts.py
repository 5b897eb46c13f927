"""The parts of Today below the hero. Each shows a piece of the state and touches only what differs."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from kivy.metrics import dp

from aftercare.presenters.today_state import ActionCard, Count, Signs, StopList, TileState
from screens.widgets.answers import AnswerTile, FilterPill, StopLine, Tag
from screens.widgets.buttons import PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Grid2, Row, Spread
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card, IconBox, PressCard
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


class StopCard(Column):
    """What to stop before a session: a heading with a count, and a card of rows."""

    def __init__(self, press: Callable[[str], None]) -> None:
        self._press = press
        self._rows: dict[str, StopLine] = {}
        self.heading, self.under = Text(style="heading"), Text(style="small", color="ink2")
        self.count = Tag()
        self._words = Column(self.heading)
        self._head = Row(self._words, spacing=8, padding=[0, 4, 0, 4])
        self._card = Card(padding=[16, 2, 16, 2])
        super().__init__(self._head, self._card, spacing=8)

    def show(self, stops: StopList) -> None:
        """Show the list."""
        self.heading.text, self.under.text, self.count.text = stops.heading, stops.subtitle, stops.count
        keep(self._words, [self.heading, self.under] if stops.subtitle else [self.heading])
        keep(self._head, [self._words, self.count] if stops.count else [self._words])
        for state in stops.rows:
            row = self._rows.get(state.activity)
            if row is None:
                row = self._rows[state.activity] = StopLine(
                    icon=state.icon, tone=state.tone, chip=state.chip, word=state.word, title=state.name,
                    line=state.line, on_press=lambda *_, activity=state.activity: self._press(activity),
                )  # fmt: skip
            row.icon, row.tone, row.chip, row.word = state.icon, state.tone, state.chip, state.word
            row.title, row.line, row.spoken = state.name, state.line, state.spoken
            row.ruled = state is not stops.rows[0]
        keep(self._card, [self._rows[state.activity] for state in stops.rows])


class SignsCard(Card):
    """What is normal on this day."""

    def __init__(self) -> None:
        self._rows: dict[str, ListRow] = {}
        self.heading = Text(style="heading")
        super().__init__(self.heading, padding=[18, 18, 18, 8])

    def show(self, signs: Signs) -> None:
        """Show the signs of the day."""
        self.heading.text = signs.heading
        for state in signs.rows:
            row = self._rows.get(state.symptom)
            if row is None:
                row = self._rows[state.symptom] = ListRow(state.icon, state.name, state.line)
            row.title, row.subtitle, row.tone = state.name, state.line, state.tone
            row.line = state is not signs.rows[0]
        keep(self, [self.heading, *(self._rows[state.symptom] for state in signs.rows)])


class AskCard(Column):
    """What to do with what has no time, and the question to send."""

    def __init__(self, act: Act) -> None:
        self._shown = ActionCard("", "")
        self.lead = Text()
        note = Card(
            Row(Icon("hospital", color="ask"), self.lead, spacing=12, align="top"),
            color="askSoft", padding=[16, 14, 16, 14], radius=20,
        )  # fmt: skip
        self.button = PushButton(icon="copy-simple", on_press=lambda *_: act(self._shown))
        super().__init__(note, self.button, spacing=12)

    def show(self, card: ActionCard) -> None:
        """Show the advice and the button."""
        self._shown = card
        self.lead.lead, self.lead.text, self.button.text = card.title, card.subtitle, card.action


def plain_card(card: ActionCard) -> Card:
    """A sand card that only tells."""
    return Card(_line(card), color="sand", padding=[18, 16, 16, 16], radius=24)


def press_card(card: ActionCard, act: Act) -> PressCard:
    """A sand card that is one button."""
    row = Row(_line(card), Icon("caret-right", 20, color="ink3"), spacing=12)
    end = "" if card.title.endswith("?") else "."
    name = f"{card.title}{end} {card.subtitle.rstrip('.')}" if card.subtitle else card.title
    return PressCard(
        row, name=name, color="sand", padding=[18, 16, 16, 16], radius=24, on_press=lambda *_: act(card)
    )


def _line(card: ActionCard) -> Row:
    words = Column(Text(card.title, style="label_strong"))
    if card.subtitle:
        words.add_widget(Text(card.subtitle, style="small", color="ink2"))
    return Row(IconBox(card.icon, card.tone), words, spacing=12, stack="huge")
