"""The cards of the check-in: emergency first, one symptom, a temperature. Each touches only what differs."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.check_in_state import Question, RedCard, SymptomCard, TemperatureState
from screens.widgets.buttons import Link, PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.stepper import RepeatButton
from screens.widgets.strength import StrengthChoice
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme

Change = Callable[[str, Any], None]
TONES = {"ok": "ink2", "with_care": "care", "not_yet": "notyet"}


def red_card(state: RedCard, ask: Callable[[], None]) -> Card:
    """The way to emergency help; in large text the words take the whole width."""
    title, text = Text(state.title, style="label_strong"), Text(state.text, style="small")
    siren = Icon("siren-fill", 30, color="dangerText")
    words = [Row(siren, title, spacing=12), text] if theme.large else [Row(siren, Column(title, text), spacing=14)]
    button = PushButton(state.action, kind="danger", on_press=lambda *_: ask())
    return Card(*words, button, spacing=12, padding=[16, 14, 16, 16], color="dangerSoft", radius=24)


class Words(Row):
    """The name of a symptom with its drawing, and what is usual at the end of the line, or below in large text."""

    def __init__(self) -> None:
        self.icon, self.name_, self.usual = Icon("circle", 22, color="primary"), Text(style="subhead"), Text(
            style="small", color="ink2", hug=True
        )
        super().__init__(Row(self.icon, self.name_, spacing=10), self.usual, spacing=8, stack="large")


class StrengthCard(Card):
    """One symptom: name, what is usual, and how strong it is; then how it compares, where that is asked."""

    def __init__(self, state: SymptomCard, change: Change) -> None:
        self._symptom, self._change = state.symptom, change
        self.head = Words()
        self.skin = Text(style="small", color="ink2")
        self.strength = _choice(state.strength, lambda key: change("severity", (state.symptom, key)))
        self._trend: tuple[Question, Column] | None = None
        super().__init__(spacing=10, padding=[16, 14, 16, 16], radius=24)
        self.show(state)

    def show(self, state: SymptomCard) -> None:
        """Show a newer state of the same symptom."""
        head = self.head
        head.icon.icon, head.name_.text, head.usual.text = state.icon, state.name, state.usual
        self.skin.text, self.strength.chosen = state.skin, state.strength.chosen
        # An empty text would still take its gap.
        parts: list[Any] = [head, self.skin, self.strength] if state.skin else [head, self.strength]
        if state.trend is not None:
            parts.append(self._comparison(state.trend))
        keep(self, parts)

    def _comparison(self, trend: Question) -> Column:
        words = (trend.title, trend.options)
        if self._trend is None or (self._trend[0].title, self._trend[0].options) != words:
            choice = _choice(trend, lambda key: self._change("trend", (self._symptom, key)))
            box = Column(Text(trend.title, style="small", color="ink2"), choice, spacing=6, padding=[0, 4, 0, 0])
            box.choice = choice
            self._trend = (trend, box)
        self._trend[1].choice.chosen = trend.chosen  # type: ignore[attr-defined]
        return self._trend[1]


def _choice(question: Question, choose: Callable[[str], None]) -> StrengthChoice:
    options = [(option.key, option.word, option.spoken) for option in question.options]
    made = StrengthChoice(options, question.chosen, name=question.title)
    made.bind(on_choose=lambda _choice, key: choose(key))
    return made


class Thermometer(Card):
    """The temperature with less and more on a card, and a way back to "Not measured"."""

    def __init__(self, state: TemperatureState, change: Change, choose_unit: Callable[[str], None]) -> None:
        self._change, self._unit, self._other = change, state.unit, state.other_unit
        self.icon = Icon("thermometer", 26, color="primary")
        self.value_, self.word = Text(style="title"), Text(style="small", color="ink2")
        self.less = RepeatButton("minus", name=state.less, filled=True, on_press=lambda *_: self._step(-1))
        self.more = RepeatButton("plus", name=state.more, filled=True, on_press=lambda *_: self._step(1))
        self.clear = Link(state.clear, on_press=lambda *_: change("unmeasured", None))
        self.switch = Link(state.switch, on_press=lambda *_: choose_unit(self._other))
        self._links = Flow(spacing=20)
        words = Row(self.icon, Column(self.value_, self.word), spacing=12)
        line = Row(words, Row(self.less, self.more, spacing=10, hug=True), spacing=10, stack="huge")
        self._line = line
        super().__init__(
            padding=[16, 12, 12, 12], radius=24, role="spinbutton", name=state.title, spacing=0
        )  # fmt: skip
        self.show(state)

    @property
    def actions(self) -> dict[str, Callable[[], Any]]:
        return {"increment": lambda: self._step(1), "decrement": lambda: self._step(-1)}

    def show(self, state: TemperatureState) -> None:
        """Show a newer state."""
        self._unit, self.value = state.unit, state.value
        self.value_.style = "title" if state.clear else "subhead"
        self.value_.text, self.word.text = state.value, state.word
        self.word.color = TONES.get(state.tone, "ink2")
        self.clear.text, self.switch.text, self._other = state.clear, state.switch, state.other_unit
        keep(self._links, [self.clear, self.switch])
        keep(self, [self._line, self._links] if state.clear else [self._line])

    def _step(self, by: int) -> None:
        self._change("temperature", (by, self._unit))


