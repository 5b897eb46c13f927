"""Today stands on the screen before anything is brought in that it does not show."""
from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aftercare.adapters.store import Store
from aftercare.core.session import Session, SessionStatus

ROOT = Path(__file__).parents[2]
# Alerts, pictures, backups, help, the clinic's plan, and the libraries behind them and behind the languages.
LATER = {
    "aftercare.services.reminders", "aftercare.services.closed_app", "aftercare.core.alarm_port", "plyer",
    "aftercare.core.photo_port", "aftercare.services.photos", "PIL", "aftercare.core.backup", "filelock",
    "aftercare.core.help", "aftercare.core.clinic_plan", "babel", "cryptography",
}  # fmt: skip
LOOK = f"""
import sys
from pathlib import Path
from screens.start import prepare_kivy

home = Path(sys.argv[1])
prepare_kivy(home)
from screens.app import AftercareApp

def look():
    print(app.router.name, *sorted({LATER!r} & set(sys.modules)))
    app.stop()

app = AftercareApp(home, scheduler=lambda: None, on_first_frame=look)
app.run()
"""


@pytest.mark.display
def test_the_first_frame_of_today_needs_no_alerts_pictures_backups_and_no_big_library(tmp_path: Path) -> None:
    # given a session of yesterday
    start = datetime.now(UTC) - timedelta(days=1)
    Store(tmp_path).sessions.save(
        Session("s1", "body-injection", 1, start, 30, "UTC", SessionStatus.DONE, "papule", "body", None)
    )
    # when the app opens, then Today is shown and none of these is there
    env = {key: value for key, value in os.environ.items() if not key.startswith("KIVY_")}
    ran = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60
    )
    assert ran.stdout.split() == ["today"], ran.stderr[-2000:]
