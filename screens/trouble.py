"""Trouble: shown in place of Today; calm, with two ways on, and help always in reach."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.trouble import TroubleState
from screens.base import Screen
from screens.widgets.buttons import Link
from screens.widgets.layout import Column, Row
from screens.widgets.page import Page
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card, IconBox
from screens.widgets.text import Icon, Text


class TroubleScreen(Screen):
    """Renders a TroubleState. Intents: "use-backup" (path), "retry", "copy" (text), "help"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: TroubleState | None = None
        self._tried = False
        self.page = Page(spacing=16, padding=(56, 28))
        self.add_widget(self.page)

    def render(self, state: TroubleState) -> None:
        if state == self._state:
            if self._tried:
                self._retry.subtitle = state.still
            return
        self._state, self._tried = state, False
        self.page.clear_column()
        ways = self._backup(state)
        self._retry = ListRow("arrow-counter-clockwise", state.retry, state.retry_hint, tone="pri", line=bool(ways),
                              static=False, role="button")
        self._retry.bind(on_press=lambda *_: self._again())
        copy = ListRow("hard-drives", state.copy, state.folder, tone="pri", line=True, static=False, role="button",
                       trailing="copy-simple")
        copy.bind(on_press=lambda *_: self._copy(copy, state))
        parts = (
            IconBox(state.icon, "care", 72),
            Column(
                Text(state.title, style="title"), Text(state.what, color="ink2"), Text(state.kept, style="body_strong"),
                spacing=6,
            ),
            Card(*ways, self._retry, copy, padding=[18, 4, 18, 4]),
            self._unwell(state),
        )
        for part in parts:
            self.page.add_widget(part)

    def _backup(self, state: TroubleState) -> list[ListRow]:
        if not state.backup:
            return []
        row = ListRow("tray-arrow-down", state.backup, state.backup_line, tone="pri", static=False, role="button")
        row.disabled = state.searching
        row.bind(on_press=lambda *_: self.intent("use-backup", path=state.backup_path))
        return [row]

    def _again(self) -> None:
        self._tried = True
        self.intent("retry")

    def _copy(self, row: ListRow, state: TroubleState) -> None:
        self.intent("copy", text=state.folder)
        row.title = state.copied

    def _unwell(self, state: TroubleState) -> Card:
        words = Text(state.unwell_text, style="label", lead=state.unwell)
        link = Link(state.help, on_press=lambda *_: self.intent("help"))
        line = Row(Row(Icon("first-aid-kit", 24), words, spacing=14), link, spacing=14, stack="large")
        return Card(line, color="sand", padding=[18, 10, 18, 10])
