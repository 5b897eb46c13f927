"""Can I …?: a question typed or picked, one large answer, and what people also ask."""
from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from kivy.core.window import Window

from aftercare.presenters.can_i_state import CanIState
from screens.base import Screen
from screens.can_i_parts import AnswerCard, do
from screens.can_i_row import QuestionRow
from screens.widgets.buttons import IconButton, PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import WIDE_DP, BottomAction, Frame, Page
from screens.widgets.searchfield import SearchField
from screens.widgets.sheet import paper_sheet
from screens.widgets.surfaces import Card
from screens.widgets.text import Text
from screens.widgets.theme import theme
from screens.widgets.topbar import TopBar


class CanIScreen(Screen):
    """Renders a CanIState. Intents: "back", "ask" (query), "more-questions", "limit" (activity), "copy-question"
    (text), "call" (number), "help", "add-session", "setting" (name, value).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: CanIState | None = None
        self._rows: dict[str, QuestionRow] = {}
        self._lead: tuple[Any, Any] | None = None
        self.field: SearchField | None = None
        self.fbind("desktop", lambda *_: self._widen())

    def render(self, state: CanIState) -> None:
        before, self._state = self._state, state
        if self.field is None:
            self._build(state)
        elif before is not None and before.view.query != state.view.query:
            # Another answer is read from its top.
            self.page.scroll_y = 1
        self._fill(state)

    def start_typing(self) -> None:
        """Give the line the keyboard."""
        if self.field is not None:
            self.field.entry.take_keyboard(True)

    def stop_typing(self) -> None:
        """Let the keyboard go, before another screen is shown."""
        if self.field is not None:
            self.field.entry.let_go()

    def _build(self, state: CanIState) -> None:
        # The place of "close" holds what the answers rest on.
        about = IconButton("info", state.about, on_press=lambda *_: self._about())
        self.bar = TopBar(
            state.title, on_back=lambda: self.intent("back"), back_name=state.back, trailing=about,
            on_help=lambda: self.intent("help"),
        )  # fmt: skip
        self.field = SearchField(state.title, state.hint, state.clear)
        self.field.bind(text=self._typed)
        self.answer = AnswerCard(self._do)
        self.heading = Text("", style="heading")
        self.list = Card(padding=[16, 4, 16, 4], role="list")
        # The second half of the questions, where two lists stand side by side.
        self.further = Card(padding=[16, 4, 16, 4], role="list")
        self.lists = Row(spacing=24, align="top")
        self.more = PushButton(kind="tonal", on_press=lambda *_: self.intent("more-questions"))
        self.group = Column(self.heading, self.list, spacing=12, padding=[0, 8, 0, 0])
        self.found = Column(spacing=16)
        self.sides = Row(spacing=24, align="top")
        self.page = Page(self.field, spacing=16, padding=(4, 24))
        self.foot = Text("", style="small", color="ink2")
        self.ask = PushButton(small=True, kind="tonal", hug=True, on_press=lambda *_: self._ask())
        self.below = BottomAction(Row(self.foot, self.ask, spacing=12, stack="huge"), padding=[20, 10, 20, 14])
        self.add_widget(Frame(self.page, top=self.bar, bottom=self.below))
        self._widen()

    def _widen(self) -> None:
        """On wide windows the answer stands beside the other questions, and these in two lists without one."""
        if self.field is None or self._state is None:
            return
        for part in (self.bar, self.page, self.below):
            part.measure_dp = WIDE_DP if self.desktop else 640
        self._fill(self._state)

    def _fill(self, state: CanIState) -> None:
        if self.field is None:
            return
        if self.field.text != state.view.query:
            self.field.entry.text = state.view.query
        parts: list[Any] = []
        if state.lead is not None:
            parts.append(self._lead_card(state))
        if state.answer is not None:
            self.answer.show(state.answer)
            parts.append(self.answer)
        wide = self.desktop and not theme.large
        rows = [self._row(row, number) for number, row in enumerate(state.rows)]
        half = (len(rows) + 1) // 2 if wide and not parts else len(rows)
        self.heading.text = self.list.name = self.further.name = state.heading
        keep(self.list, rows[:half])
        keep(self.further, rows[half:])
        for first in rows[half : half + 1]:
            first.line = False
        keep(self.lists, [self.list, self.further] if rows[half:] else [self.list])
        self.more.text = state.more
        keep(self.group, [self.heading, self.lists, *([self.more] if state.more else [])])
        if wide and parts:
            keep(self.found, parts)
            keep(self.sides, [self.found, self.group])
            keep(self.page.column, [self.field, self.sides])
        else:
            keep(self.page.column, [self.field, *parts, self.group])
        self.foot.text = state.foot
        if self.ask.text != state.ask.done:
            self.ask.text, self.ask.icon = state.ask.text, state.ask.icon

    def _row(self, row: Any, number: int) -> QuestionRow:
        if row.id not in self._rows:
            self._rows[row.id] = QuestionRow(row, self._do)
        shown = self._rows[row.id]
        if shown.row != row:
            shown.show(row)
        shown.line = number > 0
        return shown

    def _lead_card(self, state: CanIState) -> Any:
        wanted = (state.lead, state.lead_deed)
        if self._lead is None or self._lead[0] != wanted:
            title, text = state.lead or ("", "")
            deed = state.lead_deed
            words = Column(Text(title, style="subhead"), Text(text, color="ink2"), spacing=3)
            if deed is None:
                self._lead = (wanted, Card(words, padding=[18, 16, 18, 18]))
            else:
                act = PushButton(deed.text, small=True, hug=True, on_press=lambda *_: self._do(deed.intent))
                self._lead = (wanted, Card(words, act, color="primarySoft", spacing=12, padding=[18, 16, 18, 18]))
        return self._lead[1]

    def _typed(self, _field: Any, text: str) -> None:
        if self._state is not None and text != self._state.view.query:
            self.intent("ask", query=text)

    def _do(self, intent: str, **payload: Any) -> None:
        if intent == "ask":
            # A picked question is to be read, and a phone's keyboard would cover it.
            self.stop_typing()
        self.intent(intent, **payload)

    def _ask(self) -> None:
        if self._state is not None:
            do(self.ask, self._state.ask, self._do)

    def _about(self) -> None:
        if self._state is not None:
            title, paragraphs = self._state.paper
            self.stop_typing()
            paper_sheet(SimpleNamespace(title=title, paragraphs=paragraphs)).open(Window)
