"""The ring of Today keeps off the words around it."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aftercare import language, words
from tests.screens.calm import calm_stage


@pytest.fixture
def wide() -> Iterator[Any]:
    with calm_stage() as stage:
        stage.resize(1280, 800)
        yield stage
    language.ask_for("")
    words.use_language("en")


@pytest.mark.display
@pytest.mark.parametrize("spoken", ["en", "ru"])
def test_a_long_line_below_the_title_does_not_reach_the_ring(wide: Any, tmp_path: Path, spoken: str) -> None:
    from screens import shots
    from screens.scenes import SCENES

    language.ask_for(spoken)
    scene = next(each for each in SCENES if each.name == "today-two-sessions")

    app = shots.show(scene, tmp_path / "data", shots.NOW, {})
    wide.settle(6)

    hero = _hero(app.shell)
    assert hero.ring.top <= hero.subtitle.y


def _hero(widget: Any) -> Any:
    from screens.today_hero import TodayHero

    if isinstance(widget, TodayHero):
        return widget
    return next((found for child in widget.children if (found := _hero(child)) is not None), None)
