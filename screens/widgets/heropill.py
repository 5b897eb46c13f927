"""The pill on painted ground."""
from __future__ import annotations

from typing import Any

from kivy.properties import StringProperty

from screens.widgets.buttons import Pill


class HeroPill(Pill):
    """ "Feels wrong?" on the hero; `ground` is "hero" or "dawn"."""

    ground = StringProperty("hero")

    def look(self) -> tuple[str | None, str, str | None]:
        return ("hero", "onHero", "mint") if self.ground == "hero" else ("dawn", "onDawn", "onDawn")

    def on_ground(self, *_: Any) -> None:
        self.restyle()
