"""A body session whose alerts are due one after the other, and a delivery of them."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.store import Store
from aftercare.core.notify_port import Delivery, Message
from aftercare.core.session import ClinicOverride, Session, new_session
from aftercare.services.reminders import Report, deliver
from aftercare.services.snapshot import Snapshot, build
from tests.core.builders import utc
from tests.fakes.notifiers import MemoryNotifier

CATALOGUE = FileCatalogue()
END = utc("2026-06-11T08:30")
BACK = utc("2026-06-14T09:30")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class PulledPlug(BaseException):
    """The power goes, right after the message is on the screen."""


class LastNotifier(MemoryNotifier):
    def show(self, message: Message) -> Delivery:
        super().show(message)
        raise PulledPlug


def body_session(start: str = "2026-06-08T10:00", id: str = "s1") -> Session:
    wall = datetime.fromisoformat(start)
    return new_session(id, CATALOGUE.protocol("body-injection"), wall, "Europe/Berlin")


def seen(
    now: datetime, *sessions: Session, zone: str = "Europe/Berlin", overrides: tuple[ClinicOverride, ...] = (),
    **settings: str,
) -> Snapshot:
    return build(CATALOGUE, sessions or [body_session()], overrides, now, zone, {"wording": "full", **settings})


def run(store: Store, snapshot: Snapshot, notifier: MemoryNotifier | None = None) -> tuple[Report, list[Message]]:
    notifier = notifier or MemoryNotifier()
    return deliver(snapshot, store.journal, notifier, snapshot.now), notifier.shown


def told_until_end(home: Path) -> Store:
    """A folder in whose journal everything up to a minute before END is told."""
    store = Store(home)
    for hours in range(0, 24 * 4, 3):
        run(store, seen(utc("2026-06-07T08:29") + hours * HOUR))
    run(store, seen(END - MINUTE))
    return store
