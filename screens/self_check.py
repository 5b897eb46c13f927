"""The self-check: one question after the other, for one thumb, and what there is to tell so far."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.self_check_state import QuestionGroup, SelfCheckState
from screens.framed import FramedScreen
from screens.self_check_question import QuestionBlock
from screens.widgets.buttons import Link, PushButton
from screens.widgets.donebar import DoneBar
from screens.widgets.halved import Halved
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import WIDE_DP, BottomAction, Frame, Page
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.topbar import TopBar


class SelfCheckScreen(FramedScreen[SelfCheckState]):
    """Renders a SelfCheckState. Intents: "close", "help", "check-answer" (question, and yes, condition or
    period; or rest), "my-list", "origins".
    """

    rebuilt_on = ("large",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._blocks: dict[str, QuestionBlock] = {}

    def frame(self, state: SelfCheckState) -> object:
        """What is not changed in place."""
        return state.title, [row.id for group in state.groups for row in group.rows]

    def build(self, state: SelfCheckState) -> None:
        self._blocks = {}
        self._bar = DoneBar()
        self._progress = Text(style="label", hug=True, decorative=True)
        progress = Row(self._bar, self._progress, spacing=14, stack="huge")
        head = Column(Text(state.heading, style="title"), Text(state.lead, color="ink2"), spacing=2)
        groups = [self._group(group, state) for group in state.groups]
        self._rest = PushButton(state.rest, kind="tonal", on_press=lambda *_: self._answer(rest=True))
        origins = Link(state.origins, icon="caret-right", role="button", on_press=lambda *_: self.intent("origins"))
        self._note = Column(origins, Text(state.note, style="small", color="ink2"), spacing=4)
        self._foot = Column(spacing=16)
        self._told = Text(style="label_strong")
        self._sign = Icon("warning-fill", 22, color="care")
        self._count = Row(self._sign, self._told, spacing=10)
        self._list = PushButton(state.see_list, on_press=lambda *_: self.intent("my-list"))
        self._below = Column(spacing=10)
        body = Page(
            head, progress, Halved(*groups, spacing=16), self._foot, spacing=16, padding=(4, 24), measure_dp=WIDE_DP
        )  # fmt: skip
        top = TopBar(
            state.title, on_back=lambda: self.intent("close"), back_icon="x", on_help=lambda: self.intent("help"),
            measure_dp=WIDE_DP,
        )  # fmt: skip
        # In large text the foot would take half of the screen from the questions.
        pinned = not theme.large
        if not pinned:
            body.add_widget(self._below)
        self.add_widget(Frame(body, top=top, bottom=BottomAction(self._below) if pinned else None))

    def _group(self, group: QuestionGroup, state: SelfCheckState) -> Column:
        card = Card(padding=[16, 4, 16, 4], radius=24)
        for row in group.rows:
            block = QuestionBlock(row, state.no, state.yes, bool(card.children), self._answer)
            self._blocks[row.id] = block
            card.add_widget(block)
        return Column(Text(group.title, style="subhead"), card, spacing=10)

    def show(self, state: SelfCheckState) -> None:
        for group in state.groups:
            for row in group.rows:
                self._blocks[row.id].show(row)
        self._bar.fraction, self._bar.name = state.fraction, state.progress_spoken
        self._progress.text = state.progress
        self._rest.text = state.rest
        keep(self._foot, [*([self._rest] if state.rest else []), self._note])
        self._told.text = state.told
        self._sign.icon, self._sign.color = ("warning-fill", "care") if state.some else ("check-circle-fill", "ok")
        keep(self._below, [*([self._count] if state.told else []), self._list])

    def _answer(self, **what: Any) -> None:
        self.intent("check-answer", **what)
