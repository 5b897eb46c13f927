"""On the smallest phone, in the largest text and in the longer language, no word is broken."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aftercare import language, words
from tests.screens.calm import calm_stage

NAMED = (
    "welcome", "add-what", "add-check", "today-before", "today-after", "today-late", "timeline-before",
    "timeline-grouped", "limit-aspirin", "limit-ask", "check-in", "result-watch", "result-emergency", "diary",
    "recovery", "photo-compare", "article-warning", "can-i", "can-i-not-yet", "help", "more", "versions", "erase",
    "lock-recovery", "alerts", "self-check", "steps-before",
)  # fmt: skip


@pytest.fixture
def small_phone() -> Iterator[Any]:
    with calm_stage() as stage:
        language.ask_for("ru")
        stage.resize(320, 640)
        yield stage
    language.ask_for("")
    words.use_language("en")


@pytest.mark.display
@pytest.mark.parametrize("name", NAMED)
def test_no_word_is_broken(small_phone: Any, tmp_path: Path, name: str) -> None:
    from kivy.core.window import Window

    from screens import shots
    from screens.scenes import SCENES
    from tests.screens.aid.looks import broken_words

    scene = next(each for each in SCENES if each.name == name)

    shots.show(scene, tmp_path / "data", shots.NOW, {"text_scale": "2.0"})
    small_phone.settle(6)

    assert [part for child in Window.children for part in broken_words(child)] == []
