"""Backup: one file with all data, now or every day."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.backup_page import BackupState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import PushButton
from screens.widgets.checks import ToggleRow
from screens.widgets.entry import Entry
from screens.widgets.fault import FieldFault
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import Frame, Page
from screens.widgets.password import PasswordField
from screens.widgets.surfaces import Banner, Card, IconBox
from screens.widgets.text import Text


class BackupScreen(FramedScreen[BackupState]):
    """Renders a BackupState. Intents: "back", "help", "choose-folder", "backup-folder" (path),
    "save-backup" (folder, password), "daily-backup" (on, folder, password).
    """

    rebuilt_on = ("desktop",)

    def frame(self, state: BackupState) -> object:
        """What is not changed in place."""
        return state.title, state.choose, state.password_label, state.password_line

    def build(self, state: BackupState) -> None:
        self._last = Text(style="label_strong")
        last = Row(IconBox("hard-drives", "pri"), self._last, spacing=14)
        self._folder = Entry(state.folder_label)
        self._folder.bind(on_enter=lambda _entry, text: self.intent("backup-folder", path=text))
        self._password = PasswordField(state.password_label, state.show_password)
        self._news, self._fault = Column(), FieldFault()
        self._save = PushButton(state.save, icon="download-simple", on_press=lambda *_: self._save_now())
        self._daily = ToggleRow("repeat", state.daily, state.daily_line, state.daily_on, tone="pri")
        self._daily.bind(on=self._switched)
        self._problem = FieldFault()
        ways: list[Any] = [self._folder]
        if state.choose:
            choose = PushButton(state.choose, kind="tonal", icon="magnifying-glass", small=True)
            choose.bind(on_press=lambda *_: self.intent("choose-folder"))
            ways.append(choose)
        password = Column(self._password, Text(state.password_line, style="small", color="ink2"), spacing=4)
        page = Page(
            Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=4),
            Card(last, padding=[18, 12, 18, 12]),
            Column(*ways, spacing=10), password, Column(self._news, self._fault, self._save, spacing=8),
            Column(
                Text(state.daily_title, style="heading"), Card(self._daily, padding=[18, 4, 18, 4]), self._problem,
                spacing=10,
            ),
            spacing=20, padding=(4, 28),
        )  # fmt: skip
        self.add_widget(Frame(page, top=photo_top(self, state.title, state.back, measure_dp=640)))

    def show(self, state: BackupState) -> None:
        self._last.text = state.last
        self._folder.show(state.folder)
        news = [Banner(state.busy, icon="hourglass-medium")] if state.busy else []
        keep(self._news, news or ([Banner(state.done, icon="check-circle-fill", tone="ok")] if state.done else []))
        self._fault.say(state.fault)
        self._save.disabled = bool(state.busy)
        self._daily.subtitle, self._daily.on = state.daily_line, state.daily_on
        self._problem.say(state.daily_problem)
        if state.done:
            self._password.wipe()

    def _save_now(self) -> None:
        self.intent("save-backup", folder=self._folder.text, password=self._password.text)

    def _switched(self, _row: Any, on: bool) -> None:
        if self._state is not None and on != self._state.daily_on:
            self.intent("daily-backup", on=on, folder=self._folder.text, password=self._password.text)
