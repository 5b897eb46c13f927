"""Render the drawings of the kit to PNG, to be held beside the design (for development only).

Usage: python tools/look_drawings.py OUT_FOLDER [light|dark] [density] [name ...]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
DENSITY = sys.argv[3] if len(sys.argv) > 3 else "1"
os.environ.update(KIVY_NO_ARGS="1", KIVY_METRICS_DENSITY=DENSITY, KIVY_METRICS_FONTSCALE="1", KIVY_DPI="96")

from kivy.core.window import Window  # noqa: E402, F401
from kivy.graphics import ClearBuffers, ClearColor, Color, Fbo  # noqa: E402
from kivy.metrics import dp  # noqa: E402
from kivy.uix.floatlayout import FloatLayout  # noqa: E402
from kivy.uix.widget import Widget  # noqa: E402

from screens.widgets.drawing import Drawing  # noqa: E402
from screens.widgets.theme import theme  # noqa: E402


def put(root: FloatLayout, widget: Widget, x: float, top: float, width: float, height: float) -> None:
    """Place a widget by its CSS box in dp."""
    widget.size_hint = (None, None)
    widget.size = dp(width), dp(height)
    widget.pos = dp(x), root.height - dp(top) - dp(height)
    root.add_widget(widget)


def board(width: float, height: float, *parts: tuple[Widget, float, float, float, float]) -> FloatLayout:
    """A picture of several widgets, each with its CSS box."""
    root = FloatLayout(size_hint=(None, None), size=(dp(width), dp(height)))
    for widget, x, top, w, h in parts:
        put(root, widget, x, top, w, h)
    return root


def save(widget: Widget, path: Path, ground: str) -> None:
    """Draw into an off-screen buffer and write it."""
    for each in widget.walk():
        if isinstance(each, Drawing):
            each.draw_now()
    fbo = Fbo(size=(int(widget.width), int(widget.height)), with_stencilbuffer=True)
    with fbo:
        ClearColor(*getattr(theme, ground))
        ClearBuffers()
        Color(1, 1, 1, 1)
    fbo.add(widget.canvas)
    fbo.draw()
    fbo.texture.save(str(path), flipped=True)


BOARDS: dict[str, tuple[Callable[[], FloatLayout], str]] = {}


def rings() -> FloatLayout:
    """Four states of the ring and the bar."""
    from screens.widgets.ring import ReturnRing, RingBar

    return board(
        780, 344,
        (ReturnRing(11, 2, 1, 0.89), 74.5, 103.5, 241, 241),
        (ReturnRing(11, 11, 0, 1.0), 400, 20, 180, 180),
        (ReturnRing(34, 9, 3, 0.3), 590, 20, 180, 180),
        (ReturnRing(6, 2, 1, counting=False, start_angle=-90, sweep=360), 400, 220, 99, 99),
        (ReturnRing(14, 0, 0, counting=False), 520, 220, 120, 120),
        (RingBar(11, 2, 1), 20, 20, 350, 14),
    )  # fmt: skip


BOARDS["rings"] = rings, "hero"


def main() -> None:
    """Write every picture asked for."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    theme.dark = len(sys.argv) > 2 and sys.argv[2] == "dark"
    for name in sys.argv[4:] or BOARDS:
        make, ground = BOARDS[name]
        save(make(), out / f"{name}{'-dark' if theme.dark else ''}@{DENSITY}.png", ground)


if __name__ == "__main__":
    main()
