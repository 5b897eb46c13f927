"""Compare: two pictures with a divider, side by side, or fading into each other; below, which two."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.photo_compare import FADE, SIDE
from aftercare.presenters.photos_state import CompareState
from screens.diary_photos import turner
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.comparer import Comparer
from screens.widgets.evenpills import EvenPills
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import BottomAction, Frame, Page
from screens.widgets.photogrid import PhotoGrid
from screens.widgets.phototile import PhotoTile
from screens.widgets.picture import Picture
from screens.widgets.sides import Sides
from screens.widgets.surfaces import Note
from screens.widgets.text import Text
from screens.widgets.theme import theme

WIDE_DP = 1080


class CompareScreen(FramedScreen[CompareState]):
    """Renders a CompareState. Intents: "back", "compare-mode" (mode), "compare-choose" (id), "compare-page" (by),
    "add-photo", "help".
    """

    rebuilt_on = ("large", "desktop")

    def __init__(self, pictures: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures
        self._comparer = Comparer(pictures)
        self._beside = [Picture(pictures, shape=1.35) for _ in range(2)]
        self._pair_row = Row(*self._beside, spacing=8)
        self._tiles: dict[str, PhotoTile] = {}

    def begin(self) -> None:
        """Another pair is shown next, from its middle."""
        self._comparer.at = 0.5

    def frame(self, state: CompareState) -> object:
        """All of it is changed in place."""
        return None

    def build(self, state: CompareState) -> None:
        for part in (self._comparer, self._pair_row):
            if part.parent is not None:
                part.parent.remove_widget(part)
        self._stage = Column()
        self._modes = EvenPills(state.modes, state.mode, name=state.modes_title)
        self._modes.bind(chosen=lambda _group, mode: self._chosen(mode))
        self._grid, self._turner = PhotoGrid(least_dp=72, most=4), Column()
        add = PushButton(state.add, icon="camera-plus", on_press=lambda *_: self.intent("add-photo"))
        choose = Column(Text(state.choose, style="subhead"), self._grid, self._turner, spacing=10)
        upper = Column(self._stage, self._modes, spacing=14)
        # On wide windows all of it is seen at once.
        foot = None if self.desktop or theme.large else BottomAction(add, line=False)
        lower = Column(choose, Note(state.skin, icon="sun", tone="sand"), *([] if foot else [add]), spacing=16)
        body = Sides(upper, lower, spacing=32, from_dp=800) if self.desktop else Column(upper, lower, spacing=16)
        page = Page(body, padding=(4, 28), measure_dp=WIDE_DP if self.desktop else 640)
        page.first = self._comparer
        self.add_widget(Frame(page, top=photo_top(self, state.title, state.back), bottom=foot))

    def _chosen(self, mode: str) -> None:
        if self._state is not None and mode != self._state.mode:
            self.intent("compare-mode", mode=mode)

    def show(self, state: CompareState) -> None:
        first, second = state.pair
        self._modes.chosen = state.mode
        if state.mode == SIDE:
            keep(self._stage, [self._pair_row])
            for picture, shot in zip(self._beside, state.pair, strict=True):
                picture.show(shot.id, shot.name, large=True, badge=shot.badge)
        else:
            keep(self._stage, [self._comparer])
            self._comparer.fade = state.mode == FADE
            self._comparer.first_badge, self._comparer.second_badge = first.badge, second.badge
            self._comparer.template = state.value
            self._comparer.name = f"{state.divider}. {first.name}. {second.name}. {state.hint}"
            self._comparer.show(first.id, second.id)
        self._fill(state)

    def _fill(self, state: CompareState) -> None:
        tiles = []
        for choice in state.choices:
            tile = self._tiles.get(choice.shot.id)
            if tile is None:
                tile = self._tiles[choice.shot.id] = PhotoTile(self._pictures, role="checkbox")
                tile.bind(on_press=lambda *_, id=choice.shot.id: self.intent("compare-choose", id=id))
            tile.show(choice.shot.id, choice.shot.name, choice.shot.caption, choice.on)
            tiles.append(tile)
        keep(self._grid, tiles)
        self._tiles = {choice.shot.id: self._tiles[choice.shot.id] for choice in state.choices}
        ways = [turner("", state.newer, state.older, lambda by: self.intent("compare-page", by=by))]
        self._turner.clear_widgets()
        if state.newer or state.older:
            self._turner.add_widget(ways[0])
