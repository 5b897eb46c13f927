"""The pictures of the check-in: those that are there, each with its removal, and the way to another one."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.photos_state import PhotoRow, Shot
from screens.widgets.keep import keep
from screens.widgets.labelled import Labelled
from screens.widgets.layout import Column, Row
from screens.widgets.photogrid import PhotoGrid
from screens.widgets.phototile import PhotoTile
from screens.widgets.text import Icon, Text

Act = Callable[..., None]


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
    """The way to a picture: a dashed frame with a camera."""

    def __init__(self, text: str, **kwargs: Any) -> None:
        super().__init__(text=text, icon="camera-plus", radius=20, **kwargs)

    def look(self) -> tuple[str | None, str, str | None]:
        return "primarySoft", "onPrimarySoft", None

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "label_strong", 64, 16, 14, 10, 24


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
        parts += [self._grid] if row.shots else []
        parts += [self._add] if row.add else []
        keep(self, [*parts, self._line])
