"""The one module of the screens that knows the adapters: makes what a patient's data and this device stand on.

What the first frame does without is imported where it is made.
"""
from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kivy.clock import Clock

from aftercare.adapters.alarms.system import PHONES, system_name
from aftercare.adapters.clock import FixedClock, SystemClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.screen_privacy import screen_privacy
from aftercare.adapters.store import Store
from aftercare.adapters.system_language import system_language
from aftercare.adapters.vault.folder import lock_ports
from aftercare.adapters.vault.neutral_file import FolderNeutralFile
from aftercare.core.instants import Clock as CoreClock
from aftercare.services.app_lock import AppLock
from aftercare.services.locked_alerts import LockedAlerts
from aftercare.services.patient import Patient

if TYPE_CHECKING:
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.file_port import FileDialog
    from aftercare.core.notify_port import Notifier
    from aftercare.core.phone_port import PhoneHost
    from aftercare.core.photo_port import PhotoSource
    from aftercare.core.ports import SettingsRepository
    from aftercare.core.sealer_port import Sealer
    from aftercare.core.speaker_port import Speaker
    from aftercare.services.backup import Backups
    from aftercare.services.erase import Eraser
    from aftercare.services.photo_worker import PhotoWorker

    PhoneMaker = Callable[[CoreClock, SettingsRepository], PhoneHost]

__all__ = [
    "FixedClock", "alarms_while_open", "device_file_dialog", "device_phone", "device_photo_source",
    "device_speaker", "patient_of", "phone_notifier", "plyer_notifier", "screen_privacy", "system_language",
]  # fmt: skip


def patient_of(home: Path, clock: CoreClock | None = None) -> Patient:
    """The patient whose data lies in a folder."""
    clock = clock or SystemClock()
    lock = AppLock(lock_ports(home))
    store = Store(home, lock.sealer, clock)
    lock.on_change(store.forget)
    return Patient(
        catalogue=FileCatalogue(),
        clock=clock,
        own_sessions=store.sessions,
        own_overrides=store.overrides,
        own_observations=store.observations,
        journal=store.journal,
        settings=store.settings,
        own_losses=store,
        locked_alerts=LockedAlerts(lock, FolderNeutralFile(home), os.urandom),
        make_photo_worker=partial(photo_worker_of, store, lock.sealer),
        make_backups=partial(backups_of, store, lock, clock),
        make_eraser=partial(eraser_of, store, lock, clock),
    )


def photo_worker_of(store: Store, sealer: Sealer) -> PhotoWorker:
    """The worker on the pictures beside a store; imported after the first frame."""
    from aftercare.adapters.photo_files import PHOTO_FOLDER, PhotoFolder
    from aftercare.adapters.photo_pillow import PillowCodec
    from aftercare.adapters.photo_store import StoredPhotos
    from aftercare.adapters.vault.sealed_photos import SealedFiles
    from aftercare.services.photo_worker import PhotoWorker

    codec = PillowCodec()
    photos = StoredPhotos(store, SealedFiles(PhotoFolder(store.home / PHOTO_FOLDER), sealer), codec)
    return PhotoWorker(photos, codec, where_the_window_draws)


def backups_of(store: Store, lock: AppLock, clock: CoreClock) -> Backups:
    """The backups of a store; imported after the first frame."""
    from aftercare.adapters.backup_ports import backup_ports
    from aftercare.services.backup import Backups

    return Backups(backup_ports(store, lock.sealer), clock)


def eraser_of(store: Store, lock: AppLock, clock: CoreClock, scheduler: Callable[[], AlarmScheduler]) -> Eraser:
    """What deletes everything of a store; `scheduler`: what wakes this system."""
    from aftercare.adapters.backup_ports import backup_ports
    from aftercare.services.erase import Eraser

    return Eraser(backup_ports(store, lock.sealer), clock, scheduler, lock.lock)


def where_the_window_draws(call: Callable[[], None]) -> None:
    """Have a call made by the window, from any thread."""
    Clock.schedule_once(lambda _dt: call(), 0)


def device_photo_source(home: Path) -> PhotoSource:
    """Camera, gallery or file dialog of this system; imported when a picture is wanted."""
    from aftercare.adapters.photo_files import PHOTO_FOLDER
    from aftercare.adapters.photo_source import photo_source

    return photo_source(home / PHOTO_FOLDER)


def device_file_dialog() -> FileDialog:
    """The dialogs for files of this system; imported when the patient's data is looked at."""
    from aftercare.adapters.file_dialog import SystemFileDialog

    return SystemFileDialog()


def device_speaker() -> Speaker:
    """The speaker of this device; imported when reading aloud is first offered."""
    from aftercare.adapters.speaker import speaker

    return speaker()


def device_phone() -> PhoneMaker | None:
    """What makes the phone that we run on; None on a desktop."""
    if system_name() not in PHONES:
        return None
    from aftercare.adapters.phones import phone_maker

    return phone_maker()


def plyer_notifier() -> Notifier:
    """The notifier of a desktop; imported with the first alert, not with the window."""
    from aftercare.adapters.notifier import PlyerNotifier

    return PlyerNotifier()


def phone_notifier(phone: PhoneHost) -> Notifier:
    """The notifier of a phone."""
    from aftercare.adapters.phone_notifier import PhoneNotifier

    return PhoneNotifier(phone)


def alarms_while_open(clock: CoreClock) -> AlarmScheduler:
    """Alarms of a window that no system was asked to wake."""
    from aftercare.adapters.alarms.in_process import InProcessAlarms

    return InProcessAlarms(clock)
