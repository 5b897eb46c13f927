"""What the use cases work on: the patient's own data, or the example that nothing is saved of."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from aftercare.core.alert_reach import AlertReach
from aftercare.core.instants import Clock
from aftercare.core.ports import (
    Catalogue,
    LockedJournal,
    ObservationRepository,
    OverrideRepository,
    SessionRepository,
    SettingsRepository,
)
from aftercare.services.example import ExampleObservations, ExampleOverrides, ExampleSessions
from aftercare.services.snapshot import Snapshot, bare, take

if TYPE_CHECKING:
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.data_loss import Losses
    from aftercare.services.app_lock import AppLock
    from aftercare.services.backup import Backups
    from aftercare.services.erase import Eraser
    from aftercare.services.locked_alerts import LockedAlerts
    from aftercare.services.photo_worker import PhotoWorker
    from aftercare.services.photos import Photos


class AllSettings(SettingsRepository, Protocol):
    """Settings that can also be read at once."""

    def all(self) -> Mapping[str, str]: ...


@dataclass(slots=True)
class PatientData:
    """The patient's own repositories or, while it is open, the example's, and what beside them works on the folder."""

    catalogue: Catalogue
    clock: Clock
    own_sessions: SessionRepository
    own_overrides: OverrideRepository
    journal: LockedJournal
    settings: AllSettings
    _example: tuple[ExampleSessions, ExampleOverrides, ExampleObservations] | None = field(default=None)
    # What was prepared in the example; it is never stored.
    _tried: dict[str, str] = field(default_factory=dict)
    # In memory where no folder is wired.
    own_observations: ObservationRepository = field(default_factory=ExampleObservations)
    # Where damage to the data file is told; None where no folder is wired.
    own_losses: Losses | None = None
    photo_worker: PhotoWorker | None = None
    # None where no folder is wired.
    locked_alerts: LockedAlerts[AppLock] | None = None
    # Called with the first picture that is asked for.
    make_photo_worker: Callable[[], PhotoWorker] | None = None
    # Backups of all data, and what deletes it, given what wakes this system; None where no folder is wired.
    make_backups: Callable[[], Backups] | None = None
    make_eraser: Callable[[Callable[[], AlarmScheduler]], Eraser] | None = None
    # How far alerts come on this device; None where nobody can tell.
    reach: Callable[[], AlertReach] | None = None

    @property
    def lock(self) -> AppLock | None:
        """The app lock of the data folder; None where no folder is wired."""
        return self.locked_alerts.lock if self.locked_alerts else None

    def open_settings(self) -> Mapping[str, str]:
        """The few settings that are known while the data is locked: language, looks, the emergency number."""
        if self.locked_alerts is None:
            return {}
        plan = self.locked_alerts.file.read()
        return plan.settings if plan else {}

    @property
    def in_example(self) -> bool:
        return self._example is not None

    def open_example(self) -> None:
        """Look around with the example patient."""
        sessions_ = ExampleSessions(self.catalogue, self.clock.now(), self.clock.zone())
        self._example = (sessions_, ExampleOverrides(), ExampleObservations())
        self._tried.clear()

    def close_example(self) -> None:
        """Back to one's own data."""
        self._example = None

    @property
    def _sessions(self) -> SessionRepository:
        return self._example[0] if self._example else self.own_sessions

    @property
    def _overrides(self) -> OverrideRepository:
        return self._example[1] if self._example else self.own_overrides

    @property
    def observations(self) -> ObservationRepository:
        """The check-ins: one's own, or those tried out in the example."""
        return self._example[2] if self._example else self.own_observations

    @property
    def photos(self) -> Photos:
        """The kept pictures. The example, and a patient without a folder, has none."""
        from aftercare.services.photos import Photos

        if self.photo_worker is None and self.make_photo_worker is not None:
            self.photo_worker = self.make_photo_worker()
        return Photos(None if self.in_example else self.photo_worker, self.observations, self._sessions, self.clock)

    def snapshot(self) -> Snapshot:
        """The plan at this moment. Raises UnreadableData or ContentFault."""
        return take(
            self.catalogue,
            self._sessions,
            self._overrides,
            self.clock,
            {**self.settings.all(), **self._tried} if self.in_example else self.settings.all(),
            example=self.in_example,
            observations=self.observations,
            reach=self.reach() if self.reach else None,
        )

    def without_plan(self) -> Snapshot:
        """This moment with nothing but settings and place, for help beside damaged content. Raises UnreadableData."""
        return bare(self.catalogue, self.clock, self.settings.all())
