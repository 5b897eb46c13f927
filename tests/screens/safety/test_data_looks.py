"""The screens of the patient's data fit every window and every text size."""
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.screens.aid.looks import misfits
from tests.screens.harness import Stage

pytestmark = pytest.mark.display
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
NAMES = (
    "more", "backup-saved", "open-backup", "open-backup-preview", "open-backup-password", "open-backup-refused",
    "open-backup-done", "open-backup-both", "more-versions", "versions", "versions-none", "trouble-backup",
    "trouble-no-backup", "rescue", "rescue-preview", "rescue-other", "rescue-done", "erase",
    "erase-not-ticked", "erase-gone", "lock", "lock-wrong", "lock-passphrase",
    "lock-recovery", "lock-wait", "app-lock", "app-lock-choose", "app-lock-easy", "app-lock-passphrase",
    "app-lock-note", "app-lock-on", "trouble-newer",
)  # fmt: skip


@pytest.mark.parametrize(("width", "text"), [(390, "1.0"), (320, "2.0"), (1280, "1.0")])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_or_too_small(name: str, width: int, text: str, tmp_path: Path) -> None:
    # given
    stage = Stage.open(width, 844)
    from screens.scenes import SCENES
    from screens.shots import _clear, show
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    scene = next(each for each in SCENES if each.name == name)
    try:
        # when
        app = show(scene, tmp_path, NOW, {"text_scale": text, "theme": "light"})
        stage.settle(8)
        # then
        assert misfits(app.shell) == []
    finally:
        _clear()
        theme.reduced_motion, theme.dark, theme.text_scale = False, False, 1.0
