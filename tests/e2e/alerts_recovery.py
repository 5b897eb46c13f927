"""Ninety days of one patient and one device, lived through in a moment: the real services on real files."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.notify_port import Message
from aftercare.core.session import Session, new_session
from aftercare.services import closed_app
from aftercare.services.patient import Patient
from tests.fakes.notifiers import MemoryNotifier

CATALOGUE = FileCatalogue()
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class Device:
    """Its clock may be off from the true time, its zone follows the patient, and it may have no power."""

    true: datetime
    zone: str
    wrong_by: timedelta = timedelta()
    is_on: bool = True

    def now(self) -> datetime:
        return self.true + self.wrong_by


@dataclass(slots=True)
class DeviceClock:
    device: Device

    def now(self) -> datetime:
        return self.device.now()

    def zone(self) -> str:
        return self.device.zone


@dataclass(frozen=True, slots=True)
class Shown:
    """A message with the true time and what the device's clock showed."""

    true: datetime
    local: datetime
    message: Message


@dataclass(slots=True)
class Recovery:
    """Runs the story and writes down, by the device's own clock, what happened and what was shown."""

    home: Path
    device: Device
    lines: list[str] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def patient(self) -> Patient:
        """A new process each time: nothing lives on but the files."""
        store = Store(self.home)
        return Patient(
            CATALOGUE, DeviceClock(self.device), store.sessions, store.overrides, store.journal, store.settings
        )

    def run(self, story: list[tuple[datetime, str, Callable[[Recovery], None]]], end: datetime) -> None:
        """Live from event to event and, while there is power, from alert to alert."""
        coming = sorted(story, key=lambda event: event[0])
        while coming or self._wake() < end:
            at = min(coming[0][0] if coming else NEVER, self._wake())
            self.device.true = max(at, self.device.true)
            if coming and coming[0][0] <= at:
                _at, label, happen = coming.pop(0)
                happen(self)
                self._write(f"-- {label}")
            if self.device.is_on:
                self._deliver()

    def _wake(self) -> datetime:
        """The true time at which the device's timer goes off."""
        if not self.device.is_on:
            return NEVER
        patient = self.patient()
        armed = closed_app.wakes(closed_app.instants(patient.snapshot(), patient.journal), self.device.now())
        return armed[0].fire_at - self.device.wrong_by if armed else NEVER

    def _deliver(self) -> None:
        notifier = MemoryNotifier()
        report = self.patient().deliver(notifier)
        for message in notifier.shown:
            self._write(f"{message.title}: {message.body}")
            local = self.device.now().astimezone(ZoneInfo(self.device.zone))
            self.shown.append(Shown(self.device.true, local, message))
        for key in report.withdrawn:
            self._write(f"   (no more: {key})")
        for key in report.dropped:
            self._write(f"   (too late: {key})")

    def _write(self, text: str) -> None:
        local = self.device.now().astimezone(ZoneInfo(self.device.zone))
        self.lines.append(f"{local:%a %d %b %H:%M} {self.device.zone.split('/')[1]:9} {text}")


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


def sydney(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Australia/Sydney")).astimezone(UTC)


def a_session(id: str, start: str, zone: str = "Europe/Berlin", protocol: str = "face-injection") -> Session:
    return new_session(id, CATALOGUE.protocol(protocol), datetime.fromisoformat(start), zone)


def add(session: Session) -> Callable[[Recovery], None]:
    def happen(recovery: Recovery) -> None:
        recovery.patient().add(session)

    return happen


def move(id: str, start: datetime) -> Callable[[Recovery], None]:
    def happen(recovery: Recovery) -> None:
        patient = recovery.patient()
        session = patient.own_sessions.get(id)
        assert session is not None
        patient.change(replace(session, start=start))

    return happen


def cancel(id: str) -> Callable[[Recovery], None]:
    def happen(recovery: Recovery) -> None:
        recovery.patient().cancel(id)

    return happen


def set_device(**changes: object) -> Callable[[Recovery], None]:
    def happen(recovery: Recovery) -> None:
        for name, value in changes.items():
            setattr(recovery.device, name, value)

    return happen


def nothing(_recovery: Recovery) -> None:
    """A reboot: the next delivery is another process anyway."""


def story() -> Iterator[tuple[datetime, str, Callable[[Recovery], None]]]:
    """Three sessions and one that is cancelled, three flights, both kinds of clock change, and a broken charger."""
    yield berlin("2026-03-01T12:00"), "enters the session of 9 March, 10:00", add(a_session("a", "2026-03-09T10:00"))
    yield berlin("2026-03-04T18:00"), "reboots", nothing
    yield berlin("2026-03-11T14:00"), "lands in New York", set_device(zone="America/New_York")
    yield berlin("2026-03-12T03:00"), "reboots at night", nothing
    yield berlin("2026-03-15T20:00"), "is back in Berlin", set_device(zone="Europe/Berlin")
    yield berlin("2026-03-16T19:00"), "enters the session of 26 March, 06:30", add(a_session("b", "2026-03-26T06:30"))
    yield berlin("2026-03-27T12:00"), "the clock jumps back by 2 hours", set_device(wrong_by=timedelta(hours=-2))
    yield berlin("2026-03-28T09:00"), "the clock is right again", set_device(wrong_by=timedelta())
    yield berlin("2026-03-29T06:00"), "(clocks went forward at night)", nothing
    yield sydney("2026-04-02T08:00"), "lands in Sydney", set_device(zone="Australia/Sydney")
    yield (
        sydney("2026-04-03T12:00"),
        "enters the session of 13 April, 16:00",
        add(a_session("c", "2026-04-13T16:00", "Australia/Sydney")),
    )
    yield sydney("2026-04-05T08:00"), "(clocks went back at night)", nothing
    yield (
        sydney("2026-04-11T09:30"),
        "moves that session to 14 April, 16:00",
        move("c", sydney("2026-04-14T16:00")),
    )
    yield (
        sydney("2026-04-12T20:00"),
        "enters the session of 5 May, 11:00",
        add(a_session("d", "2026-05-05T11:00", "Australia/Sydney")),
    )
    yield sydney("2026-04-15T18:00"), "no power from here", set_device(is_on=False)
    yield sydney("2026-04-24T18:30"), "power again, after 9 days", set_device(is_on=True)
    yield sydney("2026-05-02T12:00"), "cancels the session of 5 May", cancel("d")
    yield sydney("2026-05-03T12:00"), "reboots", nothing
