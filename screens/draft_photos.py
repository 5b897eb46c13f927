"""The pictures of a check-in that is being filled in: added at once, deleted when they are taken out of it."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.core.window import Window

from aftercare.core.data_errors import DataError
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_photos import photo_removed
from aftercare.services.patient import Patient
from screens.deeds import Deeds
from screens.widgets.toast import UndoBar

Answer = Callable[[str, Any], None]


class DraftPhotos:
    """`answer(field, value)` changes the draft; `follow()` shows it anew."""

    def __init__(self, patient: Patient, deeds: Deeds, answer: Answer, follow: Callable[[], None]) -> None:
        self._patient, self._deeds, self._answer, self._follow = patient, deeds, answer, follow
        self._bar: Any = None

    def take_out(self, draft: CheckInDraft, photo_ids: tuple[str, ...]) -> None:
        """Take pictures out, with a way back. Those of a check-in in the diary stay until the change is saved."""
        stored = self._patient.observations.get(draft.editing) if draft.editing else None
        ours = tuple(each for each in photo_ids if stored is None or each not in stored.photos)
        self._answer("unphoto", photo_ids)
        if not ours:
            return
        put_back = self._deeds.photo_desk.remove(ours)

        def undo() -> None:
            try:
                put_back()
            except DataError as gone:
                self._deeds.say(str(gone))
                return
            for photo_id in ours:
                self._answer("photo", photo_id)
            self._follow()

        if self._bar is not None:
            # Two bars over each other would hide which of them is undone.
            self._bar.leave()
        self._bar = UndoBar(photo_removed(len(ours)), on_undo=undo).show(Window)
