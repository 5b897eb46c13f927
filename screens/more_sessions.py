"""The patient's sessions in More: the first few, or all of them, and the way to a new one."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.presenters.more import CancelWords
from aftercare.presenters.more_sessions import SessionRow, SessionsPart
from screens.widgets.buttons import Link, PushButton
from screens.widgets.layout import Column
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card
from screens.widgets.text import Text

# The padding of a card of rows.
ROWS = [18, 4, 18, 4]


class CancelledRow(ListRow):
    """A session that does not count any more."""

    COLORS = ("ink3", "ink3")


class SessionsColumn(Column):
    """Shows a SessionsPart; a press on a session opens its sheet."""

    def __init__(self, intent: Callable[..., None], shows_all: bool = False) -> None:
        super().__init__(spacing=10)
        self._intent, self.shows_all = intent, shows_all
        self._part: SessionsPart | None = None
        self._cancel: CancelWords | None = None

    def show(self, part: SessionsPart, cancel: CancelWords) -> None:
        """Take newer sessions; `cancel`: what is said before one is cancelled."""
        self._cancel = cancel
        if part != self._part:
            self._part = part
            self._fill(part)

    def _fill(self, part: SessionsPart) -> None:
        self.clear_widgets()
        shown = part.rows if self.shows_all else part.rows[: part.first]
        rows = [self._session(row, number > 0) for number, row in enumerate(shown)]
        self.add_widget(Text(part.title, style="heading"))
        if rows:
            self.add_widget(Card(*rows, padding=ROWS))
        if part.empty:
            self.add_widget(Text(part.empty, color="ink2"))
        if part.show_all and not self.shows_all:
            self.add_widget(Link(part.show_all, icon="caret-down", on_press=lambda *_: self._show_all()))
        add = PushButton(part.add, icon="calendar-plus", kind="tonal", on_press=lambda *_: self._intent("add-session"))
        self.add_widget(add)
        if part.leave:
            self.add_widget(PushButton(part.leave, kind="text", on_press=lambda *_: self._intent("leave-example")))

    def _show_all(self) -> None:
        self.shows_all = True
        if self._part is not None:
            self._fill(self._part)

    def _session(self, row: SessionRow, line: bool) -> ListRow:
        kind = CancelledRow if row.dimmed else ListRow
        made = kind(row.icon, row.title, row.subtitle, tone=row.tone, line=line, static=False, role="button")
        made.bind(on_press=lambda *_: self._open(row))
        return made

    def _open(self, row: SessionRow) -> None:
        from screens.more_sheets import session_sheet

        window = self.get_parent_window()
        if self._cancel is not None:
            session_sheet(row, self._cancel, self._intent, window).open(window)
