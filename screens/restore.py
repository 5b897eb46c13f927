"""Open a backup: the file, what is in it, how it is put in, and the way back."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.restore_state import RestoreState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.restore_preview import preview_parts
from screens.widgets.buttons import Link, PushButton
from screens.widgets.entry import Entry
from screens.widgets.fault import FieldFault
from screens.widgets.halved import Halved
from screens.widgets.layout import Column
from screens.widgets.page import BottomAction, Frame, Page
from screens.widgets.password import PasswordField
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Banner, Card, IconBox
from screens.widgets.text import Text
from screens.widgets.theme import theme

# Of the preview, which has two columns there, in dp.
WIDE = 960


class RestoreScreen(FramedScreen[RestoreState]):
    """Renders a RestoreState. Intents: "back", "help", "choose-backup", "look-backup" (path, password),
    "restore-mode" (mode), "put-in", "other-backup", "undo-restore", "versions",
    "tab" (name).
    """

    rebuilt_on = ("huge", "desktop")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._typed = ""

    def begin(self) -> None:
        """Opened anew: nothing is typed."""
        super().begin()
        self._typed = ""

    def _ask(self, state: RestoreState, typed: str, **payload: str) -> None:
        if typed:
            self.intent("look-backup", **payload)
        else:
            self._fault.say(state.empty)

    def build(self, state: RestoreState) -> None:
        self._fault = FieldFault()
        self._fault.say(state.fault)
        self._news: list[Any] = [Banner(state.busy, icon="hourglass-medium")] if state.busy else []
        if state.stage not in ("pick", "password"):
            self._news.append(self._fault)
        head: list[Any] = [] if state.stage != "done" else [IconBox("check-circle-fill", "ok", 72)]
        head.append(Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=4))
        parts, foot = getattr(self, f"_{state.stage}")(state)
        for button in foot:
            button.disabled = bool(state.busy)
        wide = WIDE if self.desktop and state.stage == "preview" and not state.kinds else 640
        below = [Column(*self._news), Halved(*foot, from_dp=600, gap_dp=12, spacing=8 if state.stage == "done" else 0)]
        # In large text the buttons would leave no room for what they are about.
        inside = [Column(*below, spacing=8)] if theme.huge else []
        page = Page(*head, *parts, *inside, spacing=16, padding=(4, 28), measure_dp=wide)
        bottom = None if theme.huge else BottomAction(*below, measure_dp=wide)
        top = photo_top(self, state.title, state.close, "x", measure_dp=wide)
        self.add_widget(Frame(page, top=top, bottom=bottom))

    def _pick(self, state: RestoreState) -> tuple[list[Any], list[Any]]:
        self._entry = Entry(
            state.path_label, text=self._typed or state.path, hint="" if theme.large else state.path_hint
        )  # fmt: skip
        self._entry.bind(on_return=lambda *_: self._look(state))
        other: list[Any] = [Column(self._entry, self._fault)]
        if state.choose:
            choose = PushButton(state.choose, icon="file-text", kind="tonal")
            choose.bind(on_press=lambda *_: self.intent("choose-backup"))
            other.insert(0, choose)
        if state.drop:
            other.append(Text(state.drop, style="small", color="ink2"))
        parts: list[Any] = [Column(*other, spacing=12)]
        if state.files:
            # One tap, and nothing to know by heart: before what must be found first.
            rows = [self._file(path, words, number > 0) for number, (path, words) in enumerate(state.files)]
            known = Card(*rows, padding=[18, 4, 18, 4])
            parts = [
                Column(Text(state.files_title, style="subhead"), known, spacing=10),
                Column(Text(state.other_title, style="subhead"), *parts, spacing=10, padding=[0, 8, 0, 0]),
            ]
        return parts, [PushButton(state.open, on_press=lambda *_: self._look(state))]

    def _file(self, path: str, words: str, line: bool) -> ListRow:
        row = ListRow("hard-drives", words, "", tone="pri", line=line, static=False, role="button")
        row.bind(on_press=lambda *_: self.intent("look-backup", path=path, password=""))
        return row

    def _look(self, state: RestoreState) -> None:
        self._typed = self._entry.text
        path = self._typed.strip()
        self._ask(state, path, path=path, password="")

    def _password(self, state: RestoreState) -> tuple[list[Any], list[Any]]:
        field = PasswordField(state.password_label, state.show_password)

        def hand_in(*_: Any) -> None:
            self._ask(state, field.text, password=field.text)

        field.bind(on_return=hand_in)
        other = PushButton(state.cancel, kind="text", on_press=lambda *_: self.intent("other-backup"))
        return [Column(field, self._fault)], [PushButton(state.open, on_press=hand_in), other]

    def _preview(self, state: RestoreState) -> tuple[list[Any], list[Any]]:
        go = PushButton(state.put_in, on_press=lambda *_: self.intent("put-in"))
        cancel = PushButton(state.other or state.cancel, kind="text")
        cancel.bind(on_press=lambda *_: self.intent("other-backup" if state.other else "back"))
        return preview_parts(state, self.intent), [go, cancel]

    def _done(self, state: RestoreState) -> tuple[list[Any], list[Any]]:
        lines = [Text(line) for line in state.lines]
        parts: list[Any] = [Card(*lines, spacing=8)] if lines else []
        if state.versions:
            # Below what they are about, and never in the place of the way on.
            parts.append(Link(state.versions, icon="caret-right", role="button",
                              on_press=lambda *_: self.intent("versions")))
        foot = [PushButton(state.plan, on_press=lambda *_: self.intent("tab", name="today"))]
        if state.undo:
            undo = PushButton(state.undo, kind="outline", icon="arrow-counter-clockwise")
            undo.bind(on_press=lambda *_: self.intent("undo-restore"))
            foot.append(undo)
        return parts, foot
