"""Drawing an outline on a picture: with a finger, or a ready-made one."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.photos_state import OutlineState
from screens.base import Screen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.layout import Column, Row
from screens.widgets.outlineboard import OutlineBoard
from screens.widgets.page import BottomAction, Frame
from screens.widgets.text import Text
from screens.widgets.theme import theme


class OutlineScreen(Screen):
    """Renders an OutlineState. Intents: "back", "help", "save-outline" (lines)."""

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures
        self._state: OutlineState | None = None
        self._board = OutlineBoard(pictures)
        # Bound weakly, so that the theme keeps no screen alive.
        theme.bind(large=self._rebuild)

    def begin(self) -> None:
        """Another picture is drawn on next."""
        self._state = None

    def render(self, state: OutlineState) -> None:
        before, self._state = self._state, state
        if before is None:
            # What is being drawn is not taken away by a newer state.
            self._board.outline = state.outline
            self._rebuild()

    def _rebuild(self, *_: Any) -> None:
        state = self._state
        if state is None:
            return
        if self._board.parent is not None:
            self._board.parent.remove_widget(self._board)
        self.clear_widgets()
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
