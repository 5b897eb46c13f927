"""The places around a session: the self-check, the list for the clinic, the steps and the treatment."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.utils import platform

from aftercare.core.protocol import Source
from aftercare.core.session import Session
from aftercare.services import preparation
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place

PHONES = ("android", "ios")


def _open_origins(patient: Patient, sources: list[Source], snapshot: Snapshot) -> None:
    """Say where it is from."""
    from kivy.core.window import Window

    from aftercare.presenters import origins
    from screens.origins import origin_sheet

    paper = origins.paper(sources, snapshot.source_titles, patient.catalogue.evidence())
    origin_sheet(paper).open(Window)


class SelfCheckPlace(Place):
    """What to tell the clinic before the next session. Every answer is kept at once."""

    menu = False

    def make(self) -> Screen:
        from screens.self_check import SelfCheckScreen

        return SelfCheckScreen()

    def begin(self) -> None:
        """It is opened: at its top."""
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import self_check

        session = self_check.asked_for(snapshot)
        kept = preparation.kept(snapshot.settings, session.id if session else "")
        self.screen.render(self_check.build_state(self.patient.catalogue.checks(), kept, session))
        return session.start if session else None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        from aftercare.presenters import self_check

        snapshot, check = self.patient.snapshot(), self.patient.catalogue.checks()
        if intent == "origins":
            found = [source for question in check.questions for source in question.sources]
            _open_origins(self.patient, found, snapshot)
            return True
        if intent != "check-answer":
            return False
        session = self_check.asked_for(snapshot)
        self.patient.prepare(
            session.id if session else "", lambda kept: self_check.change(check, kept, payload, session)
        )
        return True


class _OfOneSession(Place):
    """A page about one session. Without an id it is the last one that has begun, else the next one."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.session_id = ""

    def session(self, snapshot: Snapshot) -> Session | None:
        """The session, if this version knows its protocol."""
        chosen = next((s for s in snapshot.sessions if s.id == self.session_id), None)
        found = chosen or snapshot.last or snapshot.next
        return found if found is not None and found.id in snapshot.protocols else None


class StepsPlace(_OfOneSession):
    """All steps of a part: before, in, or after a session."""

    part = "before"

    def make(self) -> Screen:
        from screens.steps import StepsScreen

        return StepsScreen()

    def begin(self, part: str, session_id: str) -> None:
        """It is opened for a part of a session."""
        self.part, self.session_id = part, session_id
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import step_words, steps_page

        session, steps = self.session(snapshot), self.patient.catalogue.steps()
        if session is None:
            return None
        self.screen.render(steps_page.build_state(steps, self.part, session, snapshot))
        return min((edge for edge in step_words.edges(steps, session) if edge > snapshot.now), default=None)

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        from aftercare.presenters import steps_page

        snapshot = self.patient.snapshot()
        session = self.session(snapshot)
        if intent == "toggle-step":
            self.patient.prepare(payload["session"], lambda kept: kept.tick(payload["step"]))
        elif intent == "origins" and session is not None:
            found = steps_page.sources(self.patient.catalogue.steps(), self.part, session)
            _open_origins(self.patient, found, snapshot)
        else:
            return False
        return True


class TreatmentPlace(_OfOneSession):
    """What is known of the treatment of one session."""

    def make(self) -> Screen:
        from screens.treatment import TreatmentScreen

        return TreatmentScreen()

    def begin(self, session_id: str) -> None:
        """It is opened for a session."""
        self.session_id = session_id
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import treatment

        session, content = self.session(snapshot), self.patient.catalogue
        if session is not None:
            self.screen.render(treatment.build_state(content.products(), content.courses(), session, snapshot))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent != "origins":
            return False
        from aftercare.presenters import treatment

        snapshot, content = self.patient.snapshot(), self.patient.catalogue
        session = self.session(snapshot)
        if session is not None:
            found = treatment.sources(content.products(), content.courses(), session)
            _open_origins(self.patient, found, snapshot)
        return True


class MyListPlace(Place):
    """What came out of it."""

    menu = False

    def make(self) -> Screen:
        from screens.my_list import MyListScreen

        return MyListScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import self_check, self_check_list

        session = self_check.asked_for(snapshot)
        kept = preparation.kept(snapshot.settings, session.id if session else "")
        check, can_call = self.patient.catalogue.checks(), platform in PHONES
        self.screen.render(self_check_list.build_state(check, kept, session, snapshot, can_call))
        return session.start if session else None
