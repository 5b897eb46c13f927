"""Facts and states of the Alerts screen for its tests."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from aftercare.adapters.content import FileCatalogue
from aftercare.core.notify_port import Availability
from aftercare.presenters.alerts import build_state
from aftercare.presenters.alerts_facts import AlertsFacts, ClosedAppFacts, ComingAlert
from aftercare.presenters.alerts_state import AlertsState
from aftercare.services import snapshot

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
HOUR = timedelta(hours=1)
AT_15 = datetime(2026, 6, 10, 13, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"
MAKEUP = ComingAlert(AT_15, "OK again", "Makeup is OK again.")
BLOCKED = Availability(False, "No program on this computer shows alerts.", "Install dunst.")
FACTS = AlertsFacts(Availability(True), ClosedAppFacts("systemd", True), (MAKEUP,))


def state(
    facts: AlertsFacts = FACTS, settings: Mapping[str, str] | None = None, example: bool = False
) -> AlertsState:
    """The screen at 09:48 in Berlin."""
    return build_state(snapshot.build(CATALOGUE, [], [], NOW, BERLIN, settings, example), facts)


def closed(**changes: object) -> AlertsFacts:
    """The usual facts with another state of the closed app."""
    return replace(FACTS, closed_app=replace(ClosedAppFacts("systemd", True), **changes))  # type: ignore[arg-type]
