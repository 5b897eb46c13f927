"""The places of pictures: one of them, its outline, and comparing two. Imported when visited."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.core.window import Window

from aftercare.core.data_errors import DataError
from aftercare.core.photo import Photo
from aftercare.presenters import photo_compare, photo_page
from aftercare.presenters.photo_compare import CompareView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.photo_desk import PhotoDesk
from screens.places import Place
from screens.widgets.toast import UndoBar


class PicturePlace(Place):
    """A place that shows pictures, with the window to itself."""

    menu = False

    @property
    def desk(self) -> PhotoDesk:
        return self.deeds.photo_desk


class PhotoPlace(PicturePlace):
    """One picture."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.photo_id = ""
        self._bar: Any = None

    def make(self) -> Screen:
        from screens.photo_page import PhotoPageScreen

        screen = PhotoPageScreen(self.desk.pictures)
        self.desk.pictures.attend(screen)
        return screen

    def begin(self, photo_id: str) -> None:
        """Show this picture next."""
        self.photo_id = photo_id

    def render(self, snapshot: Snapshot) -> datetime | None:
        photos = self.patient.photos.all()
        photo = next((each for each in photos if each.id == self.photo_id), None)
        if photo is not None:
            self.screen.render(photo_page.build_state(snapshot, photos, photo))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "delete-photo":
            self._delete(payload["id"])
            return True
        return False

    def _delete(self, photo_id: str) -> None:
        put_back = self.desk.remove((photo_id,))

        def undo() -> None:
            try:
                put_back()
            except DataError as gone:
                self.deeds.say(str(gone))
            self.screen.intent("photos")

        if self._bar is not None:
            # Two bars over each other would hide which of them is undone.
            self._bar.leave()
        self._bar = UndoBar(photo_page.deleted(), on_undo=undo).show(Window)
        self.screen.intent("back")


class OutlinePlace(PicturePlace):
    """The outline of one picture."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.photo_id = ""

    def make(self) -> Screen:
        from screens.photo_outline import OutlineScreen

        screen = OutlineScreen(self.desk.pictures)
        self.desk.pictures.attend(screen)
        return screen

    def begin(self, photo_id: str) -> None:
        """Draw on this picture next."""
        self.photo_id = photo_id
        self.screen.begin()

    def _photo(self) -> Photo | None:
        return next((each for each in self.patient.photos.all() if each.id == self.photo_id), None)

    def render(self, snapshot: Snapshot) -> datetime | None:
        photo = self._photo()
        if photo is not None:
            self.screen.render(photo_page.outline_state(snapshot, photo))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        photo = self._photo()
        if intent != "save-outline" or photo is None:
            return False
        self.patient.photos.outline(photo, photo.view, payload["lines"] or None)
        self.screen.intent("back")
        return True


class ComparePlace(PicturePlace):
    """Two pictures."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = CompareView()

    def make(self) -> Screen:
        from screens.photo_compare import CompareScreen

        screen = CompareScreen(self.desk.pictures)
        self.desk.pictures.attend(screen)
        return screen

    def begin(self, chosen: tuple[str, ...] = ()) -> None:
        """Compare these next; of fewer than two the rest is found."""
        self.view = CompareView(chosen, self.view.mode)
        self.screen.begin()

    def has_two(self) -> bool:
        """Whether there are two pictures to compare. Raises DataError."""
        return len(self.patient.photos.all()) > 1

    def render(self, snapshot: Snapshot) -> datetime | None:
        photos = self.patient.photos.all()
        settled = photo_compare.settled(self.view, snapshot, photos)
        if settled is not None:
            self.view = settled
            self.screen.render(photo_compare.build_state(snapshot, photos, settled))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        followed = photo_compare.follow(self.view, intent, payload)
        if followed is None:
            return False
        self.view = followed
        return True

    def side(self) -> str:
        """From which side the newer of the two is; the next one is taken alike."""
        newest = [photo for photo in self.patient.photos.all() if photo.id in self.view.chosen]
        return newest[-1].view if newest else ""
