"""The screen in place of Today, as a person uses it."""
from __future__ import annotations

from typing import Any

import pytest

from aftercare.core.data_errors import UnreadableData
from aftercare.core.errors import ContentFault
from aftercare.presenters.trouble import build_state
from tests.screens.harness import Stage

FOLDER = "/home/somebody/with-a-very-long-name/.local/share/Aftercare-data-folder"
FAULT = UnreadableData(f"{FOLDER}/aftercare.json", "it does not hold what Aftercare writes")


@pytest.fixture
def heard() -> list[tuple[str, dict[str, Any]]]:
    return []


@pytest.fixture
def screen(stage: Stage, heard: list[tuple[str, dict[str, Any]]]) -> Any:
    from screens.trouble import TroubleScreen

    screen = TroubleScreen()
    screen.bind(on_intent=lambda _, name, payload: heard.append((name, payload)))
    screen.render(build_state(FAULT, FOLDER))
    return stage.show(screen)


def test_it_says_what_happened_and_that_the_data_is_untouched(stage: Stage, screen: Any) -> None:
    assert stage.find("heading", "We could not open your data")
    assert stage.find("text", "The file aftercare.json cannot be read: it does not hold what Aftercare writes.")
    assert stage.find("text", "Your data is left as it is.")


def test_trying_again_without_success_says_so(stage: Stage, screen: Any, heard: Any) -> None:
    # when it is tried and the same fault comes back
    stage.tap("button", "Try again. Nothing is deleted")
    screen.render(build_state(FAULT, FOLDER))
    stage.settle()
    # then
    assert heard == [("retry", {})]
    assert stage.find("button", "Try again. Tried just now. It is still the same")


def test_the_clock_alone_does_not_claim_a_try(stage: Stage, screen: Any) -> None:
    screen.render(build_state(FAULT, FOLDER))
    stage.settle()
    assert stage.find("button", "Try again. Nothing is deleted")


def test_another_fault_replaces_the_first(stage: Stage, screen: Any) -> None:
    screen.render(build_state(ContentFault("reasons.toml", 3, "heat", "is missing"), FOLDER))
    stage.settle()
    assert [c.name for c in stage.find_all("heading")] == ["We could not read our rules"]


def test_the_folder_is_shown_and_copied(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("button", f"Copy the path of my data. {FOLDER}")
    assert heard == [("copy", {"text": FOLDER})]
    assert stage.find("button", f"Copied. {FOLDER}")


def test_help_is_one_tap_away(stage: Stage, screen: Any, heard: Any) -> None:
    stage.tap("link", "Get help")
    assert heard == [("help", {})]


@pytest.mark.parametrize(("width", "text"), [(320, 1.0), (320, 2.0), (390, 1.3), (1280, 1.0)])
def test_nothing_is_cut_or_covered(stage: Stage, screen: Any, width: int, text: float) -> None:
    from screens.widgets.theme import theme
    from tests.screens.aid.looks import misfits

    stage.resize(width, 844)
    theme.text_scale = text
    stage.settle(8)
    assert misfits(screen) == []
