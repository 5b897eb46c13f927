"""One question of the self-check: its words, two keys, and what unfolds below them."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty

from aftercare.presenters.self_check_state import PeriodPart, QuestionRow
from screens.widgets.buttons import Link
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.linerow import LineRow
from screens.widgets.stepper import Stepper
from screens.widgets.surfaces import Separator
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.tickrow import TickRow
from screens.widgets.wordfit import widest_word
from screens.widgets.yesno import YesNo

# What was answered: question=, and yes=, condition= or period=.
Answer = Callable[..., None]


class QuestionWords(LineRow):
    """The words of a question; where there is more to see below them, a press unfolds it."""

    REFIT: tuple[str, ...] = (*LineRow.REFIT, "open")
    PAD = (0.0, 8.0, 0.0, 8.0)
    LEAST = 56.0
    STYLES = ("label_strong", "small")
    open = BooleanProperty(False)

    def __init__(self, row: QuestionRow) -> None:
        self._folds = bool(row.which)
        super().__init__("", row.title, row.hint, static=not self._folds, role="button" if self._folds else "text")
        self.expanded = False if self._folds else None

    def least_width(self, room: float) -> float:
        """Where `room` is narrower than this, a word is broken."""
        aside = dp(28) if self._folds else 0.0
        words = zip((self.title, self.subtitle), self.STYLES, strict=True)
        return max(widest_word(text, style, room - aside) for text, style in words) + aside

    def end_icon(self) -> str:
        return ("caret-up" if self.open else "caret-down") if self._folds else ""

    def on_open(self, *_: Any) -> None:
        self.expanded = self.open if self._folds else None

    def on_press(self) -> None:
        self.open = not self.open


class PeriodBox(Column):
    """The day on which a period starts, by steps of a day."""

    def __init__(self, part: PeriodPart, answer: Answer) -> None:
        self._stepper = Stepper(part.title, part.shown, part.earlier, part.later)
        self._stepper.bind(on_step=lambda _stepper, by: answer(period=by))
        self._text = Text(style="small", color="ink2")
        self._clear = Link(part.clear, role="button", on_press=lambda *_: answer(period=None))
        super().__init__(self._stepper, self._text, spacing=6)
        self.show(part)

    def show(self, part: PeriodPart) -> None:
        """Show the day and what it means."""
        self._stepper.shown, self._text.text = part.shown, part.text
        if part.clear:
            self._clear.text = part.clear
        keep(self, [self._stepper, self._text, *([self._clear] if part.clear else [])])


class QuestionBlock(Column):
    """Shows a QuestionRow; `answer(**what)` is called with what the patient did."""

    def __init__(self, row: QuestionRow, no: str, yes: str, line: bool, answer: Answer) -> None:
        self._answer = lambda **what: answer(question=row.id, **what)
        self._row = row
        self._rule = [Separator()] if line else []
        self.words = QuestionWords(row)
        self.words.bind(open=lambda *_: self._arrange())
        self.keys = YesNo(no, yes, row.spoken_no, row.spoken_yes, hug=not theme.large)
        self.keys.bind(on_choose=lambda _keys, said: self._choose(said))
        keys = Row(self.words, self.keys, spacing=12, stack="large")
        self._head = Column(keys, padding=[0, 6, 0, 8 if theme.large else 6])
        self._lead = Text(style="small_strong", color="care")
        self._after = Row(
            Icon("warning-circle", 20, color="care"), self._lead, spacing=8, align="top", padding=[0, 0, 0, 12]
        )  # fmt: skip
        self._conditions: dict[str, TickRow] = {}
        self._period: PeriodBox | None = None
        self._inner: Column | None = None
        super().__init__(role="group", name=row.title)
        self.show(row)

    def show(self, row: QuestionRow) -> None:
        """Show the answer that holds."""
        self._row = row
        self.keys.answer = row.answer
        self._lead.text = row.lead
        for condition in row.conditions:
            if condition.id in self._conditions:
                self._conditions[condition.id].on = condition.on
        if self._period is not None and row.period is not None:
            self._period.show(row.period)
        self._arrange()

    def _choose(self, yes: bool) -> None:
        # Whoever says yes is asked which; whoever says no is done with it.
        if self._row.conditions:
            self.words.open = yes
        self._answer(yes=yes)

    def _arrange(self) -> None:
        inner = [self._unfolded()] if self.words.open else []
        after = [self._after] if self._row.lead else []
        keep(self, [*self._rule, self._head, *after, *inner])

    def _unfolded(self) -> Column:
        if self._inner is None:
            row = self._row
            if row.period is not None:
                self._period = PeriodBox(row.period, self._answer)
                self._inner = Column(self._period, padding=[0, 0, 0, 14])
            else:
                rows = [self._condition(condition.id, condition.title, condition.on) for condition in row.conditions]
                self._inner = Column(
                    Text(row.which, style="small", color="ink2"), *rows, spacing=2, padding=[0, 0, 0, 12],
                    role="group", name=row.which,
                )  # fmt: skip
        return self._inner

    def _condition(self, id: str, title: str, on: bool) -> TickRow:
        row = TickRow(title, style="label", on=on)
        row.bind(on_press=lambda *_: self._answer(condition=id))
        self._conditions[id] = row
        return row
