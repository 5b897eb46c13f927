"""Emergency help is one tap from every place, so two from every sheet over it, and closing it leads back."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.screens.calm import calm_stage
from tests.screens.harness import Stage

pytestmark = pytest.mark.display

# One scene of each place, by its name.
OF_PLACE = {
    "welcome": "welcome", "add-session": "add-check-list", "today": "today-none", "timeline": "timeline-before",
    "more": "more", "alerts": "alerts-denied", "trouble": "trouble", "check-in": "check-in-no-session",
    "result": "result-sources", "diary": "diary-empty", "self-check": "self-check", "my-list": "my-list-none",
    "steps": "steps-before", "treatment": "treatment", "photo-guide": "photo-guide-first", "photo": "photo",
    "compare": "photo-compare", "photo-outline": "photo-outline", "can-i": "can-i-no-session", "learn": "learn",
    "article": "article-no-session", "lock": "lock", "app-lock": "app-lock", "backup": "backup",
    "open-backup": "open-backup", "versions": "versions", "rescue": "rescue", "erase": "erase",
}  # fmt: skip
WAYS = ("Feels wrong?", "Yes, get help now", "Hard to breathe or sight changes?", "Emergency help", "Get help")


@pytest.fixture
def stage() -> Iterator[Stage]:
    with calm_stage() as stage:
        yield stage


def shown(name: str, home: Path) -> Any:
    from screens import shots
    from screens.scenes import SCENES

    [scene] = [scene for scene in SCENES if scene.name == name]
    return shots.show(scene, home, shots.NOW, {}).router


def ways(stage: Stage) -> list[Any]:
    """The buttons that can be seen to lead to help."""
    buttons = (*stage.find_all("button"), *stage.find_all("link"))
    return [button for button in buttons if button.name.startswith(WAYS)]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("place", OF_PLACE)
def test_help_is_one_tap_from_every_place(place: str, stage: Stage, tmp_path: Path) -> None:
    from screens.widgets.focus import focus

    # given the place, with no sheet over it
    router = shown(OF_PLACE[place], tmp_path / "data")
    assert place in (router.name, "trouble")
    for sheet in reversed(list(focus.layers)):
        sheet.close()
    stage.wait(0.1)
    # when the way that is there is taken
    found = ways(stage)
    assert found, stage.spoken()
    stage.tap(found[0].role, found[0].name)
    stage.settle(8)
    # then the number stands there
    assert stage.find("button", "Copy number")


def test_no_place_is_left_out() -> None:
    from screens.place_names import PLACES

    assert set(OF_PLACE) == set(PLACES) - {"help"}


@pytest.mark.parametrize(("scene", "place"), [("welcome", "welcome"), ("add-when", "add-session")])
def test_closing_help_leads_back_to_what_was_begun(scene: str, place: str, stage: Stage, tmp_path: Path) -> None:
    router = shown(scene, tmp_path / "data")
    before = stage.spoken()

    stage.tap("button", "Feels wrong?")
    stage.settle(8)
    assert router.name == "help"
    stage.tap("button", "Close")
    stage.settle(8)

    assert (router.name, stage.spoken()) == (place, before)


def test_a_session_that_was_left_for_help_is_closed_to_where_it_was_begun(stage: Stage, tmp_path: Path) -> None:
    router = shown("more", tmp_path / "data")
    router.act("add-session")
    router.act("help")
    router.act("close")

    router.act("close")

    assert router.name == "more"


def test_help_before_the_consent_leads_to_no_diary(stage: Stage, tmp_path: Path) -> None:
    shown("welcome", tmp_path / "data")

    stage.tap("button", "Feels wrong?")
    stage.settle(8)

    assert not [line for line in stage.spoken() if "Check in" in line]
