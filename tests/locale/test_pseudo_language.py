"""Every word on every screen comes from the catalogue: in a language that wraps its words, none stands unwrapped."""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from aftercare import words
from tests.locale.pseudo import Pseudo, unwrapped, wrapped
from tests.locale.tool import load_tool
from tests.screens.harness import Stage

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
# Names and what a patient typed are the same in every language; weekdays and months come from Babel.
NAMES = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Tu|We|Th|Fr|Sa|Su"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|English|Русский|Germany|Aftercare|Berlin|Europe|UTC|aftercare\.json)\b"
)
# Folders and files, and the groups of a recovery code.
TYPED = re.compile(r"(/[\w.-]+)+|[\w-]*\.aftercare\b|^[A-Z0-9]{4}$|[A-Z0-9]{4}(, [A-Z0-9]{4}){3}$")

# Papers and pages are named as they were published.
EVIDENCE = tomllib.loads((ROOT / "content" / "evidence.toml").read_text(encoding="utf-8"))["row"]
PUBLISHED = sorted((str(row.get(key, "-")) for row in EVIDENCE for key in ("title", "publisher", "address")), key=len)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every text that is drawn while the words are wrapped."""
    stage = Stage.open(390, 844)
    from screens.widgets import draw, drawing
    from screens.widgets.theme import theme

    texts: list[str] = []
    typeset, glyphs = draw.typeset, drawing.glyphs

    def set_and_tell(text: str, *args: Any, **kwargs: Any) -> Any:
        # Words that a line holds together are the same words.
        texts.extend((text.replace("\u00a0", " "), kwargs.get("lead", "")))
        return typeset(text, *args, **kwargs)

    def draw_and_tell(text: str, font: str, size: float) -> Any:
        texts.append(text)
        return glyphs(text, font, size)

    monkeypatch.setattr(draw, "typeset", set_and_tell)
    monkeypatch.setattr(drawing, "glyphs", draw_and_tell)
    theme.reduced_motion = True
    pseudo = Pseudo()
    words.use_catalogue(pseudo, "en")
    yield texts
    not_collected = {text for text in pseudo.asked if "⟦" not in text} - collected() - set(PUBLISHED)
    words.use_language("en")
    theme.reduced_motion, theme.dark, theme.text_scale = False, False, 1.0
    stage.clear()
    assert not_collected == set(), "make strings does not find these"


@cache
def collected() -> set[str]:
    """Every text of the catalogues; of a plural the singular."""
    found = [text for texts in load_tool("strings").wanted().values() for text in texts]
    return {text if isinstance(text, str) else text[0] for text in found}


def scenes() -> list[str]:
    """The names alone: the scenes themselves import Kivy."""
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "screens").glob("scenes_*.py")))
    return re.findall(r'^    Scene\(\s*"([\w-]+)"', source, re.MULTILINE)


def bare(text: str) -> str:
    """The words of a text that no catalogue said."""
    # A sentence may have been cut at its full stop.
    for name in reversed(PUBLISHED):
        text = text.replace(name, " ")
    text = TYPED.sub(" ", text)
    left = NAMES.sub(" ", re.sub("^[^⟦⟧]*⟧|⟦[^⟦⟧]*$", " ", unwrapped(text)))
    return " ".join(re.findall(r"[^\W\d_]{2,}", left))


@pytest.mark.parametrize("name", scenes())
def test_no_word_bypasses_the_catalogue(name: str, drawn: list[str], tmp_path: Path) -> None:
    from screens.scenes import SCENES
    from screens.shots import show
    from screens.widgets import a11y

    [scene] = [scene for scene in SCENES if scene.name == name]

    app = show(scene, tmp_path, NOW, {})
    from kivy.core.window import Window

    spoken = [text for root in Window.children for c in a11y.controls(root) for text in (c.name, c.value)]
    said = {text.replace(str(app.deeds.home), "") for text in (*drawn, *spoken)}

    assert len(said) > 3
    assert {text: bare(text) for text in said if bare(text)} == {}


def test_every_scene_is_looked_at() -> None:
    from screens.scenes import SCENES

    assert set(scenes()) == {scene.name for scene in SCENES}


def test_a_word_beside_the_catalogue_is_found() -> None:
    assert bare(wrapped("Until {time}").format(time="Mon 8 June, 15:00")) == ""
    assert bare(wrapped("Next: {name}").format(name="Makeup")) == "Makeup"
    assert bare("Makeup") == "Makeup"
