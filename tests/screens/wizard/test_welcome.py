"""The first screen, driven by touch."""
from __future__ import annotations

from typing import Any

import pytest

from aftercare.presenters.welcome import build_state, may_go_on
from tests.screens.harness import Stage

CONSENT = "I understand that Aftercare gives general advice. It does not replace my clinic or a doctor"
ADD = "Add my session. Coming up, or already done"
EXAMPLE = "Look around with an example. Nothing is saved"
CLINIC = "Open a plan from my clinic. For now, type its times in"


class Door:
    """Renders the welcome as the app does and notes what was asked for."""

    def __init__(self, stage: Stage) -> None:
        from screens.welcome import WelcomeScreen

        self.ticked = self.refused = False
        self.asked: list[str] = []
        self.screen = WelcomeScreen()
        self.screen.bind(on_intent=self._follow)
        self._render()
        stage.show(self.screen)

    def _follow(self, _screen: Any, intent: str, payload: dict[str, Any]) -> None:
        if intent == "consent":
            self.ticked, self.refused = payload["ticked"], False
        elif may_go_on(intent, self.ticked):
            self.asked.append(intent)
        else:
            self.refused = True
        self._render()

    def _render(self) -> None:
        self.screen.render(build_state(self.ticked, self.refused))


@pytest.fixture
def door(stage: Stage) -> Door:
    return Door(stage)


def test_consent_is_unticked_at_first(stage: Stage, door: Door) -> None:
    assert stage.find("checkbox", CONSENT).checked is False


def test_going_on_without_a_tick_says_where_it_is_missing(stage: Stage, door: Door) -> None:
    # when the patient goes on without a tick
    stage.tap("button", ADD)
    # then the row says so, and nothing opens
    assert stage.find("checkbox", CONSENT).value == "Please tick this first"
    assert door.asked == []
    # when it is ticked, the way is open
    stage.tap("checkbox", CONSENT)
    assert stage.find("checkbox", CONSENT).value == ""
    assert stage.find("checkbox", CONSENT).checked is True
    stage.tap("button", ADD)
    assert door.asked == ["add-session"]


def test_a_tick_can_be_taken_back(stage: Stage, door: Door) -> None:
    stage.tap("checkbox", CONSENT)
    stage.tap("checkbox", CONSENT)
    assert not door.ticked
    assert stage.find("checkbox", CONSENT).checked is False


def test_the_example_needs_no_consent(stage: Stage, door: Door) -> None:
    stage.tap("button", EXAMPLE)
    assert door.asked == ["example"]


def test_a_plan_of_the_clinic_says_that_it_is_coming(stage: Stage, door: Door) -> None:
    stage.tap("button", CLINIC)
    stage.wait(0.2)
    said = " ".join(control.name for control in stage.find_all("text"))
    assert "coming in a later version" in said
    assert "My clinic said" in said
    stage.tap("button", "Close")
    stage.wait(0.2)
    assert stage.find("button", ADD)


def test_read_more_opens_the_honest_text(stage: Stage, door: Door) -> None:
    stage.tap("link", "Read more")
    stage.wait(0.2)
    said = " ".join(control.name for control in stage.find_all("text"))
    assert "not a medical device" in said
    assert "user account" in said


def test_it_is_read_from_title_to_privacy(stage: Stage, door: Door) -> None:
    names = [control.name for control in stage.find_all()]
    order = ["Aftercare", "Know what’s OK, and when", ADD, CLINIC, EXAMPLE, CONSENT, "Read more"]
    places = [names.index(name) for name in order]
    assert places == sorted(places)
