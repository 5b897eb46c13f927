"""Drive widgets as a person would, in one window per process.

    stage = Stage.open(390, 844)             # dp; the window is made once and resized afterwards
    stage.show(widget)                       # replaces what was shown and settles the layout
    stage.tap("button", "Check in")          # a real touch in the middle of the control, found by role and name
    stage.find("heading", "Right now")       # see screens.widgets.a11y
    stage.key("tab"); stage.key("enter")     # real key events
    stage.scroll_to(widget)                  # brings it on the screen, as a person would before tapping
    stage.shot("/tmp/x.png")                 # needs a display (Xvfb); everything else works without one

Without a display set nothing: the mock GL backend is chosen. With one (DISPLAY set) real GL is used.
Import this module before anything of Kivy. KIVY_METRICS_DENSITY=2 in the environment gives the pictures of a phone.
"""
from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

os.environ.setdefault("KIVY_NO_ARGS", "1")
os.environ.setdefault("KIVY_NO_CONSOLELOG", "1")
os.environ.setdefault("KIVY_NO_FILELOG", "1")
os.environ.setdefault("KIVY_NO_CONFIG", "1")
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("KIVY_GL_BACKEND", "mock")

KEYS = {"tab": 9, "enter": 13, "space": 32, "escape": 27, "left": 276, "right": 275, "up": 273, "down": 274}


class Stage:
    """The one window of the process. Use `Stage.open`."""

    _only: Stage | None = None

    def __init__(self, window: Any) -> None:
        self.window = window
        self.shown: Any = None

    @classmethod
    def open(cls, width: float = 390, height: float = 844, drawn: bool = False) -> Stage:
        """The stage, its window `width` by `height` dp, empty. Unless `drawn`, only `shot` draws what it shows."""
        from kivy.config import Config

        if cls._only is None:
            Config.set("graphics", "multisamples", "0")
            Config.set("graphics", "vsync", "0")
            Config.set("input", "mouse", "mouse")
            from kivy.core.window import Window

            cls._only = cls(Window)
            from kivy.base import EventLoop, runTouchApp

            runTouchApp(embedded=True)
            EventLoop.status = "started"
            from kivy.clock import Clock

            from screens.widgets.focus import focus

            # Frames are stepped as fast as they come; the configuration may have been read already.
            Clock._max_fps = 0
            focus.attach(Window)
            if not drawn:
                # Frames that nobody sees, drawn by a processor, took half the time of all tests.
                Window.on_draw = Window.flip = lambda: None
        cls._only.resize(width, height)
        cls._only.clear()
        return cls._only

    def resize(self, width: float, height: float) -> None:
        """Make the window this large, in dp."""
        from kivy.metrics import Metrics, dp

        # Window.size is in points on some systems; here system_size and size are one.
        want = (round(dp(width)), round(dp(height)))
        if tuple(self.window.size) != want:
            scale = Metrics.density if hasattr(self.window, "_density") and self.window._density != 1 else 1
            self.window.system_size = (round(want[0] / scale), round(want[1] / scale))
            self.settle()
        if tuple(self.window.size) != want:
            self.window._size = want
            self.window.dispatch("on_resize", *want)
        self.settle()

    def clear(self) -> None:
        """Take everything out of the window."""
        from kivy.animation import Animation

        from screens.widgets.focus import focus

        # A sheet that a test left open would keep its whole app, and one that is leaving give back the focus of then.
        focus.layers.clear()
        for child in list(self.window.children):
            Animation.cancel_all(child)
            self.window.remove_widget(child)
        self.shown = None

    def show(self, widget: Any) -> Any:
        """Show this alone, settled; returns it."""
        self.clear()
        self.shown = widget
        self.window.add_widget(widget)
        self.settle()
        return widget

    def settle(self, frames: int = 4) -> None:
        """Let this many frames pass."""
        from kivy.base import EventLoop

        for _ in range(frames):
            EventLoop.idle()

    def wait(self, seconds: float) -> None:
        """Let frames pass for so long: for motions only. What was due by then has happened, on a busy machine too."""
        import time

        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.settle(1)
            time.sleep(0.01)
        # A frame that began before the end may have taken until after it.
        self.settle(2)

    def wait_until(self, done: Callable[[], bool], most: float = 10.0) -> None:
        """Let frames pass until this holds, or for so many seconds at most."""
        import time

        end = time.monotonic() + most
        while not done() and time.monotonic() < end:
            self.wait(0.02)

    @property
    def root(self) -> Any:
        """What screen readers read: the whole window."""
        return self.window

    def find(self, role: str | None = None, name: str | None = None) -> Any:
        """The one control of this role and name."""
        from screens.widgets import a11y

        return a11y.find(_Root(self.window), role, name)

    def find_all(self, role: str | None = None, name: str | None = None) -> list[Any]:
        """Every control of this role and name."""
        from screens.widgets import a11y

        return a11y.find_all(_Root(self.window), role, name)

    def spoken(self) -> list[str]:
        """One line for each control, in reading order. Spaces that only hold a line together read as spaces."""
        from screens.widgets import a11y

        return [a11y.describe(c).replace(r"\xa0", " ") for c in a11y.controls(_Root(self.window))]

    def tap(self, role: str, name: str | None = None) -> Any:
        """Touch the control in its middle and let go; scrolls to it, and waits while it moves. Returns the control."""
        control = self.find(role, name)
        self.scroll_to(control)
        self.wait_until(lambda: not _moves(control), 2.0)
        self.touch(*self.middle(control))
        return control

    def middle(self, control: Any) -> tuple[float, float]:
        """The middle of a control in window pixels."""
        x, y = control.to_window(*control.center)
        return float(x), float(y)

    def touch(
        self,
        x: float,
        y: float,
        hold: float = 0.0,
        to: tuple[float, float] | None = None,
        until: Callable[[], bool] | None = None,
    ) -> None:
        """Touch the window at a pixel, hold, perhaps move, and let go.

        `until` holds for as long as it takes, on a busy machine too, and gives up after ten seconds.
        """
        finger = _finger(self.window, x, y)
        self._post("begin", finger)
        if hold:
            self.wait(hold)
        if until is not None:
            self.wait_until(until)
        if to is not None:
            for step in range(1, 11):
                finger.move({"x": (x + (to[0] - x) * step / 10) / self.window.width,
                             "y": (y + (to[1] - y) * step / 10) / self.window.height})
                self._post("update", finger)
                self.settle(1)
        self._post("end", finger)
        # A page hands a tap on and ends it a moment later; a sheet that leaves covers the page until it is gone.
        self.wait(0.08)
        self.wait_until(lambda: not any(getattr(child, "_closing", False) for child in self.window.children), 2.0)

    def _post(self, kind: str, finger: Any) -> None:
        from kivy.base import EventLoop

        EventLoop.post_dispatch_input(kind, finger)

    def scroll_to(self, control: Any) -> None:
        """Bring a control inside the scroll view around it, if there is one."""
        parent = control.parent
        while parent is not None and parent is not self.window:
            if hasattr(parent, "scroll_to") and parent is not control:
                parent.scroll_to(control, animate=False)
                self.settle(2)
            parent = parent.parent if parent.parent is not parent else None

    def key(self, name: str, shift: bool = False) -> None:
        """Press and release a key."""
        code = KEYS[name]
        self.window.dispatch("on_key_down", code, 0, None, ["shift"] if shift else [])
        self.window.dispatch("on_key_up", code, 0)
        self.settle(2)

    def shot(self, path: str) -> None:
        """Write the window as a PNG. Needs real GL."""
        from kivy.core.image import Image
        from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
        from kivy.graphics.texture import Texture

        self.settle(2)
        type(self.window).on_draw(self.window)
        width, height = self.window.size
        pixels = glReadPixels(0, 0, int(width), int(height), GL_RGBA, GL_UNSIGNED_BYTE)
        texture = Texture.create(size=(int(width), int(height)), colorfmt="rgba")
        texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
        Image(texture).save(path, flipped=True)


class _Root:
    """The window in the shape of a widget."""

    role = ""
    opacity = 1

    def __init__(self, window: Any) -> None:
        self.children = window.children


def _moves(control: Any) -> bool:
    """Whether it, or something that it stands in, is in a motion."""
    from kivy.animation import Animation

    around = set()
    while control is not None and control not in around:
        around.add(control)
        control = control.parent
    moved = {part["widget"] for animation in Animation._instances for part in animation._widgets.values()}
    return bool(around & moved)


def _finger(window: Any, x: float, y: float) -> Any:
    from kivy.input.motionevent import MotionEvent

    class Finger(MotionEvent):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, is_touch=True, type_id="touch", **kwargs)

        def depack(self, args: Any) -> None:
            self.sx, self.sy = args["x"], args["y"]
            self.profile = ["pos"]
            super().depack(args)

    return Finger("harness", 1, {"x": x / window.width, "y": y / window.height})
