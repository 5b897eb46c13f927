"""The start leaves Pillow out, and every picture of the app still loads."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LOOK = """
import sys
from pathlib import Path
from screens.start import prepare_kivy

prepare_kivy(Path(sys.argv[1]))
from kivy.core.window import Window
from kivy.core.image import Image

found = [Image(name).texture.size for name in sys.argv[2:]]
print(len(found), min(min(size) for size in found) > 0, "PIL" in sys.modules)
"""


def test_every_picture_loads_while_pillow_is_not_imported(tmp_path: Path) -> None:
    # given the pictures that the app comes with
    pictures = sorted(map(str, (ROOT / "assets").rglob("*.png")))
    assert pictures
    # when they are loaded as the app loads them
    env = {key: value for key, value in os.environ.items() if not key.startswith("KIVY_")}
    if not env.get("DISPLAY"):
        env["KIVY_GL_BACKEND"] = "mock"
    run = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path), *pictures], cwd=ROOT, env=env, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    # then all of them are there without Pillow
    assert run.stdout.split() == [str(len(pictures)), "True", "False"], run.stderr[-2000:]
