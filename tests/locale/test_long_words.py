"""In each language every scene fits a phone: nothing is cut or broken, and no English is left in Russian.

All are drawn on a usual phone; those that are closest to their limits also on a narrow one and in large text.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aftercare import language, words
from tests.locale.faults import faults, latin_words
from tests.locale.test_pseudo_language import NOW, scenes
from tests.screens.harness import Stage

USUAL, NARROW = (390, "1.0"), (320, "1.0")
CLOSE = (
    "welcome", "today-after", "today-before", "today-two-sessions", "timeline", "timeline-grouped", "check-in", "help",
    "result-emergency", "result-hour", "limit-aspirin", "limit-with-care", "self-check", "steps-before", "can-i-before",
)  # fmt: skip
LARGE = ("today-after", "timeline-grouped", "check-in", "result-emergency", "limit-aspirin", "steps-before", "help")
DRAWN = [
    *((name, USUAL) for name in scenes()),
    *((name, NARROW) for name in CLOSE),
    *((name, (390, "2.0")) for name in LARGE),
]
# Addresses and paths have no place to break.
UNBREAKABLE = re.compile(r"[:/\\]")


@pytest.fixture
def wrapped(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[int, tuple[Any, str, str, float | None]]]:
    """By label: each text that was set, with its style and the width it was wrapped to, as at the full size of type."""
    stage = Stage.open(390, 844)
    from screens.widgets import draw
    from screens.widgets.theme import theme

    set_texts: dict[int, tuple[Any, str, str, float | None]] = {}
    typeset = draw.typeset

    def remember(
        text: str, style: str, width: float | None = None, halign: str = "left", lead: str = "", shrink: float = 1.0
    ) -> Any:
        label = typeset(text, style, width, halign, lead, shrink)
        set_texts[id(label)] = (label, text, style, None if width is None else width / shrink)
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
@pytest.mark.parametrize(("name", "size"), DRAWN)
def test_every_word_stands_whole_in_its_place(
    name: str, size: tuple[int, str], code: str, wrapped: dict[int, Any], tmp_path: Path
) -> None:
    from kivy.core.window import Window

    from screens.scenes import SCENES
    from screens.shots import show
    from screens.widgets.wordfit import widest_word

    [scene] = [scene for scene in SCENES if scene.name == name]
    width, scale = size
    Stage.open(width, 844)
    language.ask_for(code)

    show(scene, tmp_path, NOW, {"text_scale": scale})

    labels = {id(label) for root in Window.children for label in shown(root)}
    texts = [(text, style, width) for key, (_l, text, style, width) in wrapped.items() if key in labels]
    rooms = [(breakable(text), style, room) for text, style, room in texts if room]
    broken = [(text, round(room)) for text, style, room in rooms if widest_word(text, style, room) > room + 1]
    assert len(labels) > 5
    assert broken == []
    assert [fault for root in Window.children for fault in faults(root, name.startswith("welcome"))] == []
    assert code != "ru" or {text: latin_words(text) for text, _s, _w in texts if latin_words(text)} == {}


def test_english_is_told_from_names() -> None:
    assert latin_words("Дальше: Ask your clinic") == ["Ask", "your", "clinic"]
    assert latin_words("NCTF 135 HA, SPF 50, 38,0 °C, /home/me/aftercare.json") == []
    assert latin_words("Our summary: how soon to act on a sign") != []
