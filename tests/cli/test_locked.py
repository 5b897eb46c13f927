"""The commands on a folder with a code: they tell no word of it, and the alerts go on."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from aftercare.adapters.vault.folder import lock_ports
from tests.fakes.locks import CODE, app_lock

BERLIN = ["--zone", "Europe/Berlin"]


@pytest.fixture
def locked(aftercare, tmp_path: Path):
    """A folder with one session, behind a code."""
    start = f"{datetime.now(ZoneInfo('Europe/Berlin')) + timedelta(days=30):%Y-%m-%d}T10:00"
    aftercare("session", "add", "body-injection", "--start", start, *BERLIN)
    home = tmp_path / "home"
    lock = app_lock(home, lock_ports(home).parts)
    lock.turn_on(lock.draft(CODE))
    return aftercare


@pytest.mark.parametrize("command", [["session", "list"], ["alerts", "list"]])
def test_what_needs_the_data_asks_for_the_code_in_the_app(locked, command: list[str]) -> None:
    ran = locked(*command)
    assert (ran.status, ran.err) == (2, "aftercare: Aftercare is locked. Enter your code first.\n")
    assert "body" not in ran.out


def test_nothing_is_added_to_a_locked_folder(locked, tmp_path: Path) -> None:
    before = (tmp_path / "home" / "aftercare.json").read_bytes()
    ran = locked("session", "add", "body-injection", "--start", "2027-01-01T10:00", *BERLIN)
    assert (ran.status, ran.err) == (2, "aftercare: Aftercare is locked. Enter your code first.\n")
    assert (tmp_path / "home" / "aftercare.json").read_bytes() == before


def test_the_pump_runs_on_a_locked_folder(locked) -> None:
    ran = locked("alerts", "deliver")
    assert (ran.status, ran.out, ran.err) == (0, "Nothing due.\n", "")
