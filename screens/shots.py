"""Draws every screen of the example patient to PNG: `main.py shots --out DIR`."""
from __future__ import annotations

import sys
import tempfile
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from kivy.base import EventLoop, runTouchApp
from kivy.core.window import Window
from kivy.metrics import dp

from aftercare import words
from aftercare.core.alarm_port import AlarmStatus, Outcome, PlannedAlarm
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import parse_instant, zone_named
from aftercare.core.notify_port import Availability, Delivery, Message
from aftercare.core.speaker_port import Done
from screens.app import AftercareApp
from screens.scene import Scene
from screens.scenes import SCENES
from screens.widgets.theme import theme
from screens.wiring import FixedClock

SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
ZONE = "Europe/Berlin"
# A Wednesday morning, on which a session of Monday is half way through.
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
FRAMES_TO_REST = 12


class NobodyNotified:
    """No picture reaches the desktop."""

    def availability(self) -> Availability:
        return Availability(True)

    def show(self, _message: Message) -> Delivery:
        return Delivery(True)

    def close(self, _keys: Sequence[str]) -> None:
        """Nothing stands there."""


class WakingSystem:
    """A system that could wake the app and was not asked to yet; nothing is installed for a picture."""

    name = "systemd"

    def available(self) -> Availability:
        return Availability(True)

    def status(self) -> AlarmStatus:
        return AlarmStatus(installed=False)

    def install(self) -> Outcome:
        return Outcome(True)

    def remove(self) -> Outcome:
        return Outcome(True)

    def arm(self, _alarms: Sequence[PlannedAlarm]) -> Outcome:
        return Outcome(True)


class SilentSpeaker:
    """A device with a voice; nothing is spoken for a picture."""

    def available(self) -> bool:
        return True

    def speak(self, _text: str, _language: str, _done: Done) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """There is nothing to stop."""


def draw(args: Namespace) -> int:
    """Draw what was asked for; returns the exit status."""
    try:
        now = parse_instant(args.now, "now", zone_named(ZONE)) if args.now else NOW
    except InvalidInput as refused:
        print(f"aftercare: {refused}", file=sys.stderr)
        return 2
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    sizes = [args.size] if args.size else list(SIZES)
    themes = [args.theme] if args.theme else ["light", "dark"]
    lang = getattr(args, "lang", words.ENGLISH)
    theme.reduced_motion = True
    runTouchApp(embedded=True)
    EventLoop.status = "started"
    for size, look in product(sizes, themes):
        _resize(*SIZES[size])
        for scene in SCENES:
            text = f"-{args.text}" if args.text and args.text != "1.0" else ""
            text += f"-{lang}" if lang != words.ENGLISH else ""
            with tempfile.TemporaryDirectory() as home:
                show(scene, Path(home) / "data", now, {"theme": look, "text_scale": args.text or "1.0"})
                save(out / f"{scene.name}-{size}-{look}{text}.png")
            _clear()
        print(f"{len(SCENES)} screens, {size}, {look}: {out}")
    return 0


def show(scene: Scene, home: Path, now: datetime, settings: dict[str, str]) -> AftercareApp:
    """Open the app on a scene's patient and do what the scene does."""
    clock = FixedClock(now, ZONE)
    app = AftercareApp(home, NobodyNotified, clock, scheduler=WakingSystem, speaker=SilentSpeaker)
    for name, value in settings.items():
        app.patient.settings.put(name, value)
    for session in scene.sessions(app.patient):
        # As when it is entered: what was past by then is on the screen and alerts no more.
        app.patient.own_sessions.save(replace(session, quiet_until=now))
    if scene.consented:
        app.patient.consent()
    app.router.first_frame_shown = True
    app.router.open_first()
    Window.add_widget(app.shell)
    settle()
    for do in scene.do:
        do(app.router)
        app.router.follow()
        settle()
    return app


def settle(frames: int = FRAMES_TO_REST) -> None:
    """Let layouts and motions come to rest."""
    for _ in range(frames):
        EventLoop.idle()


def save(path: Path) -> None:
    """Write what the window shows."""
    from kivy.core.image import Image
    from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
    from kivy.graphics.texture import Texture

    settle()
    Window.dispatch("on_draw")
    width, height = (int(side) for side in Window.size)
    pixels = glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE)
    texture = Texture.create(size=(width, height), colorfmt="rgba")
    texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
    Image(texture).save(str(path), flipped=True)


def _resize(width: int, height: int) -> None:
    Window.system_size = (round(dp(width)), round(dp(height)))
    settle(4)


def _clear() -> None:
    for child in list(Window.children):
        Window.remove_widget(child)
    settle(2)
