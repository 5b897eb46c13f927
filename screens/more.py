"""More: sessions, the way to alerts, the emergency number, looks, and what the app is."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.more import AlertsRow, MoreState
from aftercare.presenters.more_about import PaperRow
from aftercare.presenters.my_data import DataPart, DataRow
from screens.base import Screen
from screens.more_looks import LooksColumn
from screens.more_sessions import ROWS, SessionsColumn
from screens.widgets.buttons import Pill
from screens.widgets.halved import Halved
from screens.widgets.layout import Column
from screens.widgets.page import WIDE_DP, BigTop, Page
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card
from screens.widgets.text import Text


class DangerRow(ListRow):
    """A row that leads to what cannot be undone."""

    COLORS = ("dangerText", "ink2")


class MoreScreen(Screen):
    """Renders a MoreState. Intents: "help", "add-session", "edit-session" (id), "cancel-session" (id),
    "restore-session" (id), "tab" (name), "setting" (name, value), "copy" (text),
    "self-check", "treatment" (id), and those of My data: "app-lock", "backup", "open-backup", "versions", "erase"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: MoreState | None = None
        self._sessions = SessionsColumn(self.intent)
        self.page = Page(spacing=20, padding=(4, 28), measure_dp=WIDE_DP)
        self.add_widget(self.page)
        self.fbind("desktop", lambda *_: self._rebuild())

    def render(self, state: MoreState) -> None:
        before, self._state = self._state, state
        if before is None or _frame(before) != _frame(state):
            self._rebuild()
            return
        self._sessions.show(state.sessions, state.cancel)
        self._looks.show(state.looks, state.language)
        self._show_alerts(state.alerts)
        self._show_data(state.data)
        self._number.subtitle = state.number.row
        self._clinic.subtitle = state.clinic_number

    def _rebuild(self) -> None:
        state = self._state
        if state is None:
            return
        self.page.clear_column()
        help_pill = Pill(state.help, icon="first-aid-kit", on_press=lambda *_: self.intent("help"))
        # On wide windows the rail has the way to help.
        self.page.add_widget(BigTop(state.title, None if self.desktop else help_pill))
        self._sessions = SessionsColumn(self.intent, self._sessions.shows_all)
        self._sessions.show(state.sessions, state.cancel)
        self._looks = LooksColumn(state.looks, state.language, self.intent)
        parts = (self._sessions, self._care(state), self._looks)
        self.page.add_widget(Halved(*parts, self._data(state.data), self._about(state), spacing=20))

    def _care(self, state: MoreState) -> Column:
        self._alerts = ListRow(static=False, role="button")
        self._alerts.bind(on_press=lambda *_: self.intent("tab", name="alerts"))
        self._show_alerts(state.alerts)
        part = state.number
        self._number = ListRow("phone", part.title, part.row, tone="dg", line=True, static=False, role="button")
        self._number.bind(on_press=lambda *_: self._open_number())
        self._clinic = ListRow(
            "hospital", state.clinic.title, state.clinic_number, tone="pri", line=True, static=False, role="button"
        )
        self._clinic.bind(on_press=lambda *_: self._open_clinic())
        check = ListRow(
            "stethoscope", state.check_title, state.check_line, tone="pri", line=True, static=False, role="button"
        )
        check.bind(on_press=lambda *_: self.intent("self-check"))
        card = Card(self._alerts, check, self._clinic, self._number, padding=ROWS)
        return Column(Text(state.care_title, style="heading"), card, spacing=10)

    def _show_alerts(self, alerts: AlertsRow) -> None:
        row = self._alerts
        row.icon, row.tone, row.title, row.subtitle = alerts.icon, alerts.tone, alerts.title, alerts.subtitle

    def _open_number(self) -> None:
        from screens.more_sheets import emergency_sheet

        if self._state is not None:
            emergency_sheet(self._state.number, self.intent).open(self.get_parent_window())

    def _open_clinic(self) -> None:
        from screens.result_phone import phone_sheet

        if self._state is not None:
            phone_sheet(self._state.clinic, self.intent).open(self.get_parent_window())

    def _data(self, part: DataPart) -> Column:
        self._data_rows = {row.intent: self._data_row(row, at > 0) for at, row in enumerate(part.rows)}
        self._data_note = Text(part.note, style="small", color="ink2")
        card = Card(*self._data_rows.values(), padding=ROWS)
        return Column(Text(part.title, style="heading"), card, self._data_note, spacing=10)

    def _data_row(self, row: DataRow, line: bool) -> ListRow:
        kind = DangerRow if row.tone == "dg" else ListRow
        made = kind(row.icon, row.title, row.subtitle, tone=row.tone, line=line, static=False, role="button")
        made.bind(on_press=lambda *_: self.intent(row.intent))
        return made

    def _show_data(self, part: DataPart) -> None:
        for row in part.rows:
            shown = self._data_rows[row.intent]
            shown.title, shown.subtitle, shown.tone = row.title, row.subtitle, row.tone
        self._data_note.text = part.note

    def _about(self, state: MoreState) -> Column:
        rows = [self._paper(paper, number > 0) for number, paper in enumerate(state.about.papers)]
        return Column(Text(state.about.title, style="heading"), Card(*rows, padding=ROWS), spacing=10)

    def _paper(self, paper: PaperRow, line: bool) -> ListRow:
        row = ListRow(paper.icon, paper.title, paper.subtitle, tone="pri", line=line, static=False, role="button")
        row.bind(on_press=lambda *_: self._open_paper(paper))
        return row

    def _open_paper(self, paper: PaperRow) -> None:
        from screens.more_sheets import paper_sheet

        paper_sheet(paper, self.intent).open(self.get_parent_window())


def _frame(state: MoreState) -> tuple[Any, ...]:
    """What is not changed in place."""
    kinds = [row.intent for row in state.data.rows]
    return state.title, kinds, state.cancel, state.about, state.looks.sizes, state.care_title, state.number.title
