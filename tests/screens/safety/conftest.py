"""A patient at the window whose backups are real files."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.screens.checkin.conftest import NOW, ZONE, patient

__all__ = ["CODE", "NOW", "ZONE", "keeper", "patient"]
SOON = 20.0
CODE = "730261"


class Keeper:
    """The patient, with a folder for backups."""

    def __init__(self, patient: Any, folder: Path) -> None:
        self.at, self.folder = patient, folder
        folder.mkdir()
        patient.open()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.at, name)

    def wait(self, done: Callable[[], Any]) -> None:
        """Let frames pass until this holds."""
        end = monotonic() + SOON
        while not done():
            assert monotonic() < end, f"never: {self.at.stage.spoken()}"
            self.at.stage.settle(1)

    def open_row(self, title: str) -> None:
        """A row of My data in More."""
        self.at.app.router.go("more")
        self.at.stage.settle(6)
        row = next(c for c in self.at.stage.find_all("button") if c.name.startswith(title))
        self.at.tap("button", row.name)

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.at.stage.find("textbox", name)
        field.text = text
        field.hand_in()
        self.at.stage.settle(4)

    def save(self, password: str = "") -> Path:
        """A backup through the screen."""
        self.open_row("Backup")
        self.type("Folder for backups", str(self.folder))
        if password:
            self.type("Password, if you want one", password)
        self.at.tap("button", "Save one now")
        self.wait(lambda: self.at.sees("Saved:"))
        return max(self.folder.glob("*.aftercare"))

    def look_into(self, path: Path) -> None:
        """Open a backup by its path."""
        self.open_row("Open a backup")
        self.type("Path of the file", str(path))
        self.at.tap("button", "Look into it")

    def digits(self, code: str) -> None:
        """Type digits on a keyboard."""
        for digit in code:
            self.at.stage.window.dispatch("on_key_down", ord(digit), 0, digit, [])
        self.at.stage.settle(2)

    def set_code(self, code: str = CODE) -> str:
        """Set a code through the screens; the recovery code that was shown."""
        self.open_row("App lock")
        self.at.tap("button", "Set a code")
        self.digits(code)
        self.at.tap("button", "Next: type it again")
        self.digits(code)
        self.at.tap("button", "Next: recovery code")
        [spoken] = [c.name for c in self.at.stage.find_all("text") if c.name.startswith("Recovery code: ")]
        self.at.tap("checkbox", "I wrote it down in a safe place")
        self.at.tap("button", "Turn on the lock")
        self.wait(lambda: self.at.sees("The lock is on. Your data is encrypted."))
        return str(spoken.removeprefix("Recovery code: "))

    def restart(self) -> None:
        """The same folder in a new app, with nothing kept in memory."""
        from aftercare.adapters.clock import FixedClock
        from screens.app import AftercareApp
        from tests.fakes.notifiers import MemoryNotifier

        self.at.app = AftercareApp(self.at.home, notifier=MemoryNotifier, clock=FixedClock(self.at.now, ZONE))
        self.at.app.router.open_first()
        self.at.stage.show(self.at.app.shell)
        self.at.stage.settle(8)

    def lock(self) -> None:
        self.at.app.router.act("lock-now")
        self.at.stage.settle(6)

    def unlock(self, code: str = CODE) -> None:
        """Type a code on the lock screen."""
        self.digits(code)
        self.at.tap("button", "Open")
        self.wait(lambda: not self.at.app.router.place("lock").view.busy)
        self.at.stage.settle(6)


@pytest.fixture(autouse=True)
def light_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code opens at once, not after half a second of a processor that other tests need as well."""
    from aftercare.adapters import backup_password
    from aftercare.adapters.vault import folder
    from tests.fakes.locks import CHEAP, cheap_keys

    monkeypatch.setattr(folder, "FolderKeys", cheap_keys)
    monkeypatch.setattr(backup_password, "measured_cost", lambda: CHEAP)


@pytest.fixture
def keeper(patient: Any, tmp_path: Path) -> Keeper:
    return Keeper(patient, tmp_path / "backups")
