"""Render the drawings of the kit to PNG, to be held beside the design (for development only).

Usage: python tools/look_drawings.py OUT_FOLDER [light|dark] [density] [name ...]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
DENSITY = sys.argv[3] if len(sys.argv) > 3 else "1"
os.environ.update(KIVY_NO_ARGS="1", KIVY_METRICS_DENSITY=DENSITY, KIVY_METRICS_FONTSCALE="1", KIVY_DPI="96")

from kivy.core.window import Window  # noqa: E402, F401
from kivy.graphics import ClearBuffers, ClearColor, Color, Fbo  # noqa: E402
from kivy.uix.widget import Widget  # noqa: E402

from screens.widgets.drawing import Drawing  # noqa: E402
from screens.widgets.theme import theme  # noqa: E402
from tools.drawing_boards import BOARDS  # noqa: E402


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
