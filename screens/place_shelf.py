"""The places that were visited, each with its screen."""
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from aftercare.services.patient import Patient
from screens.deeds import Deeds
from screens.place_names import PLACES


class PlaceShelf:
    """Makes a place when it is first asked for. `act(intent, **payload)` answers what is done on its screen."""

    def __init__(self, patient: Patient, deeds: Deeds, act: Callable[..., None]) -> None:
        self._patient, self._deeds, self._act = patient, deeds, act
        self._made: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """The Place of a name."""
        if name not in self._made:
            module, kind = PLACES[name].split(":")
            made = self._made[name] = getattr(import_module(module), kind)(self._patient, self._deeds)
            made.screen.bind(on_intent=lambda _screen, intent, payload: self._act(intent, **payload))
        return self._made[name]

    def drop(self, *keep: str) -> None:
        """Forget every place but these, with all that its screen shows."""
        self._made = {name: place for name, place in self._made.items() if name in keep}
