"""The list for the clinic: large sentences to say or to show, and what each of them leads to."""
from __future__ import annotations

from typing import Any

from kivy.core.window import Window

from aftercare.presenters.result_phone import phone_form
from aftercare.presenters.result_state import Deed
from aftercare.presenters.self_check_list import of_list
from aftercare.presenters.self_check_state import ListPart, MyListState
from screens.framed import FramedScreen
from screens.widgets.buttons import Link, PushButton
from screens.widgets.done import say_done
from screens.widgets.halved import Halved
from screens.widgets.layout import Column, Row
from screens.widgets.page import WIDE_DP, BottomAction, Frame, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.topbar import TopBar

NARROW_DP = 640
COLORS = {"care": "care", "ask": "ask", "pri": "primary"}


class MyListScreen(FramedScreen[MyListState]):
    """Renders a MyListState. Intents: "close", "help", "self-check", "copy" (text), "call" (number),
    "read-aloud" (text), "setting" (the clinic's phone).
    """

    rebuilt_on = ("large",)

    def build(self, state: MyListState) -> None:
        lead = [Text(state.lead, color="ink2")] if state.lead else []
        aloud = read_aloud_button(lambda: of_list(state), self.intent) if state.parts else None
        measure = WIDE_DP if len(state.parts) > 1 else NARROW_DP
        head = Column(Text(state.heading, style="title"), *lead, spacing=2)
        page = Page(head, spacing=20, padding=(4, 24), measure_dp=measure)
        if state.parts:
            page.add_widget(Halved(*(_part(part) for part in state.parts), spacing=20))
        if state.empty:
            page.add_widget(Text(state.empty))
        page.add_widget(self._open(state))
        number = self._number(state)
        actions = [*number, *(self._button(deed) for deed in state.actions)]
        pinned = not theme.large
        for widget in [] if pinned else actions:
            page.add_widget(widget)
        page.add_widget(Column(*(Text(note, style="small", color="ink2") for note in state.notes), spacing=4))
        top = TopBar(
            state.title, on_back=lambda: self.intent("close"), back_icon="x", trailing=aloud,
            on_help=lambda: self.intent("help"), measure_dp=measure,
        )  # fmt: skip
        foot = BottomAction(*actions, padding=[20, 14, 20, 16]) if pinned and actions else None
        self.add_widget(Frame(page, top=top, bottom=foot))

    def _open(self, state: MyListState) -> Column:
        words = [Text(state.still, style="label")] if state.still else []
        link = Link(state.go_on, icon="caret-right", role="button", on_press=lambda *_: self.intent("self-check"))
        return Column(*words, link)

    def _number(self, state: MyListState) -> list[Any]:
        if not state.number:
            return []
        return [Column(Text(state.number_label, style="small", color="ink2"), Text(state.number, style="title"))]

    def _button(self, deed: Deed) -> PushButton:
        button = PushButton(deed.text, icon=deed.icon, kind=deed.kind)
        button.bind(on_press=lambda *_: self._do(deed, button))
        return button

    def _do(self, deed: Deed, button: PushButton) -> None:
        if deed.intent == "clinic-phone":
            from screens.result_phone import phone_sheet

            phone_sheet(phone_form({}), self.intent).open(Window)
            return
        self.intent(deed.intent, **deed.payload)
        if deed.done:
            say_done(button, deed.done)


def _part(part: ListPart) -> Column:
    """One outcome: its word, and below it what to say."""
    color = COLORS[part.tone]
    head = Row(Icon(part.icon, 22, color=color), Text(part.title, style="subhead", color=color), spacing=10)
    card = Card(padding=[18, 4, 18, 4], radius=24, role="list", name=part.title)
    for number, row in enumerate(part.rows):
        if number:
            card.add_widget(Separator())
        says = (Text(say, style="heading") for say in row.says)
        lead = Text(row.lead, style="small", color="ink2")
        card.add_widget(Column(*says, lead, spacing=4, padding=[0, 14, 0, 14]))
    return Column(head, card, spacing=8)
