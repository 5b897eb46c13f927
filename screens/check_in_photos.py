"""The pictures of the check-in: those that are there, each with its removal, and the way to another one."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.properties import BooleanProperty

from aftercare.presenters.photos_state import PhotoRow, Shot
from screens.widgets.keep import keep
from screens.widgets.labelled import Labelled
from screens.widgets.layout import Column, Row
from screens.widgets.photogrid import PhotoGrid
from screens.widgets.phototile import PhotoTile
from screens.widgets.sides import Sides
from screens.widgets.text import Icon, Text

Act = Callable[..., None]
# So many tiles of pictures share a line of a phone; below so much room, in dp, there is one thing on a line.
ACROSS, ROOM = 3, 260


class Remover(Labelled):
    """The word that takes a picture out, below it."""

    def look(self) -> tuple[str | None, str, str | None]:
        return None, "primary", None

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "label", 48, 2, 6, 4, 18

    def fit(self, width: float) -> float:
        spoken = self.name
        tall = super().fit(width)
        self.name = spoken
        return tall


class KeptShot(Column):
    """A picture that opens, and below it the button that takes it out."""

    def __init__(self, pictures: Any, shot: Shot, act: Act) -> None:
        self.tile = PhotoTile(pictures)
        self.bin = Remover(shot.caption, on_press=lambda *_: act("drop-photo", id=shot.id))
        self.bin.name = shot.press
        self.tile.bind(on_press=lambda *_: act("photo", id=shot.id))
        super().__init__(self.tile, self.bin, spacing=2)
        self.tile.show(shot.id, shot.name)


class AddTile(Labelled):
    """The way to a picture; beside pictures it is about as high as they are."""

    beside = BooleanProperty(False)

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(text=text, icon="camera-plus", radius=20, **kwargs)

    def look(self) -> tuple[str | None, str, str | None]:
        return "primarySoft", "onPrimarySoft", None

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "label_strong", 104 if self.beside else 64, 16, 14, 10, 24


class Beside(Sides):
    """The pictures, and in the room of those that are not there yet the way to the next one."""

    def __init__(self, grid: PhotoGrid, add: AddTile, share: float) -> None:
        self._share = share
        super().__init__(grid, add, spacing=8, from_dp=ROOM)

    def arrange(self, children: list[Any], width: float) -> float:
        shares = (1.0, 1.0) if self._stacks(children, width) else (self._share, 1 - self._share)
        for child, share in zip(children, shares, strict=True):
            child.size_hint_x = share
        return float(super().arrange(children, width))


class PhotosRow(Column):
    """Renders a PhotoRow. `act(intent, **payload)`: "add-photo", "photo" (id), "drop-photo" (id)."""

    def __init__(self, pictures: Any, act: Act) -> None:
        self._pictures, self._act = pictures, act
        self._shown: PhotoRow | None = None
        self._kept: dict[str, KeptShot] = {}
        self._title, self._words = Text(style="heading"), Text(style="small", color="ink2")
        self._grid = PhotoGrid(least_dp=92, most=4)
        self._add = AddTile("", on_press=lambda *_: act("add-photo"))
        self._line = Row(Icon("lock-simple", 20, color="ink2"), self._words, spacing=8)
        super().__init__(spacing=10)

    def show(self, row: PhotoRow) -> None:
        """Show another row, or the same one."""
        if row == self._shown:
            return
        self._shown = row
        self._title.text, self._words.text, self._add.text = row.title, row.kept, row.add
        for shot in row.shots:
            if shot.id not in self._kept:
                self._kept[shot.id] = KeptShot(self._pictures, shot, self._act)
        self._kept = {shot.id: self._kept[shot.id] for shot in row.shots}
        keep(self._grid, list(self._kept.values()))
        parts: list[Any] = [self._title]
        both: tuple[Any, ...] = (self._grid, self._add)
        for widget in both:
            if widget.parent is not None:
                widget.parent.remove_widget(widget)
            widget.size_hint_x = 1.0
        self._add.beside = bool(row.add and 0 < len(row.shots) < ACROSS)
        if self._add.beside:
            parts.append(Beside(self._grid, self._add, len(row.shots) / ACROSS))
        else:
            parts += [self._grid] if row.shots else []
            parts += [self._add] if row.add else []
        keep(self, [*parts, self._line])
