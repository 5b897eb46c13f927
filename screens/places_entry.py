"""The way in: the welcome and the wizard."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place


class WelcomePlace(Place):
    """The welcome: three ways in, and the one consent."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.ticked = patient.has_started
        self.refused = False

    def make(self) -> Screen:
        from screens.welcome import WelcomeScreen

        return WelcomeScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import welcome

        self.screen.render(welcome.build_state(self.ticked, self.refused))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        from aftercare.presenters.welcome import may_go_on

        if intent == "consent":
            self.ticked, self.refused = bool(payload.get("ticked")), False
        elif not may_go_on(intent, self.ticked):
            self.refused = True
        else:
            # The paper about plans from the clinic is opened by the screen, which was given it.
            return intent == "open-clinic-plan"
        return True


class AddSessionPlace(Place):
    """The wizard. What is entered is kept at once, so that a closed app loses nothing."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.draft: Any = None

    def make(self) -> Screen:
        from screens.add_session import AddSessionScreen

        return AddSessionScreen()

    def begin(self, session_id: str = "") -> None:
        """Start anew, go on with what was kept, or change a stored session."""
        from aftercare.presenters.add_session import Draft, resumed

        if session_id:
            stored = next(s for s in self.patient.snapshot().sessions if s.id == session_id)
            self.draft = Draft.from_session(stored)
            return
        kept = self.patient.draft()
        clock = self.patient.clock
        self.draft = resumed(kept or {}, clock.now(), clock.zone())

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import add_session

        if self.draft is None:
            self.begin()
        self.screen.render(
            add_session.build_state(self.draft, self.patient.catalogue, snapshot.now, snapshot.zone)
        )
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "full-list":
            self._open_full_list()
            return True
        if intent != "draft":
            return False
        self._change(payload["field"], payload["value"])
        return True

    def _open_full_list(self) -> None:
        from kivy.core.window import Window

        from aftercare.presenters.self_check_paper import full_list
        from screens.self_check_paper import full_list_sheet

        full_list_sheet(full_list(self.patient.catalogue.checks())).open(Window)

    def save(self) -> bool:
        """Store the session that was entered; False when something is still missing, which the screen then says."""
        from aftercare.core.errors import InvalidInput
        from aftercare.presenters import add_session
        from aftercare.services.sessions import new_id

        try:
            if self.draft.editing:
                stored = next(s for s in self.patient.snapshot().sessions if s.id == self.draft.editing)
                self.patient.change(add_session.edited(self.draft, stored, self.patient.catalogue))
            else:
                self.patient.add(add_session.to_session(self.draft, new_id(), self.patient.catalogue))
                self.patient.keep_draft(None)
        except InvalidInput:
            self._change("next", None)
            return False
        self.draft = None
        return True

    def _change(self, field: str, value: Any) -> None:
        from aftercare.presenters import add_session

        clock = self.patient.clock
        self.draft = add_session.change(
            self.draft, field, value, self.patient.catalogue, clock.now(), clock.zone()
        )
        if not self.draft.editing:
            self.patient.keep_draft(self.draft.to_dict())
