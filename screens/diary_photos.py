"""The pictures of the diary: the two worth comparing, then day by day."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.photos_state import CompareCard, PhotosState, Shot
from screens.widgets.buttons import PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row, Spread
from screens.widgets.photogrid import PhotoGrid
from screens.widgets.phototile import PhotoTile
from screens.widgets.picture import Picture
from screens.widgets.sides import Sides
from screens.widgets.surfaces import Card, PressCard
from screens.widgets.text import Icon, Text

Act = Callable[..., None]


class PairCard(PressCard):
    """Two pictures side by side, and the way to put others there."""

    def __init__(self, pictures: Any, act: Act) -> None:
        self._pair = [Picture(pictures, corner=16, shape=1.2) for _ in range(2)]
        self._title, self._line = Text(style="label_strong"), Text(style="small", color="ink2")
        self._choose = Text(style="label", color="primary", hug=True)
        words = Row(Column(self._title, self._line), self._choose, spacing=12, padding=[6, 0, 6, 0], stack="huge")
        super().__init__(Row(*self._pair, spacing=6), words, spacing=12, padding=[10, 10, 10, 14])
        self.bind(on_press=lambda *_: act("compare"))

    def show(self, card: CompareCard) -> None:
        """Show another pair, or the same one."""
        self._title.text, self._line.text, self._choose.text = card.title, card.line, card.choose
        for picture, shot in zip(self._pair, card.pair, strict=True):
            picture.show(shot.id, shot.name, badge=shot.badge)
        self.name = card.spoken


class PhotosPart(Column):
    """Renders a PhotosState; where it is `wide` the days stand beside the pair.

    `act(intent, **payload)`: "add-photo", "photo" (id), "compare", "photo-page" (by).
    """

    def __init__(self, act: Act, pictures: Any) -> None:
        self._act, self._pictures = act, pictures
        self._state: tuple[PhotosState, bool] | None = None
        self._tiles: dict[str, PhotoTile] = {}
        self._card: PairCard | None = None
        self.wide = False
        super().__init__(spacing=16)

    def render(self, state: PhotosState) -> None:
        """Show a page; pictures that are there already stay."""
        if (state, self.wide) == self._state:
            return
        self._state = state, self.wide
        parts: list[Any] = []
        if state.empty is not None:
            parts.append(self._empty(state, *state.empty))
        else:
            parts += self._filled(state)
        self._tiles = {shot.id: self._tiles[shot.id] for day in state.days for shot in day.shots}
        keep(self, parts)

    def _filled(self, state: PhotosState) -> list[Any]:
        parts: list[Any] = []
        if state.compare is not None:
            self._card = self._card or PairCard(self._pictures, self._act)
            self._card.show(state.compare)
            if self._card.parent is not None:
                self._card.parent.remove_widget(self._card)
            parts.append(self._card)
        if state.add:
            parts.append(self._add(state.add, "tonal"))
        head = list(parts)
        for day in state.days:
            tiles = [self._tile(shot) for shot in day.shots]
            for tile in tiles:
                if tile.parent is not None:
                    tile.parent.remove_widget(tile)
            parts.append(Column(Text(day.title, style="subhead"), PhotoGrid(*tiles), spacing=8))
        if state.counted:
            parts.append(self._turner(state))
        if self.wide and len(parts) > len(head):
            return [Sides(Column(*parts[len(head):], spacing=16), Column(*head, spacing=16), spacing=40)]
        return parts

    def _tile(self, shot: Shot) -> PhotoTile:
        tile = self._tiles.get(shot.id)
        if tile is None:
            tile = self._tiles[shot.id] = PhotoTile(self._pictures)
            tile.bind(on_press=lambda *_: self._act("photo", id=shot.id))
        tile.show(shot.id, shot.press, shot.caption)
        return tile

    def _add(self, words: str, kind: str) -> PushButton:
        return PushButton(words, icon="camera-plus", kind=kind, on_press=lambda *_: self._act("add-photo"))

    def _empty(self, state: PhotosState, title: str, text: str) -> Card:
        words: list[Any] = [
            Icon("camera", 40, color="primary"), Text(title, style="heading"), Text(text, color="ink2")
        ]  # fmt: skip
        if state.add:
            words.append(Spread(self._add(state.add, "primary"), most_dp=420))
        return Card(*words, spacing=10, padding=[20, 24, 20, 20])

    def _turner(self, state: PhotosState) -> Column:
        return turner(state.counted, state.newer, state.older, lambda by: self._act("photo-page", by=by))


def turner(counted: str, newer: str, older: str, turn: Callable[[int], None]) -> Column:
    """Which part of how many is shown, and the ways on."""
    turns = [(newer, "arrow-left", -1), (older, "arrow-right", 1)]
    buttons = [
        PushButton(words, icon=icon, kind="tonal", on_press=lambda *_, by=by: turn(by))
        for words, icon, by in turns
        if words
    ]
    parts: list[Any] = [Row(*buttons, spacing=12, stack="large")]
    if counted:
        parts.insert(0, Text(counted, style="small", color="ink2", halign="center"))
    return Column(*parts, spacing=8)
