"""The lists and cards of Today: what to stop, what is normal, what to ask. Each touches only what differs."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from aftercare.presenters.today_lists_state import Signs, StopList
from aftercare.presenters.today_state import ActionCard
from screens.today_parts import Act
from screens.widgets.buttons import PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.rows import ListRow
from screens.widgets.stops import StopLine, Tag
from screens.widgets.surfaces import Banner, Card, IconBox, PressCard
from screens.widgets.text import Icon, Text


class StopCard(Column):
    """What to stop before a session: a heading with a count, and a card of rows.

    `pill`, if given, ends the line of the heading; where that is short of room (`wide` is False) the count goes below.
    """

    def __init__(self, press: Callable[[str], None], pill: Any = None) -> None:
        self._press, self._pill = press, pill
        self.wide = False
        self._rows: dict[str, StopLine] = {}
        self.heading, self.under = Text(style="heading"), Text(style="small", color="ink2")
        self.count = Tag()
        self._words = Column(self.heading)
        self._head = Row(self._words, spacing=12, padding=[0, 4, 0, 4], stack="huge")
        self._card = Card(padding=[16, 2, 16, 2])
        super().__init__(self._head, self._card, spacing=8)

    def show(self, stops: StopList) -> None:
        """Show the list."""
        below = stops.count if self._pill is not None and not self.wide else ""
        self.heading.text, self.under.text, self.count.text = stops.heading, stops.subtitle or below, stops.count
        keep(self._words, [self.heading, self.under] if self.under.text else [self.heading])
        beside = [self.count] if stops.count and not below else []
        keep(self._head, [self._words, *beside, *([self._pill] if self._pill is not None else [])])
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


def fixed_card(card: ActionCard, act: Act) -> Card:
    """A card whose words stay: a banner with a link, one big button, or plain words."""
    if card.action:
        return Banner(card.title, icon=card.icon, action=card.action, on_action=lambda: act(card))
    return press_card(card, act) if card.intent else plain_card(card)


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


def linked_card(cards: Sequence[ActionCard], act: Act) -> Card:
    """Several ways on in one white card."""
    rows = [
        ListRow(
            card.icon, card.title, card.subtitle, tone=card.tone, line=number > 0,
            on_press=lambda *_, card=card: act(card),
        )
        for number, card in enumerate(cards)
    ]  # fmt: skip
    return Card(*rows, padding=[18, 4, 18, 4], radius=24)


def _line(card: ActionCard) -> Row:
    words = Column(Text(card.title, style="label_strong"))
    if card.subtitle:
        words.add_widget(Text(card.subtitle, style="small", color="ink2"))
    return Row(IconBox(card.icon, card.tone), words, spacing=12, stack="huge")
