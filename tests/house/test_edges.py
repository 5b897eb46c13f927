"""A widget places what it draws by x, y, width and height alone."""
from __future__ import annotations

import ast
from pathlib import Path

SCREENS = Path(__file__).parents[2] / "screens"
# Kivy works these out from the four, but only after it has said that `pos` is another: `place` would read the old one.
DERIVED = {"top", "right", "center", "center_x", "center_y"}


def test_no_widget_asks_itself_for_an_edge_that_kivy_may_not_have_moved_yet() -> None:
    asked = [
        f"{path.relative_to(SCREENS)}:{node.lineno}: self.{node.attr}"
        for path in sorted(SCREENS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in DERIVED
        and isinstance(node.value, ast.Name) and node.value.id == "self"
    ]  # fmt: skip
    assert asked == []
