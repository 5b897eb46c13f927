"""A row of "Can I …?" that asks another question."""
from __future__ import annotations

from kivy.metrics import dp

from aftercare.presenters.can_i_state import Row
from screens.can_i_parts import LOOKS, Fire
from screens.widgets.block import fit_to
from screens.widgets.linerow import LineRow
from screens.widgets.status import Status


class QuestionRow(LineRow):
    """A question with its state at the end of its name; pressing asks it."""

    LEAST = 68.0
    STYLES = ("label_strong", "small")

    def __init__(self, row: Row, fire: Fire) -> None:
        self.row, self._fire = row, fire
        # A row is no box that arranges: it gives the width itself.
        self.status = Status("ok", decorative=True, hug=False)
        self.spoken = row.spoken
        super().__init__(row.icon, row.name, row.detail, tone=LOOKS[row.tone][2], static=False)
        self.show(row)

    def end_icon(self) -> str:
        return ""

    def _say(self) -> None:
        self.name = self.spoken

    def show(self, row: Row) -> None:
        """Take a newer state of the same question."""
        self.row, self.spoken = row, row.spoken
        self.title, self.subtitle, self.tone = row.name, row.detail, LOOKS[row.tone][2]
        if row.word:
            self.status.state, self.status.word = row.tone, row.word
        if bool(row.word) != (self.status.parent is not None):
            if row.word:
                self.add_widget(self.status)
            else:
                self.remove_widget(self.status)
        self._say()
        self.invalidate()

    def on_press(self) -> None:
        self._fire("ask", query=self.row.query)

    def fit(self, width: float) -> float:
        """The state ends the line of the name, or that of the detail, or else has a line of its own."""
        left, upper, right, lower = (dp(side) for side in self.PAD)
        self.fit_media()
        room = width - left - right - self.media_size() - dp(self.GAP)
        wanted, self._line_of = 0.0, ""
        if self.status.parent is not None:
            wanted = self.status.natural_width() + dp(8)
            self._title.set(self.title, self.STYLES[0])
            self._under.set(self.subtitle, self.STYLES[1])
            widths = {"title": self._title.width, "under": self._under.width}
            self._line_of = next((line for line, used in widths.items() if used + wanted <= room), "own")
            fit_to(self.status, min(wanted - dp(8), room))
        self._title.set(self.title, self.STYLES[0], room - (wanted if self._line_of == "title" else 0))
        self._under.set(self.subtitle, self.STYLES[1], room - (wanted if self._line_of == "under" else 0))
        own = self.status.height + dp(3) if self._line_of == "own" else 0
        words = self._title.height + self._under.height + dp(1) + own
        return max(float(dp(self.LEAST)), max(words, self.media_size()) + upper + lower)

    def place(self) -> None:
        if "_line_of" not in self.__dict__:
            return
        left, _, right, _ = (dp(side) for side in self.PAD)
        middle = self.y + self.height / 2
        self.place_media(self.x + left, middle)
        x = self.x + left + self.media_size() + dp(self.GAP)
        own = self.status.height + dp(3) if self._line_of == "own" else 0
        base = middle - (self._title.height + self._under.height + dp(1) + own) / 2
        under, title = base + own, base + own + self._under.height + dp(1)
        self._under.place(x, under)
        self._title.place(x, title)
        beside = {"title": title + self._title.height / 2, "under": under + self._under.height / 2}
        if self._line_of in beside:
            edge = self.x + self.width - right
            self.status.pos = (edge - self.status.width, beside[self._line_of] - self.status.height / 2)
        else:
            self.status.pos = (x, base)
        self._rule.place(self.x, round(self.y + self.height), self.width, max(1, round(dp(1))) if self.line else 0)
