"""The example patient in every state a screen can show: what `shots` draws, and what its tests look at."""
from __future__ import annotations

from screens import (
    scenes_alerts,
    scenes_ask,
    scenes_check_in,
    scenes_data,
    scenes_diary,
    scenes_plan,
    scenes_prepare,
    scenes_start,
)
from screens.scene import Scene

SCENES: tuple[Scene, ...] = (
    *scenes_start.SCENES,
    *scenes_prepare.SCENES,
    *scenes_plan.SCENES,
    *scenes_check_in.SCENES,
    *scenes_diary.SCENES,
    *scenes_ask.SCENES,
    *scenes_data.SCENES,
    *scenes_alerts.SCENES,
)
