"""A stage, and a small shell around the wizard that keeps the draft as the app does."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.presenters.add_session import Draft, build_state, change, new_draft
from tests.screens.calm import calm_stage
from tests.screens.harness import Stage

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 7, 52, tzinfo=UTC)
ZONE = "Europe/Berlin"


@pytest.fixture
def stage() -> Iterator[Stage]:
    with calm_stage() as stage:
        yield stage


class Host:
    """The wizard on the stage; every "draft" changes the draft and renders it anew, other intents are noted."""

    def __init__(self, stage: Stage, draft: Draft, zone: str = ZONE) -> None:
        from screens.add_session import AddSessionScreen

        self.stage, self.draft, self.zone = stage, draft, zone
        self.asked: list[str] = []
        self.taps = 0
        self.screen = AddSessionScreen()
        self.screen.bind(on_intent=self._follow)
        self._render()
        stage.show(self.screen)

    def _follow(self, _screen: Any, intent: str, payload: dict[str, Any]) -> None:
        if intent == "draft":
            self.draft = change(self.draft, payload["field"], payload["value"], CATALOGUE, NOW, self.zone)
            self._render()
        else:
            self.asked.append(intent)

    def _render(self) -> None:
        self.screen.render(build_state(self.draft, CATALOGUE, NOW, self.zone))

    def tap(self, role: str, name: str) -> None:
        """One touch, counted."""
        self.taps += 1
        self.stage.tap(role, name)
        self.stage.settle()


@pytest.fixture
def wizard(stage: Stage) -> Callable[..., Host]:
    """`wizard(("area", "face"), …)` is a wizard whose draft has been given these values."""

    def made(*changes: tuple[str, object], zone: str = ZONE) -> Host:
        draft = new_draft(NOW, zone)
        for field, value in changes:
            draft = change(draft, field, value, CATALOGUE, NOW, zone)
        return Host(stage, draft, zone)

    return made
