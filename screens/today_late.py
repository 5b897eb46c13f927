"""The late watch on Today: its signs as buttons, "None of these", and what a late sign is worth."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.today_lists_state import LateCard
from screens.widgets.buttons import Pill, PushButton
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.surfaces import Card, IconBox, Note
from screens.widgets.text import Text


class LateQuestion(Card):
    """The question of a LateCard. `ask(intent, **payload)`: "check-in" (sign) and "late-none"."""

    def __init__(self, ask: Callable[..., None], **kwargs: Any) -> None:
        self._ask = ask
        self._shown: LateCard | None = None
        super().__init__(spacing=14, padding=[18, 18, 18, 18], radius=24, **kwargs)

    def show(self, card: LateCard) -> None:
        """Show the question; the same one again changes nothing."""
        if card == self._shown:
            return
        self._shown = card
        self.clear_widgets()
        head = Row(
            IconBox("eye-fill", "care"),
            Column(Text(card.title, style="subhead"), Text(card.subtitle, style="small", color="ink2")),
            spacing=14, stack="huge",
        )  # fmt: skip
        signs = Flow(*(self._sign(code, name) for code, name in card.signs), spacing=8)
        none = PushButton(card.none, kind="tonal", on_press=lambda *_: self._ask("late-none"))
        question = Column(Text(card.question, style="label_strong"), signs, spacing=10)
        for part in (head, question, none):
            self.add_widget(part)

    def _sign(self, code: str, name: str) -> Any:
        return Pill(name, tone="outline", on_press=lambda *_: self._ask("check-in", sign=code))


class LateWorth(Note):
    """What a late sign is worth, of a LateCard."""

    def __init__(self) -> None:
        super().__init__(icon="phone-call-fill", tone="notyet")
        self.words.style = "small"

    def show(self, card: LateCard) -> None:
        """Show it; the same one again changes nothing."""
        self.words.lead, self.words.text = card.lead, card.text


class LateWatchCard(Column):
    """Both, one below the other."""

    def __init__(self, ask: Callable[..., None]) -> None:
        self._question, self._worth = LateQuestion(ask), LateWorth()
        super().__init__(self._question, self._worth, spacing=12)

    def show(self, card: LateCard) -> None:
        """Show a card of the presenter."""
        self._question.show(card)
        self._worth.show(card)
