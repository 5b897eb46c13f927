"""A month to pick a day from: by touch, keyboard and screen reader."""

from __future__ import annotations

from calendar import Calendar, monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Any

from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty, ObjectProperty

from aftercare.presenters.calendar_names import weekday_name
from aftercare.presenters.wording import full_date, month_title
from aftercare.words import gettext as _
from screens.widgets.block import Block, fit_to
from screens.widgets.buttons import IconButton
from screens.widgets.day import DayCell
from screens.widgets.drawing import MEDIUM, SEMIBOLD, Drawing, glyphs
from screens.widgets.text import Text
from screens.widgets.theme import theme


def weeks(year: int, month: int, first_weekday: int = 0) -> list[list[date]]:
    """The weeks that touch a month, each seven days from `first_weekday` (0 is Monday)."""
    return Calendar(first_weekday).monthdatescalendar(year, month)


def shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month `by` months on, kept between the years 2 and 9998."""
    count = min(max(year * 12 + month - 1 + by, (MINYEAR + 1) * 12), MAXYEAR * 12 - 1)
    return count // 12, count % 12 + 1


def stepped(day: date, key: str, first_weekday: int = 0) -> date | None:
    """Where an arrow, home, end, page up or page down leads from a day; None for another key."""
    to_start = (day.weekday() - first_weekday) % 7
    days = {"left": -1, "right": 1, "up": -7, "down": 7, "home": -to_start, "end": 6 - to_start}
    if key in days:
        return day + timedelta(days[key])
    if key in ("pageup", "pagedown"):
        year, month = shifted(day.year, day.month, 1 if key == "pagedown" else -1)
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    return None


def fitted(words: list[str], size: float, room: float) -> float:
    """A type size in pixels, at most `size`, at which each word is no wider than `room`."""
    widest = max(glyphs(word, SEMIBOLD, size).texture.width for word in words)
    return max(1.0, min(size, size * room / max(1, widest)))


class WeekHeads(Drawing):
    """The names of the weekdays over their columns."""

    words = ListProperty([])
    redraws_on = ("words",)

    def draw(self) -> None:
        slot = self.width / 7
        size = fitted(self.words, theme.size("small_strong"), slot - dp(4))
        for index, word in enumerate(self.words):
            self.write(word, slot * (index + 0.5), self.height / 2 - size * 0.35, "ink2", size, MEDIUM, 0.5)


class MonthGrid(Block):
    """One month, `year` and `month`, with the `selected` day, `today`, and the days from `first` to `last`
    enabled.

    A press on a day, or `choose`, selects it and fires `on_day(date)`. `first` and `last` may be None.
    """

    __events__ = ("on_day",)
    year = NumericProperty(2026)
    month = NumericProperty(1)
    selected_day = ObjectProperty(None, allownone=True)
    today = ObjectProperty(None, allownone=True)
    first = ObjectProperty(None, allownone=True)
    last = ObjectProperty(None, allownone=True)
    first_weekday = NumericProperty(0)

    def __init__(self, year: int, month: int, selected: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("role", "group")
        super().__init__(year=year, month=month, selected_day=selected, **kwargs)

    def build(self) -> None:
        self._caption = Text(style="subhead")
        self._back = IconButton("caret-left", name=_("Previous month"))
        self._on = IconButton("caret-right", name=_("Next month"))
        self._back.bind(on_press=lambda _button: self.turn(-1))
        self._on.bind(on_press=lambda _button: self.turn(1))
        self._heads = WeekHeads(decorative=True)
        self.cells = [DayCell(self) for _i in range(42)]
        for child in (self._caption, self._back, self._on, self._heads):
            self.add_widget(child)
        for name in ("year", "month", "selected_day", "today", "first", "last", "first_weekday"):
            self.fbind(name, self._refresh)
        self._rows: list[list[date]] = []
        self._refresh()

    def on_day(self, day: date) -> None:
        """Fired when a day is chosen."""

    def allowed(self, day: date) -> bool:
        """Whether a day may be chosen."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    def choose(self, day: date) -> None:
        """Select a day and tell of it; a day outside the range is left alone."""
        if self.allowed(day):
            self.selected_day = day
            self.dispatch("on_day", day)

    def turn(self, months: int) -> None:
        """Show another month, if any of its days may be chosen."""
        year, month = shifted(int(self.year), int(self.month), months)
        if self._reachable(year, month):
            self.year, self.month = year, month

    def key(self, day: date, key: str) -> DayCell | None:
        """The cell a key leads to from a day, its month shown; None where it leads nowhere."""
        target = stepped(day, key, int(self.first_weekday))
        if target is None or not self.allowed(target):
            return None
        self.year, self.month = target.year, target.month
        return self.cell_of(target)

    def cell_of(self, day: date) -> DayCell | None:
        """The control of a day of the shown month."""
        return next((cell for cell in self.cells if cell.day == day and cell.role), None)

    def tab_day(self) -> date | None:
        """The day at which Tab enters the month: the chosen one, else today, else its first that may be chosen."""
        shown = [cell.day for cell in self.cells if cell.role and not cell.disabled]
        return next((day for day in (self.selected_day, self.today) if day in shown), shown[0] if shown else None)

    def _reachable(self, year: int, month: int) -> bool:
        start, end = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return (self.last is None or start <= self.last) and (self.first is None or end >= self.first)

    def _refresh(self, *_args: Any) -> None:
        year, month = int(self.year), int(self.month)
        self._caption.text = self.name = month_title(year, month)
        self._back.disabled = not self._reachable(*shifted(year, month, -1))
        self._on.disabled = not self._reachable(*shifted(year, month, 1))
        rows = weeks(year, month, int(self.first_weekday))
        self._heads.words = [weekday_name(day.weekday(), "short") for day in rows[0]]
        days = [day for week in rows for day in week]
        for cell, day in zip(self.cells, days, strict=False):
            inside = day.month == month
            cell.show(
                day,
                f"{full_date(day)} {day.year}" if inside else "",
                inside=inside,
                enabled=self.allowed(day),
                chosen=day == self.selected_day,
                is_today=day == self.today,
            )
        for index, cell in enumerate(self.cells):
            if (index < len(days)) != (cell.parent is self):
                (self.add_widget if index < len(days) else self.remove_widget)(cell)
        if len(rows) != len(self._rows):
            self._rows = rows
            self.invalidate()
        self._rows = rows

    def fit(self, width: float) -> float:
        slot = width / 7
        fit_to(self._caption, max(1.0, width - dp(8) - 2 * dp(48)))
        self._head_height = max(dp(30), theme.size("small_strong") * 1.25 + dp(8))
        size = fitted(["30"], theme.size("body"), slot - dp(8))
        self._slot = slot, max(dp(48), size * 1.25 + dp(4))
        for cell in self.cells:
            cell.height = self._slot[1]
            cell.set_type(size)
            fit_to(cell, slot)
        for button in (self._back, self._on):
            fit_to(button, dp(48))
        self._top = max(dp(48), self._caption.height)
        return float(self._top + self._head_height + len(self._rows) * self._slot[1])

    def place(self) -> None:
        if not hasattr(self, "_slot"):
            return
        middle = self.y + self.height - self._top / 2
        self._caption.pos = self.x + dp(8), middle - self._caption.height / 2
        self._on.pos = self.x + self.width - dp(48), middle - dp(24)
        self._back.pos = self.x + self.width - dp(96), middle - dp(24)
        slot, high = self._slot
        head_foot = self.y + self.height - self._top - self._head_height
        self._heads.pos, self._heads.size = (self.x, head_foot), (self.width, self._head_height)
        for index, cell in enumerate(self.cells):
            cell.pos = self.x + slot * (index % 7), head_foot - high * (index // 7 + 1)
