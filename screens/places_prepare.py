"""The places around a session: the self-check, the list for the clinic, the steps and the treatment."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.utils import platform

from aftercare.services import preparation
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.places import Place

PHONES = ("android", "ios")


class SelfCheckPlace(Place):
    """What to tell the clinic before the next session. Every answer is kept at once."""

    menu = False

    def make(self) -> Screen:
        from screens.self_check import SelfCheckScreen

        return SelfCheckScreen()

    def begin(self) -> None:
        """It is opened: at its top."""
        self.screen.begin()  # type: ignore[attr-defined]

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import self_check

        session = self_check.asked_for(snapshot)
        kept = preparation.kept(snapshot.settings, session.id if session else "")
        self.screen.render(self_check.build_state(self.patient.catalogue.checks(), kept, session))
        return session.start if session else None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent != "check-answer":
            return False
        from aftercare.presenters import self_check

        session, check = self_check.asked_for(self.patient.snapshot()), self.patient.catalogue.checks()
        self.patient.prepare(
            session.id if session else "", lambda kept: self_check.change(check, kept, payload, session)
        )
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
