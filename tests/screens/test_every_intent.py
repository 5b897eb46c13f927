"""No button is dead or mute: whatever any control of any picture asks for is answered, at the place where it is asked,
and keys and screen readers can do what a finger can.
"""
from __future__ import annotations

import ast
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.screens.calm import calm_stage
from tests.screens.harness import Stage
from tests.screens.spoken_rules import faults, unheard

ROOT = Path(__file__).resolve().parents[2]
# Answered by the system; here only that somebody would hand them on.
OUTSIDE = frozenset({"call", "copy", "copy-question", "test-alert", "test-later", "closed-app"})
# These change only what is drawn.
QUIET = frozenset({"Take the last line back", "Use a ready-made line"})
# A place and an intent are tried once, wherever they are asked again.
_tried: set[tuple[str, str]] = set()


@pytest.fixture
def stage() -> Iterator[Stage]:
    with calm_stage() as stage:
        yield stage


def _scenes() -> list[Any]:
    # Imported at collection without a window: the scenes need none.
    from screens.scenes import SCENES

    return list(SCENES)


class Listener:
    """Someone who presses everything of a scene and only writes down what was asked for."""

    def __init__(self, stage: Stage, scene: Any, home: Path) -> None:
        self.stage, self.scene, self.home = stage, scene, home
        self.asked: dict[str, dict[str, Any]] = {}
        self.silent: list[str] = []
        self.unsaid: set[str] = set()
        self._pressed: set[tuple[str, str]] = set()
        self._heard = 0
        self._shows = 0

    def show(self) -> Any:
        """The scene, on a patient of its own."""
        from screens import shots

        self.stage.clear()
        self._shows += 1
        home = self.home / str(self._shows)
        home.mkdir()
        return shots.show(self.scene, home, shots.NOW, {})

    def listen(self) -> str:
        """Press everything; returns the name of the place."""
        router = self.show().router
        router.act = self._hear
        router.layers._act = self._hear
        router.go = lambda _name: None
        self._press_all()
        return str(router.name)

    def _hear(self, intent: str, **payload: Any) -> None:
        self._heard += 1
        self.asked.setdefault(intent, payload)

    def _press_all(self, depth: int = 0) -> None:
        from screens.widgets.focus import focus

        controls = self.stage.find_all()
        self.unsaid.update(faults(controls), unheard(self.stage.window))
        for control in controls:
            mark = (control.role, control.name)
            if mark in self._pressed or control.role == "textbox" or getattr(control, "disabled", False):
                continue
            if control.get_parent_window() is None:
                # What was pressed before has replaced it; whatever came instead is found the next time.
                continue
            self._pressed.add(mark)
            for action in list(control.actions):
                open_before, before = list(focus.layers), self._looks()
                control.do(action)
                self.stage.settle(1)
                opened = [layer for layer in focus.layers if layer not in open_before]
                if control.role in ("button", "link") and control.name not in QUIET and self._stays(before):
                    self.silent.append(control.name)
                if opened and depth < 3:
                    self._press_all(depth + 1)
                for layer in reversed(opened):
                    layer.close()
                    self.stage.wait(0.12)

    def _looks(self) -> Any:
        """Everything that a press could change: what was asked for, the open layers, each control and its place."""
        from screens.widgets.focus import focus

        controls = (
            (c.role, c.name, c.value, c.checked, c.expanded, c.selected, *map(round, c.to_window(*c.pos)))
            for c in self.stage.find_all()
        )
        return self._heard, list(focus.layers), list(controls)

    def _stays(self, before: Any) -> bool:
        """Whether nothing changes, after a while either: what is done beside the window takes its time."""
        for _ in range(25):
            if self._looks() != before:
                return False
            self.stage.wait(0.08)
        return True


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scene", _scenes(), ids=lambda scene: scene.name)
def test_whatever_is_asked_is_answered(
    scene: Any, stage: Stage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    listener = Listener(stage, scene, tmp_path)
    place = listener.listen()
    assert listener.silent == [], "pressed, and nothing happens"
    assert sorted(listener.unsaid) == []
    app = None
    # What the app that is gone still has to say, of slow work, is no question of the patient.
    for intent, payload in list(listener.asked.items()):
        if (place, intent) in _tried:
            continue
        _tried.add((place, intent))
        if app is None or app.router.name != place:
            app = listener.show()
        if intent in OUTSIDE:
            assert _has_answer(app.router, intent), intent
            continue
        with caplog.at_level(logging.WARNING, "aftercare"):
            app.router.act(intent, **payload)
        assert [record.message for record in caplog.records if "Nobody answers" in record.message] == []


def _has_answer(router: Any, intent: str) -> bool:
    from screens.deeds import _DEEDS

    way = "_to_" + intent.replace("-", "_")
    return any(hasattr(ways, way) for ways in router._ways) or intent in _DEEDS


def test_every_intent_that_a_screen_names_is_known_to_somebody() -> None:
    fired = {(file.name, name) for file in (ROOT / "screens").glob("*.py") for name in _fired(file)}
    answers = [*(ROOT / "screens").glob("places*.py"), ROOT / "screens/deeds.py"]
    known = {text for file in answers for text in _compared(file)}
    known |= {text for file in (ROOT / "aftercare/presenters").glob("*.py") for text in _compared(file)}
    ways = (ROOT / "screens").glob("*_ways.py")
    named = (name for file in ways for name in _methods(file) if name.startswith("_to_"))
    known |= {name[4:].replace("_", "-") for name in named}
    assert sorted((file, name) for file, name in fired if name not in known) == []


def test_every_intent_that_somebody_knows_can_be_asked_for() -> None:
    from screens.deeds import _DEEDS

    app = [file for folder in ("screens", "aftercare") for file in (ROOT / folder).rglob("*.py")]
    said = Counter(text for file in app for text in _texts(file))
    ways = (ROOT / "screens").glob("*_ways.py")
    answered = {name[4:].replace("_", "-") for file in ways for name in _methods(file) if name.startswith("_to_")}
    assert sorted(intent for intent in answered if not said[intent]) == []
    # A deed is named once where it is answered.
    assert sorted(intent for intent in _DEEDS if said[intent] < 2) == []


def _texts(file: Path) -> Iterator[str]:
    """Every text of a file but its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _fired(file: Path) -> Iterator[str]:
    """The literal names in `self.intent("…")` and in what parts are given to ask with."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("intent", "_intent", "_ask", "ask", "_act", "act") and isinstance(node.args[0].value, str):
                yield node.args[0].value


def _compared(file: Path) -> Iterator[str]:
    """The texts that a file compares with, or has as keys."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.Dict):
            parts = list(node.keys)
        elif isinstance(node, ast.Assign | ast.MatchValue):
            parts = [node.value]
        for part in parts:
            for inner in ast.walk(part) if part is not None else ():
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def _methods(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
