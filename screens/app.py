"""The window: joins what the app is made of, opens the right first screen and keeps the time."""
from __future__ import annotations

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
from aftercare.core.data_errors import DataError
from aftercare.core.instants import Clock as CoreClock
from aftercare.services.auto_lock import AutoLocker
from screens import wiring
from screens.alerts_desk import AlertsDesk
from screens.auto_backup import AutoBackup
from screens.auto_lock import LockWatch
from screens.data_desk import DataDesk
from screens.deeds import Deeds
from screens.keys import Keys
from screens.photo_desk import PhotoDesk
from screens.pulse import Pulse
from screens.reading import reader
from screens.router import Router
from screens.shell import Shell
from screens.widgets.focus import focus

if TYPE_CHECKING:
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.file_port import FileDialog
    from aftercare.core.notify_port import Notifier
    from aftercare.core.photo_port import PhotoSource
    from aftercare.core.privacy_port import ScreenPrivacy
    from aftercare.core.speaker_port import Speaker
    from aftercare.services.reminders import Report


class AftercareApp(App):
    """The app of one patient. `on_first_frame` is called once Today can be read."""

    title = "Aftercare"
    kv_file = ""

    def __init__(
        self,
        home: Path,
        notifier: Callable[[], Notifier] = wiring.plyer_notifier,
        clock: CoreClock | None = None,
        scheduler: Callable[[], AlarmScheduler] | None = None,
        on_first_frame: Callable[[], None] | None = None,
        phone: wiring.PhoneMaker | None = None,
        speaker: Callable[[], Speaker] = wiring.device_speaker,
        photo_source: Callable[[Path], PhotoSource] = wiring.device_photo_source,
        file_dialog: Callable[[], FileDialog] = wiring.device_file_dialog,
        privacy: Callable[[], ScreenPrivacy] = wiring.screen_privacy,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.patient = wiring.patient_of(home, clock)
        self.photo_source = partial(photo_source, home)
        self.shell = Shell()
        waking = scheduler or (lambda: wiring.alarms_while_open(self.patient.clock))
        self.pulse, self.alerts = self._of_phone(phone) if phone else self._of_desktop(notifier, waking)
        self.patient.reach = self.alerts.reach
        self.deeds = Deeds(self.patient, home, self._say, self.alerts)
        self.deeds.photo_desk = PhotoDesk(self.patient, self.photo_source, phone=phone is not None)
        self.deeds.data_desk = DataDesk(self.patient, file_dialog, self.alerts.make_scheduler, privacy())
        self.router = Router(self.patient, self.shell, self.deeds)
        self.router.speak = partial(language.follow, system=wiring.system_language())
        self.deeds.changed = self._plan_changed
        self.router.reader = self.reader = reader(speaker, self._say)
        self.locker = LockWatch(
            AutoLocker(
                self.patient.lock, lambda: self.patient.settings.all(), self.patient.clock, self._shut, self._is_busy
            ),
            self._is_away,
        )
        self.keys, self.auto_backup = Keys(self.router), AutoBackup(self.patient)
        self._on_first_frame = on_first_frame

    def _of_desktop(
        self, notifier: Callable[[], Notifier], waking: Callable[[], AlarmScheduler]
    ) -> tuple[Pulse, AlertsDesk]:
        pulse = Pulse(self.patient, notifier, self._follow, self._delivered)
        return pulse, AlertsDesk(self.patient, pulse, waking, self._follow, self._say)

    def _of_phone(self, phone: wiring.PhoneMaker) -> tuple[Pulse, AlertsDesk]:
        from screens.phone_desk import PhoneDesk

        pulse = Pulse(
            self.patient,
            lambda: wiring.phone_notifier(desk.phone),
            self._follow,
            self._delivered,
            lambda: desk.take_over(),
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
        self.keys.listen()
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
        self.auto_backup.begin()

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
                language.remember(self.patient.settings, wiring.system_language())
        self.pulse.beat()
        self.alerts.keep_armed()


def open_app(home: Path, scheduler: Callable[[], AlarmScheduler], first_frame_only: bool = False) -> int:
    """Run the app until its window is closed; `first_frame_only` ends it at the first frame, to measure the start."""

    def measured() -> None:
        print("FIRST_FRAME", flush=True)
        app.stop()

    shown = measured if first_frame_only else None
    app = AftercareApp(home, scheduler=scheduler, on_first_frame=shown, phone=wiring.device_phone())
    app.run()
    return 0
