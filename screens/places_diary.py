"""The place of the diary; imported when the patient goes there."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from kivy.core.window import Window

from aftercare.core.errors import InvalidInput
from aftercare.presenters import diary
from aftercare.presenters.diary_state import CHART, PHOTOS, DiaryView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place
from screens.widgets.toast import UndoBar


class DiaryPlace(Place):
    """Check-ins, the recovery chart, and the pictures."""

    tab = "diary"

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = DiaryView()
        self._deleted = ""
        self._bar: Any = None

    def make(self) -> Screen:
        from screens.diary import DiaryScreen

        pictures = self.deeds.photo_desk.pictures
        screen = DiaryScreen(pictures)
        pictures.attend(screen)
        return screen

    def show_photos(self) -> None:
        """Show the newest pictures next."""
        self.view = replace(self.view, part=PHOTOS, photo_page=0)

    def show_chart(self) -> None:
        """Show the chart next."""
        self.view = replace(self.view, part=CHART)

    def render(self, snapshot: Snapshot) -> datetime | None:
        state = diary.build_state(snapshot, self.patient.catalogue.advice(), self.view, self.patient.photos.all())
        self.view, self._deleted = state.view, state.deleted
        self.screen.render(state)
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "delete-check-in":
            self._delete(payload["id"])
            return True
        if intent == "where-from":
            self._say_where_from(payload["symptom"])
            return True
        followed = diary.follow(self.view, intent, payload)
        if followed is None:
            return False
        self.view = followed
        return True

    def _say_where_from(self, symptom: str) -> None:
        from aftercare.presenters import origins
        from screens.origins import origin_sheet

        catalogue = self.patient.catalogue
        paper = origins.of_chart(symptom, catalogue.advice(), self.patient.snapshot(), catalogue.evidence())
        origin_sheet(paper).open(Window)

    def _delete(self, observation_id: str) -> None:
        try:
            put_back = self.patient.delete_check_in(observation_id)
        except InvalidInput as refused:
            self.deeds.say(refused.message)
            return
        self.deeds.changed()

        def undo() -> None:
            put_back()
            self.deeds.changed()
            # The patient may be elsewhere by now: what came back is shown.
            self.screen.intent("tab", name=self.tab)

        if self._bar is not None:
            # Two bars over each other would hide which of them is undone.
            self._bar.leave()
        self._bar = UndoBar(self._deleted, on_undo=undo).show(Window)
