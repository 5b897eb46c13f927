"""The result of a check-in: the word and the action on top, then why, what to do, and a note for the clinic."""
from __future__ import annotations

from typing import Any

from kivy.core.window import Window
from kivy.metrics import dp

from aftercare.presenters.aloud import of_result
from aftercare.presenters.result_state import Deed, FactRow, Part, ResultState
from screens.framed import FramedScreen
from screens.help import HelpScreen
from screens.result_phone import phone_sheet
from screens.widgets.bands import Band
from screens.widgets.bullets import Bullet
from screens.widgets.buttons import Link, PushButton
from screens.widgets.done import say_done
from screens.widgets.halved import Halved
from screens.widgets.layout import Column, Row, Spread
from screens.widgets.page import GUTTER, WIDE_DP, BottomAction, Frame, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card, PressCard
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.tierhead import TierHead, TierSign
from screens.widgets.topbar import TopBar

SOFT = {"ok": "okSoft", "care": "careSoft", "notyet": "notyetSoft", "dg": "dangerSoft"}


class ResultScreen(FramedScreen[ResultState]):
    """Renders a ResultState. Intents: "close", "help", "call" (number), "copy" (text), "setting" (name, value),
    "change-check-in", "undo-check-in", "read-aloud" (text), "where-from",
    "remind-me" (id, at, wall, at_night), "forget-reminder" (id).
    """

    rebuilt_on = ("large", "desktop")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._page: Page | None = None

    def build(self, state: ResultState) -> None:
        if state.emergency is not None:
            page = HelpScreen()
            page.bind(on_intent=lambda _page, name, payload: self.intent(name, **payload))
            page.render(state.emergency)
            self.add_widget(page)
            return
        actions = self._actions(state)
        number = self._number(state)
        pinned = not theme.large
        deeds = [self._part(state.now), self._red(state)]
        if state.changes.lines:
            deeds.append(self._part(state.changes))
        # On wide windows what to do stands beside the reasons, not below them.
        what, note = Column(*deeds, spacing=20), self._summary(state)
        kept = Column(self._saved(state), self._notes(state), spacing=20)
        if self.desktop and pinned:
            left, right = (Column(*parts, spacing=28) for parts in ((self._facts(state), note), (what, kept)))
            body, after = [Halved(left, right, from_dp=0)], []
        else:
            body, after = [self._facts(state), what], [note, kept]
        # In large text the foot has no room, and a call must not wait below the reasons.
        first, last = ([*number, *actions], []) if state.tone == "notyet" else ([], actions)
        inner = [*body, *after] if pinned else [*first, *body, *last, *after]
        self._page = Page(
            self._head(state), Band(*inner, spacing=20, measure_dp=WIDE_DP, upper=20, lower=28),
            gutter_dp=0, measure_dp=10_000,
        )
        foot = BottomAction(*number, *actions, padding=[20, 14, 20, 16]) if pinned else None
        self.add_widget(Frame(self._page, bottom=foot))

    def _head(self, state: ResultState) -> TierHead:
        aloud = read_aloud_button(lambda: of_result(state), self.intent)
        top = TopBar(
            state.title, on_back=lambda: self.intent("close"), back_name=state.close, back_icon="x", trailing=aloud,
            measure_dp=0,
        )  # fmt: skip
        sign = Row(
            TierSign(icon=state.icon, tone=state.tone),
            Text(state.word, style="subhead", color=state.tone),
            spacing=14, stack="tight",
        )
        words = Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=4)
        inner = Column(sign, words, spacing=12, padding=[GUTTER, 0, GUTTER, 0])
        # The bar reaches further out than the words.
        return TierHead(
            top, inner, color=SOFT[state.tone], spacing=8, upper=8, lower=22, gutters=False,
            measure_dp=WIDE_DP + 2 * GUTTER,
        )  # fmt: skip

    def _facts(self, state: ResultState) -> Column:
        rows = [_fact(row, number > 0) for number, row in enumerate(state.facts)]
        card = Card(*rows, padding=[16, 4, 16, 4], radius=24, role="list", name=state.facts_title)
        return Column(Text(state.facts_title, style="subhead"), card, spacing=10)

    def _part(self, part: Part) -> Column:
        lines = Column(*(Bullet(line) for line in part.lines), spacing=8, role="list", name=part.title)
        return Column(Text(part.title, style="subhead"), lines, spacing=10)

    def _red(self, state: ResultState) -> PressCard:
        words = Column(Text(state.red_title, style="label_strong"), Text(state.red_text, style="small"))
        row = Row(Icon("siren-fill", 26, color="dangerText"), words, Icon("caret-right", 20, color="dangerText"),
                  spacing=14)  # fmt: skip
        return PressCard(
            row, name=f"{state.red_title} {state.red_text}", color="dangerSoft", padding=[16, 14, 14, 14],
            radius=20, on_press=lambda *_: self.intent("help"),
        )  # fmt: skip

    def _number(self, state: ResultState) -> list[Any]:
        if not state.number:
            return []
        return [Column(Text(state.number_label, style="small", color="ink2"), Text(state.number, style="title"))]

    def _summary(self, state: ResultState) -> Column:
        card = Card(
            Text(state.summary), self._button(state.copy), spacing=14, padding=[18, 16, 18, 18], radius=24
        )  # fmt: skip
        head = Column(
            Text(state.summary_title, style="subhead"), Text(state.summary_lead, style="small", color="ink2")
        )
        self._note = Column(head, card, spacing=10)
        return self._note

    def _saved(self, state: ResultState) -> Row:
        links = Row(
            Link(state.change, on_press=lambda *_: self.intent("change-check-in")),
            Link(state.undo, on_press=lambda *_: self.intent("undo-check-in")),
            spacing=24, hug=True,
        )  # fmt: skip
        words = Row(Icon("notebook", 20, color="ink2"), Text(state.saved, style="small", color="ink2"), spacing=8)
        return Row(words, links, spacing=12, stack="large")

    def _notes(self, state: ResultState) -> Column:
        ask = lambda *_: self.intent("where-from")  # noqa: E731
        source = Link(state.where_from, icon="caret-right", role="button", on_press=ask)
        return Column(source, *(Text(note, style="small", color="ink2") for note in state.notes), spacing=6)

    def _button(self, deed: Deed) -> PushButton:
        button = PushButton(deed.text, icon=deed.icon, kind=deed.kind)
        button.bind(on_press=lambda *_: self._do(deed, button))
        return button

    def _actions(self, state: ResultState) -> list[Any]:
        """The main button, then the outlined ones, then those of words alone side by side."""
        words = [self._button(deed) for deed in state.more if deed.kind == "text"]
        return [
            *self._reminded(state),
            *(self._button(deed) for deed in (state.main, *state.more) if deed.kind != "text"),
            *([Spread(*words, spacing=8)] if words else []),
        ]

    def _reminded(self, state: ResultState) -> list[Any]:
        """What is set, and its undoing."""
        found = state.reminded
        if found is None:
            return []
        words = Column(Text(found.text, style="label_strong"))
        if found.detail:
            words.add_widget(Text(found.detail, style="small", color="ink2"))
        undo = Link(found.undo, role="button", on_press=lambda *_: self.intent("forget-reminder", id=found.check_in))
        # Two things on the screen are undone; the ear must tell them apart.
        undo.name = f"{found.undo}: {found.text}"
        told = Row(Icon("bell-ringing", 22, color="primary"), words, spacing=12)
        return [Row(told, undo, spacing=12, stack="large")]

    def _show_note(self) -> None:
        if self._page is not None:
            self._page.scroll_to(self._note, padding=dp(16), animate=False)

    def _do(self, deed: Deed, button: PushButton) -> None:
        if deed.intent == "show-note":
            self._show_note()
            return
        if deed.intent == "clinic-phone":
            if self._state is not None:
                phone_sheet(self._state.phone, self.intent).open(Window)
            return
        self.intent(deed.intent, **deed.payload)
        if deed.done:
            say_done(button, deed.done)


class FactLine(ListRow):
    """A row whose mark at the end has the colour of its tone."""

    def build(self) -> None:
        super().build()
        if self._end is not None:
            self._end.token = "dangerText" if self.tone == "dg" else self.tone


def _fact(row: FactRow, line: bool) -> FactLine:
    made = FactLine(row.icon, row.title, row.subtitle, trailing=row.mark, tone=row.tone, line=line, static=True)
    made.name = row.spoken
    return made
