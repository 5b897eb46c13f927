"""A command brings in what it works on and no more: on a phone the delivery of alerts runs many times a day."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START = ["--start", "2026-11-25T10:00", "--zone", "Europe/Berlin"]
# The code and its cipher, pictures, a clinic's plan, and what a window draws with.
NEVER = {
    "aftercare.adapters.vault.keys", "aftercare.core.lock_policy", "aftercare.services.app_lock", "cryptography",
    "aftercare.adapters.vault.sealed_photos", "aftercare.core.photo_port", "aftercare.services.photos", "PIL",
    "aftercare.core.clinic_plan", "babel", "kivy",
}  # fmt: skip
UNCHANGED = {"filelock", "logging"}
QUIET = {"aftercare.core.alarm_port", "aftercare.core.alert_plan", "aftercare.core.notify_port", "plyer"}


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        (["plan", "body-injection", *START], UNCHANGED | QUIET),
        (["session", "list"], UNCHANGED | QUIET),
        (["alerts", "deliver", "--now", "2026-11-25T10:00"], {"aftercare.core.backup", "aftercare.services.backup"}),
    ],
    ids=["plan", "session list", "alerts deliver"],
)
def test_a_command_brings_in_nothing_that_it_does_not_work_on(
    command: list[str], unneeded: set[str], tmp_path: Path
) -> None:
    code = (
        f"import sys, main; main.main({['--home', str(tmp_path), *command]!r}); "
        f"print(*sorted({NEVER | unneeded!r} & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr.strip()) == (0, "")
