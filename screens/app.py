"""The window: wires the adapters, opens the right first screen and keeps the time."""
from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window

from aftercare import language
from aftercare.adapters.alarms.in_process import InProcessAlarms
from aftercare.adapters.alarms.system import PHONES, system_name
from aftercare.adapters.clock import FixedClock, SystemClock
from aftercare.adapters.content import FileCatalogue
from aftercare.adapters.screen_privacy import screen_privacy
from aftercare.adapters.store import Store
from aftercare.adapters.system_language import system_language
from aftercare.adapters.vault.folder import lock_ports
from aftercare.adapters.vault.neutral_file import FolderNeutralFile
from aftercare.core.alarm_port import AlarmScheduler
from aftercare.core.backup import BACKUP_FOLDER
from aftercare.core.data_errors import DataError
from aftercare.core.instants import Clock as CoreClock
from aftercare.core.notify_port import Notifier
from aftercare.core.phone_port import PhoneHost
from aftercare.core.ports import SettingsRepository
from aftercare.core.privacy_port import ScreenPrivacy
from aftercare.core.speaker_port import Speaker
from aftercare.services.app_lock import AppLock
from aftercare.services.locked_alerts import LockedAlerts
from aftercare.services.patient import Patient
from aftercare.services.reminders import Report
from screens.alerts_desk import AlertsDesk
from screens.auto_lock import AutoLocker
from screens.data_desk import DataDesk
from screens.deeds import Deeds
from screens.photo_desk import PhotoDesk
from screens.pulse import Pulse
from screens.reading import reader
from screens.router import Router
from screens.shell import Shell
from screens.widgets.focus import focus

if TYPE_CHECKING:
    from aftercare.core.file_port import FileDialog
    from aftercare.core.photo_port import PhotoSource
    from aftercare.core.sealer_port import Sealer
    from aftercare.services.backup import Backups
    from aftercare.services.erase import Eraser
    from aftercare.services.photo_worker import PhotoWorker

PhoneMaker = Callable[[CoreClock, SettingsRepository], PhoneHost]

__all__ = ["AftercareApp", "FixedClock", "open_app", "patient_of"]
ESCAPE, ANDROID_BACK, F1 = 27, 1001, 282
# Seconds between two looks at whether the backup of the day is due.
BACKUP_LOOK_SECONDS = 3600
# From these Ctrl+K leads to "Can I …?".
TABS = ("today", "timeline", "diary", "learn", "more")


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


def back_up(backups: Backups) -> None:
    """Make the automatic backup if it is time."""
    from aftercare.services.auto_backup import AutoBackups

    AutoBackups(backups).run_if_due()


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


def plyer_notifier() -> Notifier:
    """The notifier of this system; imported with the first alert, not with the window."""
    from aftercare.adapters.notifier import PlyerNotifier

    return PlyerNotifier()


def device_speaker() -> Speaker:
    """The speaker of this device; imported when reading aloud is first offered."""
    from aftercare.adapters.speaker import speaker

    return speaker()


class AftercareApp(App):
    """The app of one patient. `on_first_frame` is called once Today can be read."""

    title = "Aftercare"
    kv_file = ""

    def __init__(
        self,
        home: Path,
        notifier: Callable[[], Notifier] = plyer_notifier,
        clock: CoreClock | None = None,
        scheduler: Callable[[], AlarmScheduler] | None = None,
        on_first_frame: Callable[[], None] | None = None,
        phone: PhoneMaker | None = None,
        speaker: Callable[[], Speaker] = device_speaker,
        photo_source: Callable[[Path], PhotoSource] = device_photo_source,
        file_dialog: Callable[[], FileDialog] = device_file_dialog,
        privacy: Callable[[], ScreenPrivacy] = screen_privacy,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.patient = patient_of(home, clock)
        self.photo_source = partial(photo_source, home)
        self.shell = Shell()
        waking = scheduler or (lambda: InProcessAlarms(self.patient.clock))
        self.pulse, self.alerts = self._of_phone(phone) if phone else self._of_desktop(notifier, waking)
        self.deeds = Deeds(self.patient, home, self._say, self.alerts)
        self.deeds.photo_desk = PhotoDesk(self.patient, self.photo_source, phone=phone is not None)
        self.deeds.data_desk = DataDesk(self.patient, file_dialog, self.alerts.make_scheduler, privacy())
        self.router = Router(self.patient, self.shell, self.deeds)
        self.router.speak = partial(language.follow, system=system_language())
        self.deeds.changed = self._plan_changed
        self.router.reader = self.reader = reader(speaker, self._say)
        self.locker = AutoLocker(self.patient, self._shut, self._is_busy, self._is_away)
        self._on_first_frame = on_first_frame

    def _of_desktop(
        self, notifier: Callable[[], Notifier], waking: Callable[[], AlarmScheduler]
    ) -> tuple[Pulse, AlertsDesk]:
        pulse = Pulse(self.patient, notifier, self._follow, self._delivered)
        return pulse, AlertsDesk(self.patient, pulse, waking, self._follow, self._say)

    def _of_phone(self, phone: PhoneMaker) -> tuple[Pulse, AlertsDesk]:
        from aftercare.adapters.phone_notifier import PhoneNotifier
        from screens.phone_desk import PhoneDesk

        pulse = Pulse(
            self.patient, lambda: PhoneNotifier(desk.phone), self._follow, self._delivered, lambda: desk.take_over()
        )
        made = partial(phone, self.patient.clock, self.patient.settings)
        desk = PhoneDesk(self.patient, pulse, made, self._follow, self._say, self._open_tapped)
        return pulse, desk

    def _follow(self) -> datetime | None:
        return self.router.follow()

    def _delivered(self, report: Report) -> None:
        self.router.delivered(report)

    def _shut(self) -> None:
        self.reader.stop()
        self.router.gate.shut()

    def _is_busy(self) -> bool:
        return self.deeds.data_desk.busy

    def _is_away(self) -> bool:
        return self.deeds.photo_desk.away or self.deeds.data_desk.away

    def _open_tapped(self, intent: str, payload: dict[str, Any]) -> None:
        if not self.router.gate.lets(intent):
            self.router.gate.keep_tap(intent, payload)
        elif self.router.name != "welcome":
            self.router.layers.close_all()
            self.router.act(intent, **payload)

    def load_kv(self, filename: str | None = None) -> None:
        """There is no kv file to look for."""

    def build(self) -> Shell:
        self.icon = str(Path(__file__).parent.parent / "assets" / "icon" / "aftercare-icon-512.png")
        focus.attach(Window)
        # The keyboard of a phone pushes the page up, so that a field stays above it.
        Window.softinput_mode = "below_target"
        self.shell.size = Window.size
        self.router.speak({})
        self.router.open_first()
        Window.bind(on_keyboard=self._on_key, on_drop_file=self._on_drop)
        return self.shell

    def on_start(self) -> None:
        self.locker.watch()
        self._frames = 0
        Window.bind(on_flip=self._count_frame)

    def _count_frame(self, *_: Any) -> None:
        # After the second frame text and layout stand on the screen; only then is anything else looked at.
        self._frames += 1
        if self._frames == 2:
            Window.unbind(on_flip=self._count_frame)
            self.router.first_frame_shown = True
            if self._on_first_frame is not None:
                self._on_first_frame()
            Clock.schedule_once(self._look_around, 0)

    def _look_around(self, *_: Any) -> None:
        self.alerts.begin()
        self._plan_changed()
        self.pulse.look()
        if self.router.gate.lets("photos"):
            self.patient.photos.clean()
        self._back_up()
        Clock.schedule_interval(self._back_up, BACKUP_LOOK_SECONDS)

    def _back_up(self, *_: Any) -> None:
        """Make the automatic backup if it is time, beside the thread that draws."""
        with suppress(DataError):
            if self.patient.make_backups is not None and self.patient.settings.get(BACKUP_FOLDER):
                threading.Thread(target=back_up, args=[self.patient.make_backups()], name="backup").start()

    def on_pause(self) -> bool:
        self.locker.hidden()
        self.reader.stop()
        self.pulse.stop()
        return True

    def on_resume(self) -> None:
        self.locker.back()
        # Before the rest, since a phone is made on this thread alone.
        self.alerts.come_to_front()
        self.pulse.start()
        self.pulse.look()

    def on_stop(self) -> None:
        self.reader.stop()
        self.pulse.stop()
        if self.patient.photo_worker is not None:
            self.patient.photo_worker.close()

    def _say(self, sentence: str) -> None:
        from screens.widgets.toast import Toast

        Toast(sentence).show(Window)

    def _plan_changed(self) -> None:
        with suppress(DataError):
            # Before the consent nothing is stored, and nothing wakes the app that would have to know it.
            if self.patient.has_started:
                language.remember(self.patient.settings, system_language())
        self.pulse.beat()
        self.alerts.keep_armed()

    def _on_drop(self, _window: Any, name: bytes, *_: Any) -> None:
        self.router.act("dropped-file", path=name.decode("utf-8", "surrogateescape"))

    def _on_key(self, _window: Any, key: int, _scan: int = 0, _text: Any = None, modifiers: Any = ()) -> bool:
        if key == ord("k") and "ctrl" in (modifiers or ()) and self.router.name in TABS:
            self.router.act("can-i")
            return True
        if key == F1:
            self.router.act("help")
            return True
        # Escape closes sheets by itself, through the focus of the kit; what is left is a step back.
        return key in (ESCAPE, ANDROID_BACK) and self.router.back()


def open_app(home: Path, scheduler: Callable[[], AlarmScheduler], first_frame_only: bool = False) -> int:
    """Run the app until its window is closed; `first_frame_only` ends it at the first frame, to measure the start."""

    def measured() -> None:
        print("FIRST_FRAME", flush=True)
        app.stop()

    phone = None
    if system_name() in PHONES:
        from aftercare.adapters.phones import phone_maker

        phone = phone_maker()
    shown = measured if first_frame_only else None
    app = AftercareApp(home, scheduler=scheduler, on_first_frame=shown, phone=phone)
    app.run()
    return 0
