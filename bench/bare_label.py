"""The least Kivy app there is: a label, and FIRST_FRAME once its second frame is on the screen."""
from __future__ import annotations

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.label import Label


class BareLabel(App):
    """Draws one line of text and ends."""

    def build(self) -> Label:
        """The label that is the whole app."""
        return Label(text="Aftercare")

    def on_start(self) -> None:
        """Count the frames that reached the screen."""
        self.frames = 0
        Window.bind(on_flip=self.count)

    def count(self, *_args: object) -> None:
        """Say so after the second frame, when text and layout are settled."""
        self.frames += 1
        if self.frames == 2:
            print("FIRST_FRAME", flush=True)
            Clock.schedule_once(lambda _dt: self.stop())


if __name__ == "__main__":
    BareLabel().run()
