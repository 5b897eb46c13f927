"""In each language every scene fits a phone: no word is broken in the middle, in usual and in large text."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aftercare import language, words
from tests.locale.test_pseudo_language import NOW, scenes
from tests.screens.harness import Stage

LARGE = ("today-after", "today-before", "timeline", "timeline-grouped", "check-in", "result-emergency", "limit-aspirin")
# Addresses and paths have no place to break.
UNBREAKABLE = re.compile(r"[:/\\]")


@pytest.fixture
def wrapped(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[int, tuple[Any, str, str, float | None]]]:
    """By label: each text that was set, with its style and the width it was wrapped to."""
    stage = Stage.open(390, 844)
    from screens.widgets import draw
    from screens.widgets.theme import theme

    set_texts: dict[int, tuple[Any, str, str, float | None]] = {}
    typeset = draw.typeset

    def remember(text: str, style: str, width: float | None = None, halign: str = "left", lead: str = "") -> Any:
        label = typeset(text, style, width, halign, lead)
        set_texts[id(label)] = (label, text, style, width)
        return label

    monkeypatch.setattr(draw, "typeset", remember)
    theme.reduced_motion = True
    yield set_texts
    language.ask_for("")
    words.use_language("en")
    theme.reduced_motion, theme.dark, theme.text_scale = False, False, 1.0
    stage.clear()


def shown(widget: Any) -> Iterator[Any]:
    """The labels of all glyphs that a widget and those below it show at last."""
    from screens.widgets.draw import Glyphs

    for child in widget.children:
        yield from shown(child)
    for part in list(vars(widget).values()):
        if isinstance(part, Glyphs) and part.shape.size[0]:
            yield part._label


def breakable(text: str) -> str:
    """The text without its addresses and paths. Hard spaces hold their words together."""
    return " ".join(word for word in text.replace("\n", " ").split(" ") if not UNBREAKABLE.search(word))


@pytest.mark.parametrize("code", [code for code in words.languages() if code != words.ENGLISH])
@pytest.mark.parametrize(
    ("name", "scale"), [*((name, "1.0") for name in scenes()), *((name, "2.0") for name in LARGE)]
)
def test_no_word_is_broken(name: str, scale: str, code: str, wrapped: dict[int, Any], tmp_path: Path) -> None:
    from kivy.core.window import Window

    from screens.scenes import SCENES
    from screens.shots import show
    from screens.widgets.wordfit import widest_word

    [scene] = [scene for scene in SCENES if scene.name == name]
    language.ask_for(code)

    show(scene, tmp_path, NOW, {"text_scale": scale})

    labels = {id(label) for root in Window.children for label in shown(root)}
    texts = [(text, style, width) for key, (_l, text, style, width) in wrapped.items() if key in labels and width]
    broken = [
        (text, round(width)) for text, style, width in texts if widest_word(breakable(text), style, width) > width + 1
    ]
    assert len(labels) > 5
    assert broken == []
