"""Real data folders for the tests of backups."""
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aftercare.adapters.backup_files import FolderBackups
from aftercare.adapters.backup_ports import backup_ports
from aftercare.adapters.clock import FixedClock
from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
from aftercare.adapters.store import Store
from aftercare.adapters.vault.stretching import Cost
from aftercare.core.observation import Observation, SymptomReport
from aftercare.core.protocol import Phase
from aftercare.core.rows import META, Rows, by_key
from aftercare.core.session import ClinicOverride, Session
from aftercare.services.auto_backup import AutoBackups
from aftercare.services.backup import Backups

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
CHEAP = Cost(n=1 << 10, p=1)
PASSWORD = "blue lamp 7"


class MovableClock(FixedClock):
    """A clock that tests put forward."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment, "Europe/Berlin")
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class Home:
    """A data folder with everything a backup needs."""

    def __init__(self, folder: Path, now: datetime = NOW, sealed: bool = False) -> None:
        self.folder = folder
        self.clock = MovableClock(now)
        self.store = Store(folder, clock=self.clock)
        self.photos = PhotoFolder(folder / PHOTO_FOLDER)
        self.ports = replace(
            backup_ports(self.store), photos=self.photos, files=FolderBackups(folder, cost=CHEAP),
            is_sealed=lambda: sealed,
        )  # fmt: skip
        self.data = self.ports.data
        self.backups = Backups(self.ports, self.clock)
        self.auto = AutoBackups(self.backups)

    def fill(self) -> Home:
        """Two sessions, three check-ins, a clinic's word, a picture with its small one, and choices."""
        self.store.sessions.save(session("first"))
        self.store.sessions.save(session("second", NOW + timedelta(days=20)))
        for number in range(3):
            self.store.observations.save(check_in(f"c{number}", NOW - timedelta(hours=number), f"day {number}"))
        self.store.overrides.save(ClinicOverride("o1", "first", "sauna", 72.0, NOW, Phase.AFTER))
        self.picture("p1", b"a large picture", b"a small one")
        self.store.settings.put("wording", "full")
        self.store.settings.put("closed_app", "on")
        return self

    def set_clock(self, now: datetime) -> None:
        """From now on it is this instant."""
        self.clock.moment = now

    def picture(self, name: str, large: bytes, small: bytes) -> None:
        """A kept picture, as the store of pictures leaves it."""
        self.photos.write(name, large)
        self.photos.write(f"{name}-small", small)
        self.store.put("photos", {"id": name, "taken": "2026-06-09T08:00:00Z", "zone": "Europe/Berlin",
                                  "width": 10, "height": 10, "session_id": "first", "view": "", "pose": None})

    def rows(self) -> dict[str, dict[str, Any]]:
        """All records by what they are known by, apart from what belongs to the device."""
        return plain(self.data.rows())

    def pictures(self) -> dict[str, bytes]:
        """All picture files."""
        return {name: self.photos.read(name) for name in self.photos.names()}

    def everything(self) -> dict[str, bytes]:
        """Each file of the folder but the lock."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and path.name != ".lock")
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}


def plain(rows: Rows) -> dict[str, dict[str, Any]]:
    """Rows without the device's own, for comparing."""
    from aftercare.core.backup import shareable

    return {
        table: {key: dict(record) for key, record in by_key(records).items()}
        for table, records in shareable(rows).items()
        if records and table != META
    }


def session(name: str, start: datetime = NOW - timedelta(days=2)) -> Session:
    return Session(name, "face-injection", 1, start, 30, "Europe/Berlin", "done", "papule", "face", None, NOW)


def check_in(name: str, at: datetime = NOW, note: str = "fine", photos: tuple[str, ...] = ()) -> Observation:
    return Observation(
        name, "first", at, at, at.date(), (SymptomReport("swelling", "mild", "better"),), ("heat",), 36.9, note, photos
    )
