"""Drawing an outline on a picture: with a finger, or a ready-made one."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.photos_state import OutlineState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.layout import Column, Row
from screens.widgets.outlineboard import OutlineBoard
from screens.widgets.page import BottomAction, Frame
from screens.widgets.text import Text


class OutlineScreen(FramedScreen[OutlineState]):
    """Renders an OutlineState. Intents: "back", "help", "save-outline" (lines)."""

    rebuilt_on = ("large",)

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures
        self._board = OutlineBoard(pictures)

    def render(self, state: OutlineState) -> None:
        if self._state is None:
            self._board.outline = state.outline
        super().render(state)

    def frame(self, state: OutlineState) -> object:
        """Nothing: what is being drawn is not taken away by a newer state."""
        return None

    def build(self, state: OutlineState) -> None:
        if self._board.parent is not None:
            self._board.parent.remove_widget(self._board)
        self._board.show(state.shot.id, state.shot.name, large=True)
        small = [PushButton(state.undo, kind="tonal", small=True, on_press=lambda *_: self._board.take_back())]
        if state.usual:
            small.append(PushButton(state.usual, kind="tonal", small=True, on_press=lambda *_: self._ready_made()))
        save = PushButton(state.save, on_press=lambda *_: self.intent("save-outline", lines=self._board.outline))
        lead = Text(state.lead, style="small", color="ink2", halign="center")
        foot = BottomAction(Column(lead, Row(*small, spacing=8, stack="large", align="stretch"), save, spacing=8))
        self.add_widget(Frame(self._board, top=photo_top(self, state.title, state.back), bottom=foot))

    def _ready_made(self) -> None:
        if self._state is not None:
            self._board.outline = self._state.usual_lines
