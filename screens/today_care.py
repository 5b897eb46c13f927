"""Today's cards around a session: the checklist with its ticks, and what helps now."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty

from aftercare.presenters.today_care_state import Checklist, HelpsNow, StepTick
from screens.widgets.buttons import Link
from screens.widgets.draw import Fill
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.rows import ListRow
from screens.widgets.stops import Tag
from screens.widgets.surfaces import Card
from screens.widgets.text import Text
from screens.widgets.tickrow import TickRow

# Fires an intent by name, with what it needs.
Fire = Callable[..., None]
LEAST = 64
# Words up to this height, in dp, have their box in their middle.
MIDDLE = 64


class StepRow(TickRow):
    """A step as a row with a tick; one that is done steps back. `ruled` draws a hairline above it."""

    ruled = BooleanProperty(False)

    def build(self) -> None:
        self._rule = Fill(self, "line" if self.ruled else None)
        super().build()

    def on_ruled(self, *_: Any) -> None:
        if self._ready:
            self._rule.token = "line" if self.ruled else None

    def fit(self, width: float) -> float:
        self._words.token = "ink2" if self.on else "ink"
        return max(float(dp(LEAST)), super().fit(width) + float(dp(16)))

    def place(self) -> None:
        super().place()
        # Beside two lines the box stands in the middle of both, beside more at the first one.
        box, thick, y = dp(28), dp(2), self.y + (self.height - dp(28)) / 2
        if self._words.height + self._under.height <= dp(MIDDLE):
            self._edge.place(self.x, y, box, box)
            self._inner.place(self.x + thick, y + thick, box - 2 * thick, box - 2 * thick)
            self._check.center(self.x, y, box, box)
        self._rule.place(self.x, round(self.y + self.height), self.width, max(1, round(dp(1))) if self.ruled else 0)

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x - dp(10), self.y + dp(2), self.width + dp(20), self.height - dp(4)


class StepRows:
    """Rows with ticks, kept by the id of their step. `tick(step)` is called when one is ticked or unticked."""

    def __init__(self, tick: Callable[[str], None]) -> None:
        self._tick = tick
        self._rows: dict[str, StepRow] = {}

    def rows(self, steps: tuple[StepTick, ...]) -> list[StepRow]:
        """The rows of these steps, as they are now."""
        return [self._row(step, number > 0) for number, step in enumerate(steps)]

    def _row(self, step: StepTick, ruled: bool) -> StepRow:
        row = self._rows.get(step.id)
        if row is None:
            row = self._rows[step.id] = StepRow(step.title, subtitle=step.line, style="label_strong", on=step.done)
            row.bind(on_press=lambda *_: self._tick(step.id))
        row.text, row.subtitle, row.on, row.ruled = step.title, step.line, step.done, ruled
        return row


class ChecklistCard(Column):
    """The checklist. Fires "toggle-step" (step, session) and "steps" (part, id)."""

    def __init__(self, fire: Fire) -> None:
        self._shown: Checklist | None = None
        self._rows = StepRows(lambda step: fire("toggle-step", step=step, session=self._session()))
        self._heading, self._count = Text(style="heading"), Tag()
        self._more = Link(
            icon="caret-right", role="button", on_press=lambda *_: fire("steps", part="before", id=self._session())
        )
        self._card = Card(padding=[16, 2, 16, 2])
        head = Row(self._heading, self._count, spacing=8, padding=[0, 8, 0, 4], stack="large")
        super().__init__(head, self._card, spacing=8)

    def show(self, checklist: Checklist) -> None:
        """Show the list."""
        self._shown = checklist
        self._heading.text, self._count.text, self._more.text = checklist.heading, checklist.count, checklist.more
        self._more.name = f"{checklist.more}: {checklist.heading}"
        keep(self._card, [*self._rows.rows(checklist.rows), *([self._more] if checklist.more else [])])

    def _session(self) -> str:
        return self._shown.session if self._shown else ""


class HelpsCard(Card):
    """What helps now. Fires "steps" (part)."""

    def __init__(self, fire: Fire) -> None:
        self._rows: dict[str, ListRow] = {}
        self._heading = Text(style="heading")
        self._more = Link(icon="caret-right", role="button", on_press=lambda *_: fire("steps", part="after", id=""))
        super().__init__(self._heading, padding=[18, 18, 18, 8])

    def show(self, helps: HelpsNow) -> None:
        """Show what helps now."""
        self._heading.text, self._more.text = helps.heading, helps.more
        self._more.name = f"{helps.more}: {helps.heading}"
        for line in helps.rows:
            row = self._rows.get(line.step)
            if row is None:
                row = self._rows[line.step] = ListRow(line.icon, line.title, line.line, tone="pri")
            row.title, row.subtitle, row.line = line.title, line.line, line is not helps.rows[0]
        rows = [self._rows[line.step] for line in helps.rows]
        keep(self, [self._heading, *rows, *([self._more] if helps.more else [])])
