"""A restore that is killed at any instant: all of it is there afterwards, or nothing."""
from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from aftercare.adapters.photo_pillow import PillowCodec
from aftercare.adapters.photo_store import StoredPhotos
from tests.services.backup_cases import Home, check_in

ROOT = Path(__file__).resolve().parents[2]
RESTORE = """
import sys
from pathlib import Path
from aftercare.core.backup import Mode
from tests.services.backup_cases import Home
home = Home(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
home.backups.restore(sys.argv[2], Mode(sys.argv[3]))
"""


@pytest.mark.parametrize("mode", ["merge", "replace"])
@pytest.mark.parametrize("seed", range(5))
def test_all_or_nothing(tmp_path: Path, mode: str, seed: int) -> None:
    maker, file = Home(tmp_path / "maker").fill(), tmp_path / "all.aftercare"
    for number in range(40):
        maker.picture(f"q{number}", os.urandom(30_000), b"small")
    maker.backups.save(str(file))
    home = Home(tmp_path / "here")
    home.store.observations.save(check_in("mine"))
    home.picture("own", b"my picture", b"small")
    before, pictures = home.rows(), home.pictures()
    running = subprocess.Popen(
        [sys.executable, "-c", RESTORE, str(home.folder), str(file), mode], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdout.readline()
    running.stdin.write("go\n")
    running.stdin.flush()
    time.sleep(Random(seed).uniform(0.0, 0.25))
    running.kill()
    running.communicate()

    again = Home(home.folder)
    StoredPhotos(again.store, again.photos, PillowCodec()).clean()

    untouched = again.rows() == before
    assert untouched or set(again.rows()["observations"]) >= {"id:c0", "id:c1", "id:c2"}
    if untouched:
        assert again.pictures() == pictures
    else:
        assert again.pictures().items() >= maker.pictures().items()
    again.backups.restore(str(file))
    assert again.pictures().items() >= maker.pictures().items()
