"""Whoever sits at the app, or holds a phone with it; their data folder outlives the app."""
from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from aftercare.core.instants import Clock
from aftercare.core.ports import SettingsRepository
from aftercare.services.example import example_session
from aftercare.services.reminders_phone import outside_key
from tests.fakes.notifiers import MemoryNotifier
from tests.fakes.phone import FakePhone
from tests.screens.harness import Stage

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"
THREADS = ("alarms", "alerts", "alerts-look", "alerts-test")


class Person:
    """Someone at the app, on a data folder that outlives it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.stage = Stage.open(390, 844)

    def open(self, now: datetime = NOW) -> None:
        """Open the app anew, as after a restart."""
        self.launch(now)
        self.show()

    def launch(self, now: datetime) -> None:
        """Make the app anew; nothing is shown yet."""
        from aftercare.adapters.clock import FixedClock
        from screens.app import AftercareApp

        self.app = AftercareApp(self.home, notifier=MemoryNotifier, clock=FixedClock(now, ZONE))

    def show(self) -> None:
        """Show its first screen."""
        self.app.router.open_first()
        self.stage.show(self.app.shell)
        self.stage.settle(8)

    def tap(self, role: str, name: str) -> None:
        self.stage.tap(role, name)
        self.stage.settle(8)

    def chosen(self, role: str, name: str) -> bool:
        return bool(self.stage.find(role, name).checked)

    @property
    def place(self) -> str:
        return str(self.app.router.name)

    def sees(self, text: str) -> bool:
        """Whether something on the screen says this."""
        return any(text in line for line in self.stage.spoken())

    def have_session(self, days_ago: int = 2) -> None:
        self.open()
        patient = self.app.patient
        patient.own_sessions.save(example_session(patient.catalogue, NOW, ZONE, days_ago))
        patient.consent()
        self.open()

    def at(self, place: str) -> bool:
        return self.app.router.name == place


class Owner(Person):
    """Someone with a phone."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.phone = FakePhone(NOW)
        self.desktop = MemoryNotifier()
        self.made_on: list[threading.Thread] = []

    def open_on_phone(self) -> None:
        """Open the app, as after a tap on its icon; what was open is gone."""
        from screens.app import AftercareApp

        def made(clock: Clock, settings: SettingsRepository) -> FakePhone:
            self.made_on.append(threading.current_thread())
            return self.phone

        self.close()
        self.app = AftercareApp(self.home, lambda: self.desktop, clock=self.phone.clock, phone=made)
        self.app.router.open_first()
        self.stage.show(self.app.shell)
        self.app._look_around()
        self.rest()

    def close(self) -> None:
        if hasattr(self, "app"):
            self.app.on_pause()

    def come_back(self) -> None:
        """The app was in the background and is in front again."""
        self.app.on_resume()
        self.rest()

    def rest(self) -> None:
        """Until nothing works in the background any more."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            self.stage.settle(3)
            if not any(thread.name in THREADS for thread in threading.enumerate()):
                break
            time.sleep(0.005)
        self.stage.settle(8)

    def states(self, notice: str) -> set[str]:
        entries = self.app.patient.journal.entries().values()
        return {entry.state for entry in entries if outside_key(entry.notice) == notice}

    @property
    def next_alarm(self):  # type: ignore[no-untyped-def]
        return min(self.phone.scheduler.plan, key=lambda alarm: alarm.fire_at)


def shown_once(owner: Owner) -> bool:
    """Whether the phone showed something, and nothing twice."""
    return len(owner.phone.scheduler.shown) == len(set(owner.phone.scheduler.shown)) > 0
