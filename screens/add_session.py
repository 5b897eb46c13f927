"""02, 03, 03b: the wizard in three steps, the main action always at the foot."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from aftercare.presenters.add_session import AddSessionState
from aftercare.presenters.add_session_check import CheckState
from aftercare.presenters.add_session_when import WhenState
from screens.add_session_what import WhatStep
from screens.base import Screen
from screens.widgets.buttons import PushButton
from screens.widgets.layout import Column
from screens.widgets.page import GUTTER, BottomAction, Frame, Page, Steps
from screens.widgets.topbar import TopBar

MEASURE = 640


class Middle(Column):
    """A column no wider than the page's, in the middle of what is."""

    def fit(self, width: float) -> float:
        side = max(0, (width / dp(1) - MEASURE) / 2 - GUTTER)
        if self.padding[0] != side:
            self.padding = [side, 0, side, 0]
            self._dirty = False
        return float(super().fit(width))


class AddSessionScreen(Screen):
    """Fires "draft" (field, value) on every change, "save-session", "full-list", "back" from the first step,
    "help", and "close".
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: AddSessionState | None = None
        self._steps: dict[type, Any] = {}
        self.bar = TopBar(
            "", on_back=self._back, on_close=lambda: self.intent("close"), on_help=lambda: self.intent("help"),
            measure_dp=0,
        )  # fmt: skip
        self.progress = Steps(count=3, done=1)
        self.page = Page(padding=(20, 20))
        self.next = PushButton("", on_press=lambda *_: self._go_on())
        upper = Middle(self.bar, Column(self.progress, padding=[20, 0, 20, 0]))
        self.add_widget(Frame(self.page, top=upper, bottom=BottomAction(self.next)))

    def render(self, state: AddSessionState) -> None:
        before, self._state = self._state, state
        self.bar.title.text, self.next.text, self.progress.done = state.title, state.next, state.step
        step = self._step(state)
        faults = step.show(state.body, state.errors)
        if before is None or before.step != state.step:
            self.page.clear_column()
            self.page.add_widget(step)
            self.page.scroll_y = 1
        elif state.errors.keys() - before.errors.keys() and faults:
            # What keeps the patient here may lie outside the window.
            self.page.scroll_to(faults[0], padding=dp(24), animate=False)

    def change(self, field: str, value: Any) -> None:
        """Say that a field of the draft was given a value."""
        self.intent("draft", field=field, value=value)

    def _step(self, state: AddSessionState) -> Any:
        kind = type(state.body)
        if kind not in self._steps:
            self._steps[kind] = self._make(kind)
        return self._steps[kind]

    def _make(self, kind: type) -> Any:
        # The calendar and the plan's bar are imported only once they are needed.
        if kind is WhenState:
            from screens.add_session_when import WhenStep

            return WhenStep(self.change)
        if kind is CheckState:
            from screens.add_session_check import CheckStep

            return CheckStep(self.change, lambda: self.intent("full-list"))
        return WhatStep(self.change)

    def _back(self) -> None:
        if self._state is None or self._state.step == 1:
            self.intent("back")
        else:
            self.change("step", self._state.step - 1)

    def _go_on(self) -> None:
        for step in self._steps.values():
            if hasattr(step, "hand_in"):
                step.hand_in()
        if self._state is not None and isinstance(self._state.body, CheckState):
            self.intent("save-session")
        else:
            self.change("next", None)


