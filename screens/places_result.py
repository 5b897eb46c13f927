"""The place of the result of a check-in; imported when the patient goes there."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.core.window import Window
from kivy.utils import platform

from aftercare.core.observation import Observation
from aftercare.core.observation_history import last_before
from aftercare.presenters import result
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place

PHONES = ("android", "ios")


class ResultPlace(Place):
    """What a stored check-in comes to."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.observation_id = ""

    def make(self) -> Screen:
        from screens.result import ResultScreen

        return ResultScreen()

    def begin(self, observation_id: str) -> None:
        """Show the result of this check-in next."""
        self.observation_id = observation_id
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        observation = self.patient.observations.get(self.observation_id)
        if observation is None:
            return None
        catalogue = self.patient.catalogue
        self.screen.render(
            result.build_state(
                observation,
                self.patient.advice_for(observation),
                snapshot,
                catalogue.advice(),
                last_before(observation, snapshot.observations),
                catalogue.help(),
                can_call=platform in PHONES,
            )
        )
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        observation = self.patient.observations.get(self.observation_id)
        if intent != "where-from" or observation is None:
            return False
        from aftercare.presenters import origins
        from screens.origins import origin_sheet

        catalogue = self.patient.catalogue
        advice, rules, rows = self.patient.advice_for(observation), catalogue.advice(), catalogue.evidence()
        origin_sheet(origins.of_result(observation, advice, rules, self.patient.snapshot(), rows)).open(Window)
        return True

    def take_back(self) -> Observation | None:
        """Delete the check-in that is shown; returns it."""
        observation = self.patient.observations.get(self.observation_id)
        if observation is not None:
            # Its pictures go on with the answers, which are opened again.
            self.patient.delete_check_in(observation.id, keep_photos=True)
        return observation
