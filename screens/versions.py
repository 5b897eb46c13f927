"""Other versions: a card for each pair, with what is in use above what else is kept."""
from __future__ import annotations

from typing import Any

from kivy.properties import StringProperty

from aftercare.presenters.versions_state import Side, VersionCard, VersionsState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.fault import FieldFault
from screens.widgets.halved import Halved
from screens.widgets.layout import Column, Row
from screens.widgets.page import Frame, Page
from screens.widgets.surfaces import Card, IconBox, Separator
from screens.widgets.text import Text


class DeedButton(PushButton):
    """A button of one of many cards: it is spoken with what it is about."""

    spoken = StringProperty("")

    def _say(self) -> None:
        self.name = self.spoken or self.text


class VersionsScreen(FramedScreen[VersionsState]):
    """Renders a VersionsState. Intents: "back", "help", "use-version" (id), "delete-version" (id)."""

    rebuilt_on = ("large", "desktop")

    def build(self, state: VersionsState) -> None:
        fault = FieldFault()
        fault.say(state.fault)
        head = Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=4)
        parts: list[Any] = [head, *([fault] if state.fault else [])]
        if state.done:
            parts.insert(0, IconBox("check-circle-fill", "ok", 72))
            parts.append(PushButton(state.done, on_press=lambda *_: self.intent("back")))
        parts.append(Halved(*(self._card(card, state.busy) for card in state.cards), spacing=16, gap_dp=16))
        measure = 960 if self.desktop and len(state.cards) > 1 else 640
        page = Page(*parts, spacing=16, padding=(4, 28), measure_dp=measure)
        self.add_widget(Frame(page, top=photo_top(self, state.title, state.back, measure_dp=measure)))

    def _card(self, card: VersionCard, busy: bool) -> Card:
        title = Row(IconBox(card.icon, "pri"), Text(card.title, style="subhead"), spacing=14, stack="tight")
        deeds = [self._deed(card.delete, card.delete_spoken, "delete-version", card.id, "text", busy)]
        if card.use:
            deeds.insert(0, self._deed(card.use, card.use_spoken, "use-version", card.id, "tonal", busy))
        return Card(
            title, _side(card.now), Separator(), _side(card.other), Column(*deeds, spacing=4),
            spacing=14, padding=[18, 16, 18, 10], role="group", name=card.title,
        )  # fmt: skip

    def _deed(self, words: str, spoken: str, intent: str, version: str, kind: str, busy: bool) -> PushButton:
        button = DeedButton(words, kind=kind, small=True, spoken=spoken)
        button.disabled = busy
        button.bind(on_press=lambda *_: self.intent(intent, id=version))
        return button


def _side(side: Side) -> Column:
    """One of the two versions."""
    lines = [Text(side.lead, style="label_strong"), Text(side.says)]
    if side.changed:
        lines.append(Text(side.changed, style="small", color="ink2"))
    return Column(*lines, spacing=2)
