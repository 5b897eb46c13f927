"""Delete everything: what goes, a copy first, the tick, and what went."""
from __future__ import annotations

from aftercare.presenters.erase_page import EraseState
from screens.framed import FramedScreen
from screens.photo_top import photo_top
from screens.widgets.buttons import Link, PushButton
from screens.widgets.checks import CheckRow
from screens.widgets.fault import FieldFault
from screens.widgets.halved import Halved
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import BottomAction, Frame, Page
from screens.widgets.rows import ListRow
from screens.widgets.secretentry import SecretEntry
from screens.widgets.surfaces import Banner, Card, IconBox, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme


class DangerButton(PushButton):
    """What cannot be undone: outlined, never filled."""

    def look(self) -> tuple[str | None, str, str | None]:
        return None, "dangerText", "dangerText"


class GoesRow(ListRow):
    """One kind of things that went."""

    LEAST = 54.0


def goes(icon: str, words: str) -> Row:
    """One kind of things that is to go."""
    line = Text(words, style="label")
    return Row(Icon(icon, color="dangerText"), line, spacing=14, padding=[0, 11, 0, 11], stack="tight")


class EraseScreen(FramedScreen[EraseState]):
    """Renders an EraseState. Intents: "back", "help", "backup", "erase-tick" (on), "erase-backups" (on),
    "erase-now" (code), "start-anew".
    """

    rebuilt_on = ("huge", "desktop")

    def frame(self, state: EraseState) -> object:
        """What is not changed in place."""
        return state.gone, state.lines, state.left, state.backups, state.code_label, state.heading

    def build(self, state: EraseState) -> None:
        if state.gone:
            self._show_gone(state)
            return
        icon = IconBox("trash", "dg", 72)
        head = Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=4)
        rows = [part for line in state.lines for part in (Separator(), goes(*line))][1:]
        self._backups = CheckRow(state.backups) if state.backups else None
        if self._backups is not None:
            self._backups.bind(on=lambda _row, on: self._ticked("erase-backups", on, state_on="backups_on"))
        self._tick = CheckRow(state.tick, style="label")
        self._tick.bind(on=lambda _row, on: self._ticked("erase-tick", on, state_on="ticked"))
        self._code = SecretEntry(state.code_label) if state.code_label else None
        self._copy_line = Text(style="small", color="ink2")
        asked = [each for each in (self._backups, self._tick, self._code) if each is not None]
        self._news, self._fault = Column(), FieldFault()
        self._keep = PushButton(state.keep, on_press=lambda *_: self.intent("back"))
        self._erase = DangerButton(state.erase, icon="trash", on_press=lambda *_: self._ask())
        buttons = Halved(self._keep, self._erase, from_dp=600, gap_dp=12, spacing=8)
        foot = [Column(self._news, self._fault), buttons]
        parts = [icon, head, Card(*rows, padding=[18, 2, 18, 2]), self._copy(state), Column(*asked, spacing=8)]
        inside = [Column(*foot, spacing=8)] if theme.huge else []
        page = Page(*parts, *inside, spacing=16, padding=(4, 20), measure_dp=640)
        top = photo_top(self, state.title, state.close, "x", measure_dp=640)
        self.add_widget(Frame(page, top=top, bottom=None if theme.huge else BottomAction(*foot)))

    def _copy(self, state: EraseState) -> Card:
        link = Link(state.copy, icon="caret-right", role="button", on_press=lambda *_: self.intent("backup"))
        words = Column(Text(state.copy_title, style="label_strong"), self._copy_line, link, spacing=2)
        return Card(Row(Icon("hard-drives"), words, spacing=14, align="top"), color="sand", padding=[18, 14, 18, 4])

    def show(self, state: EraseState) -> None:
        if state.gone:
            return
        self._copy_line.text = state.copy_line
        self._tick.on, self._tick.fault = state.ticked, state.tick_fault
        if self._backups is not None:
            self._backups.on = state.backups_on
        keep(self._news, [Banner(state.busy, icon="hourglass-medium")] if state.busy else [])
        self._fault.say(state.fault)
        self._keep.disabled = self._erase.disabled = bool(state.busy)

    def _ticked(self, intent: str, on: bool, state_on: str) -> None:
        if self._state is not None and on != getattr(self._state, state_on):
            self.intent(intent, on=on)

    def _ask(self) -> None:
        code = self._code.text if self._code is not None else ""
        if self._code is not None:
            self._code.wipe()
        self.intent("erase-now", code=code)

    def _show_gone(self, state: EraseState) -> None:
        went = [GoesRow(icon, words, tone="ok", line=at > 0) for at, (icon, words) in enumerate(state.lines)]
        left = [Banner(sentence, icon="warning-circle", tone="care") for sentence in state.left]
        again = PushButton(state.again, on_press=lambda *_: self.intent("start-anew"))
        page = Page(
            IconBox("check-circle-fill" if not left else "warning-circle", "care" if left else "ok", 72),
            Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=4),
            Card(*went, padding=[18, 2, 18, 2]), *left, *([again] if theme.huge else []),
            spacing=16, padding=(56, 28), measure_dp=640,
        )  # fmt: skip
        self.add_widget(Frame(page, bottom=None if theme.huge else BottomAction(again)))
