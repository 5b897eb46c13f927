"""Delivery of alerts for a folder that may be locked, and the few settings that are known meanwhile."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

    from aftercare.core.neutral_alerts import NeutralFile
    from aftercare.core.notify_port import Notifier
    from aftercare.core.ports import LockedJournal
    from aftercare.services.reminders import Report
    from aftercare.services.snapshot import Snapshot


class Lock(Protocol):
    """What delivery asks of the lock. Both raise KeyDamaged or KeyTooNew."""

    @property
    def is_set(self) -> bool: ...

    @property
    def is_locked(self) -> bool: ...


AnyLock = TypeVar("AnyLock", bound=Lock, covariant=True)


@dataclass(frozen=True, slots=True)
class LockedAlerts(Generic[AnyLock]):
    """Delivery for a folder that may be locked: as ever while it is open or has no code, neutral while it is not."""

    lock: AnyLock
    file: NeutralFile
    chance: Callable[[int], bytes]

    def deliver(
        self, delivery: Callable[[], Report], snapshot: Callable[[], Snapshot], journal: LockedJournal,
        notifier: Notifier, now: datetime,
    ) -> Report:  # fmt: skip
        """Run the usual `delivery`, or show neutral messages in its place. Raises what `delivery` does."""
        if not self.lock.is_set:
            if self.file.read() is not None:
                self.file.remove()
            return delivery()
        from aftercare.services.neutral_delivery import deliver_locked, make_ready, take_over

        if self.lock.is_locked:
            return deliver_locked(self.file, journal.exclusive, notifier, now)
        # As one turn: a locked program beside this one must not tell the same in between.
        with journal.exclusive():
            if (plan := self.file.read()) is not None:
                take_over(plan, snapshot(), journal)
            report = delivery()
            make_ready(self.file, snapshot(), journal, self.chance)
        return report


class NeutralSettings:
    """AllSettings of what the background may know while the data is sealed. Raises UnsavedData."""

    def __init__(self, file: NeutralFile) -> None:
        self._file = file

    def all(self) -> Mapping[str, str]:
        plan = self._file.read()
        return plan.settings if plan else {}

    def get(self, name: str, default: str = "") -> str:
        return self.all().get(name, default)

    def put(self, name: str, value: str) -> None:
        from aftercare.services.neutral_delivery import KEPT_SETTINGS

        plan = self._file.read()
        if plan is not None and name in KEPT_SETTINGS:
            self._file.write(replace(plan, settings={**plan.settings, name: value}))
