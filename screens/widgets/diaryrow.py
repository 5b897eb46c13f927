"""EntryLine: one check-in of the diary beside the line of time, as one big button."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.surfaces import TONES
from screens.widgets.theme import theme

DISC, GAP, UPPER, LOWER = 28, 12, 4, 18


class EntryLine(Pressable):
    """Day and time, the word of the result in its colour, what was logged, and the note.

    `last`: the line of time ends here.
    """

    REFIT: tuple[str, ...] = ("day", "time", "word", "summary", "note", "icon", "tone", "last")
    day = StringProperty("")
    time = StringProperty("")
    icon = StringProperty("circle")
    tone = StringProperty("ok")
    word = StringProperty("")
    summary = StringProperty("")
    note = StringProperty("")
    last = BooleanProperty(False)

    def build(self) -> None:
        self._line = Fill(self, "line")
        self._disc, self._mark = Fill(self, "okSoft", dp(DISC / 2)), Glyphs(self, "ok")
        self._day, self._time = Glyphs(self, "ink"), Glyphs(self, "ink2")
        self._word, self._summary, self._note = Glyphs(self, "ok"), Glyphs(self, "ink2"), Glyphs(self, "ink2")

    def fit(self, width: float) -> float:
        back, front = TONES[self.tone]
        self._disc.token, self._mark.token, self._word.token = back, front, front
        self._line.token = None if self.last else "line"
        self._mark.icon(self.icon, dp(20))
        room = width - dp(DISC + GAP)
        self._day.set(self.day, "label_strong")
        self._time.set(self.time, "label")
        # In large text the time moves below the day.
        self._below = self._day.width + dp(8) + self._time.width > room
        if self._below:
            self._day.set(self.day, "label_strong", room)
        self._word.set(self.word, "label_strong", room)
        self._summary.set(self.summary, "small", room)
        self._note.set(self.note, "small", room)
        head = self._day.height + (self._time.height if self._below else 0)
        rest = self._word.height + self._summary.height + self._note.height
        return max(float(dp(48)), head + rest + dp(UPPER + LOWER))

    def place(self) -> None:
        top = self.y + self.height - dp(UPPER)
        size, middle = dp(DISC), top - theme.leading("label_strong") / 2
        self._disc.place(self.x, middle - size / 2, size, size)
        self._mark.center(self.x, middle - size / 2, size, size)
        wide = max(1, round(dp(2)))
        # From below this disc to where the next begins.
        self._line.place(self.x + size / 2 - wide / 2, self.y, wide, max(0, middle - size / 2 - self.y))
        x = self.x + dp(DISC + GAP)
        y = top - self._day.height
        self._day.place(x, y)
        if self.__dict__.get("_below"):
            y -= self._time.height
            self._time.place(x, y)
        else:
            self._time.place(x + self._day.width + dp(8), y)
        for words in (self._word, self._summary, self._note):
            y -= words.height
            words.place(x, y)

    def shape_box(self) -> tuple[float, float, float, float]:
        return self.x - dp(8), self.y + dp(6), self.width + dp(8), self.height - dp(4)

    def show(self, row: Any, last: bool) -> None:
        """Show an EntryRow of the presenter; the same widget serves one after the other."""
        self.day, self.time, self.icon, self.tone = row.day, row.time, row.icon, row.tone
        self.word, self.summary, self.note, self.last = row.word, row.summary, row.note, last
        self.name = row.spoken
