"""The place of "Can I …?"; imported when the patient goes there."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.utils import platform

from aftercare.presenters import can_i
from aftercare.presenters.can_i_state import CanIView
from aftercare.presenters.today_ticks import refresh_at
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from aftercare.words import language
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place


class CanIPlace(Place):
    """Everyday questions, answered from the plan, or with general times where there is no session."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = CanIView()
        self._known: can_i.Known | None = None

    def make(self) -> Screen:
        from screens.can_i import CanIScreen

        return CanIScreen()

    def begin(self, query: str) -> None:
        """Start with what is asked, or with the list. Raises ContentFault where the questions cannot be read."""
        self.view = CanIView(query)
        if self._known is None:
            catalogue = self.patient.catalogue
            protocols = [catalogue.protocol(name) for name in catalogue.protocol_ids()]
            self._known = can_i.known(catalogue.questions(), catalogue.search_words(language()), protocols)

    def render(self, snapshot: Snapshot) -> datetime | None:
        if self._known is None:
            self.begin(self.view.query)
        if self._known is None:
            return None
        can_call = platform in ("android", "ios")
        self.screen.render(can_i.build_state(snapshot, self._known, self.view, can_call))
        edges = [edge for window in snapshot.plan.parts for edge in (window.start, window.end) if edge is not None]
        return refresh_at(snapshot.now, snapshot.zone, edges, edges)

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent in ("back", "help", "limit", "add-session"):
            self.screen.stop_typing()  # type: ignore[attr-defined]
        followed = can_i.follow(self.view, intent, payload)
        if followed is None:
            return False
        self.view = followed
        return True
