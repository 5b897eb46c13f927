"""The place that is visited before a picture is taken; imported when the patient goes there."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.core.window import Window

from aftercare.core.photo import Photo
from aftercare.core.photo_port import NoPicture, Picked
from aftercare.presenters import photo_guide
from aftercare.presenters.photo_guide import GuideView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places_photos import PicturePlace


class GuidePlace(PicturePlace):
    """What is looked at before a picture is taken. Says "photo-added" (id, asked_by) once there is one."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = GuideView()
        self._asked_by = ""
        self._at: datetime | None = None

    def make(self) -> Screen:
        from screens.photo_guide import GuideScreen

        screen = GuideScreen(self.desk.pictures)
        self.desk.pictures.attend(screen)
        return screen

    def begin(self, asked_by: str, view: str = "", at: datetime | None = None) -> None:
        """A picture is wanted. `asked_by` is handed back with it; `at`: the UTC instant it speaks of, if not now."""
        self._asked_by, self._at = asked_by, at
        self.view = GuideView(view or self.view.view, adding=self.view.adding)
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        last = self.patient.photos.guide(self.view.view)
        self.screen.render(photo_guide.build_state(snapshot, self.view, last, self.desk.ways))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "take-photo":
            self.desk.take(self._answered)
        elif intent == "choose-photo":
            self.desk.choose(self._answered)
        elif intent in ("typed-file", "dropped-file"):
            self._take_in(Picked(payload["path"]))
        else:
            followed = photo_guide.follow(self.view, intent, payload)
            if followed is None:
                return False
            self.view = followed
        return True

    def _answered(self, answer: Picked | NoPicture | None) -> None:
        if isinstance(answer, Picked):
            self._take_in(answer)
        elif isinstance(answer, NoPicture):
            if answer.settings:
                self._say_camera_is_off(answer.sentence)
            else:
                self._refused(answer.sentence)
        self.screen.intent("photo-news")

    def _take_in(self, picked: Picked) -> None:
        side, asked_by = self.view.view, self._asked_by
        self.view = GuideView(side, adding=True)

        def added(photo: Photo) -> None:
            self.view = GuideView(self.view.view)
            self.screen.intent("photo-added", id=photo.id, asked_by=asked_by)

        def refused(sentence: str) -> None:
            self._refused(sentence)
            self.screen.intent("photo-news")

        self.desk.add(picked, added, refused, side, self._at)

    def _refused(self, sentence: str) -> None:
        self.view = GuideView(self.view.view, fault=sentence)

    def _say_camera_is_off(self, sentence: str) -> None:
        from screens.camera_off import camera_sheet

        camera_sheet(sentence, self.desk.source.open_camera_settings, lambda: self.desk.choose(self._answered)).open(
            Window
        )
