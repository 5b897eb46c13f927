"""The place that puts a backup where the data cannot be read. It stands without a snapshot of that data."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aftercare.core.backup import Found, Preview, Restored
from aftercare.presenters import rescue_page
from aftercare.presenters.restore_state import RestoreView
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot, bare
from screens.data_desk import Refused
from screens.deeds import Deeds
from screens.places_restore import DROPS, RestorePlace


class RescuePlace(RestorePlace):
    """Opened from what is said when the data cannot be read, with the path of a backup or none."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self._found: tuple[Found, ...] = ()

    def begin(self, path: str = "") -> None:
        """Look into a backup at once; without a path one is chosen."""
        if self.view.busy:
            return
        self.view, self._password = RestoreView(), ""
        self.screen.begin()
        self.desk.find(self._known_now, lambda _fault: None)
        if path:
            self._look(path, "")

    def show(self) -> None:
        """Render although nothing of the patient can be read."""
        self.render(bare(self.patient.catalogue, self.patient.clock, {}))

    def render(self, snapshot: Snapshot) -> datetime | None:
        daily = self.view.restored is not None and self.desk.rescue.was_daily()
        dialog = self.desk.dialog.works
        self.screen.render(rescue_page.build_state(snapshot, self.view, self._found, dialog, daily, DROPS))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "other-backup" and not self.view.busy:
            # The path of what the app found by itself says nothing to anybody.
            self.view = RestoreView()
            return True
        return super().handle(intent, payload)

    def look_into(self, path: str, password: str, done: Callable[[Preview], None], refused: Refused) -> None:
        self.desk.look_without_data(path, password, done, refused)

    def restore(
        self, view: RestoreView, password: str, done: Callable[[Restored], None], refused: Refused
    ) -> None:
        self.desk.put_in_place(view.path, password, done, refused)

    def _known_now(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self.news()
