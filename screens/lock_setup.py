"""App lock in More: choosing a code, the recovery code that is shown once, and how the lock behaves."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from aftercare.presenters.lock_screen import FEWEST_DOTS, typed_words
from aftercare.presenters.lock_setup import SetupState
from screens.digit_keys import DigitKeys
from screens.framed import FramedScreen
from screens.lock_setup_parts import home_parts, note_parts
from screens.photo_top import photo_top
from screens.widgets.buttons import Link, PushButton
from screens.widgets.codepad import CodeDots, CodePad
from screens.widgets.fault import FieldFault
from screens.widgets.keep import keep
from screens.widgets.layout import Column
from screens.widgets.middle import Steady
from screens.widgets.page import BottomAction, Frame, Page, Steps
from screens.widgets.password import PasswordField
from screens.widgets.surfaces import Banner
from screens.widgets.text import Text
from screens.widgets.theme import theme

# Keys and fields as wide as a page look like a phone that was pulled.
WIDE = 600


class LockSetupScreen(FramedScreen[SetupState]):
    """Renders a SetupState. Intents: "back", "help", "set-code", "change-code", "lock-off", "lock-now",
    "code-typed" (text), "code-words" (on), "note-tick" (on), "note-saved", "copy" (text), "turn-on",
    "setting" (name, value).
    """

    rebuilt_on = ("huge", "desktop")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pad: CodePad | None = None
        self._said: Steady | None = None
        self._field: PasswordField | None = None
        self._keys = DigitKeys(self, lambda: self._pad)

    def frame(self, state: SetupState) -> object:
        """What is not changed in place."""
        return replace(state, fault="", busy="", done="")

    def build(self, state: SetupState) -> None:
        self._pad = self._field = None
        self._fault, self._news = FieldFault(), Column()
        # What is wrong with a code stands where it is typed.
        typing = state.stage not in ("home", "note")
        steps = [Steps(count=2, done=state.step)] if state.step else []
        self._lead = Text(state.lead, color="ink2")
        # With keys a fault takes the place of the line above them, so that none moves under a finger.
        self._said = Steady(self._lead) if typing and not state.words else None
        head = Column(Text(state.heading, style="title"), self._said or self._lead, spacing=4)
        if state.stage == "home":
            parts, foot = home_parts(state, self.intent)
        elif state.stage == "note":
            parts, foot = note_parts(state, self.intent)
        else:
            parts, foot = self._typing(state)
        self._foot = foot
        below = [self._news, *foot] if typing else [Column(self._news, self._fault), *foot]
        inside = [Column(*below, spacing=8)] if theme.huge or not foot else []
        page = Page(*steps, head, *parts, *inside, spacing=16, padding=(4, 24), measure_dp=WIDE)
        top = photo_top(self, state.title, state.back, measure_dp=WIDE)
        self.add_widget(Frame(page, top=top, bottom=None if inside else BottomAction(*below, measure_dp=WIDE)))

    def _typing(self, state: SetupState) -> tuple[list[Any], list[Any]]:
        parts: list[Any] = []
        if state.words:
            field = self._field = PasswordField(state.entry, state.show)
            field.bind(on_return=lambda *_: self._hand_in())
            parts.append(Column(field, self._fault))
        else:
            self._dots = CodeDots(least=FEWEST_DOTS, over_dark=False, name=typed_words(0))
            self._pad = CodePad(state.delete, round=False)
            self._pad.bind(digits=self._typed, on_done=lambda *_: self._hand_in())
            parts += [self._dots, self._pad]
        if state.other_way:
            other = Link(state.other_way, role="button")
            other.bind(on_press=lambda *_: self.intent("code-words", on=not state.words))
            parts.append(Column(other, align="center"))
        return parts, [PushButton(state.next, on_press=lambda *_: self._hand_in())]

    def _typed(self, _pad: Any, digits: str) -> None:
        self._dots.count = len(digits)
        self._dots.name = typed_words(len(digits))

    def _hand_in(self) -> None:
        text = self._field.text if self._field is not None else self._pad.digits if self._pad is not None else ""
        for typed in (self._field, self._pad):
            if typed is not None:
                typed.wipe()
        self.intent("code-typed", text=text)

    def show(self, state: SetupState) -> None:
        news = [Banner(state.busy, icon="hourglass-medium")] if state.busy else []
        keep(self._news, news or ([Banner(state.done, icon="check-circle-fill", tone="ok")] if state.done else []))
        self._fault.say(state.fault)
        if self._said is not None:
            keep(self._said, [self._fault if state.fault else self._lead])
        for button in self._foot:
            button.disabled = bool(state.busy)
