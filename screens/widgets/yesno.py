"""YesNo: two keys side by side, for one thumb. Either may be on, or neither."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty

from screens.widgets.labelled import Labelled
from screens.widgets.layout import Row


class AnswerKey(Labelled):
    """One answer; it keeps the name that it was given, since its word alone says too little to the ear."""

    on = BooleanProperty(False)

    def __init__(self, text: str, name: str, **kwargs: Any) -> None:
        self._spoken = name
        kwargs.setdefault("radius", 16)
        super().__init__(text=text, role="radio", **kwargs)
        self.on_on()

    def _say(self) -> None:
        self.name = self._spoken

    def look(self) -> tuple[str | None, str, str | None]:
        return ("primary", "onPrimary", None) if self.on else ("sand", "ink2", None)

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "label_strong", 48, 14, 8, 0, 0

    def on_on(self, *_: Any) -> None:
        self.checked = self.on
        self.restyle()


class YesNo(Row):
    """Fires `on_choose(yes)` when a key is pressed. `answer` is True, False, or None while it is open."""

    __events__ = ("on_choose",)
    answer = ObjectProperty(None, allownone=True)

    def __init__(self, no: str, yes: str, spoken_no: str, spoken_yes: str, **kwargs: Any) -> None:
        self.no = AnswerKey(no, spoken_no, on_press=lambda *_: self.dispatch("on_choose", False))
        self.yes = AnswerKey(yes, spoken_yes, on_press=lambda *_: self.dispatch("on_choose", True))
        super().__init__(self.no, self.yes, spacing=6, align="stretch", **kwargs)

    def natural_width(self) -> float:
        return 2 * max(key.natural_width() for key in (self.no, self.yes)) + float(dp(self.spacing))

    def on_choose(self, yes: bool) -> None:
        """Fired when the patient answers."""

    def on_answer(self, *_: Any) -> None:
        self.no.on, self.yes.on = self.answer is False, self.answer is True
