"""Real pixels: the gallery draws itself on a display, light and dark."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.display
def test_the_gallery_is_drawn_in_the_colours_of_the_palette(tmp_path: Path) -> None:
    # given a process of its own with real graphics
    env = {k: v for k, v in os.environ.items() if k not in ("KIVY_GL_BACKEND", "KIVY_METRICS_DENSITY")}

    # when the gallery writes its pictures
    command = [sys.executable, "-m", "screens.widgets.gallery", "--out", str(tmp_path), "--text", "1.0"]
    subprocess.run(command, check=True, env=env, timeout=100, cwd=Path(__file__).parents[3])

    # then each shows its ground at the lower edge and is not empty
    from kivy.core.image import Image

    for theme, ground in (("light", "fbf7f0"), ("dark", "0f1817")):
        picture = Image(str(tmp_path / f"answers-{theme}-1.0.png"), keep_data=True)
        pixels = picture.image._data[0].data
        assert bytes(pixels[:3]).hex() == ground or bytes(pixels[-4:-1]).hex() == ground
        assert len({bytes(pixels[i : i + 3]) for i in range(0, len(pixels), 4 * 7)}) > 40
