"""The Alerts screen on the stage, for its tests."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from aftercare.adapters.content import FileCatalogue
from aftercare.core.notify_port import Availability
from aftercare.presenters.alerts import build_state
from aftercare.presenters.alerts_facts import AlertsFacts, ClosedAppFacts, ComingAlert, PastAlert
from aftercare.services import snapshot
from tests.screens.harness import Stage

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
BERLIN = "Europe/Berlin"
AT_15 = datetime(2026, 6, 10, 13, 0, tzinfo=UTC)
COMING = tuple(ComingAlert(AT_15 + timedelta(days=n), "OK again", "Makeup is OK again.") for n in range(9))
BLOCKED = Availability(False, "No program on this computer shows alerts.", "Turn on notifications.")
FACTS = AlertsFacts(
    Availability(True), ClosedAppFacts("systemd", True), COMING, can_look=True, can_test_later=True
)
IN_PLACE = ClosedAppFacts("systemd", True, installed=True, wanted=True, armed=9, next=AT_15)
MISSED = (PastAlert(NOW - timedelta(hours=3), "Pool is OK again."),)
FULL = replace(FACTS, availability=BLOCKED, closed_app=replace(IN_PLACE, note="The timer does not run."), missed=MISSED)


class Alerts:
    """The screen on the stage. Settings that it asks to store are stored and shown, as the app does."""

    def __init__(self, stage: Stage, facts: AlertsFacts = FACTS, **settings: str) -> None:
        from screens.alerts import AlertsScreen
        from screens.widgets.theme import theme

        theme.reduced_motion = True
        self.stage, self.facts, self.settings = stage, facts, settings
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.screen = AlertsScreen()
        self.screen.bind(on_intent=self._answer)
        self.render()
        stage.show(self.screen)
        stage.settle(6)

    def render(self, later: int = 0) -> None:
        now = NOW + timedelta(minutes=later)
        self.screen.render(build_state(snapshot.build(CATALOGUE, [], [], now, BERLIN, self.settings), self.facts))

    def tap(self, role: str, name: str) -> None:
        self.stage.tap(role, name)
        self.stage.settle(4)

    def _answer(self, _screen: Any, name: str, payload: dict[str, Any]) -> None:
        if name == "setting":
            self.settings[payload["name"]] = payload["value"]
            self.render()
        else:
            self.asked.append((name, payload))
