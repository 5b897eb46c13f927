"""Feels wrong? The emergency on top, then the less urgent steps; nothing here needs a session."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.aloud import of_help
from aftercare.presenters.help import CallState, HelpState, TierCard
from screens.framed import FramedScreen
from screens.widgets.bands import Band
from screens.widgets.bullets import Bullet, Numbered
from screens.widgets.buttons import Link, PushButton
from screens.widgets.done import say_done
from screens.widgets.layout import Column, Row
from screens.widgets.page import Frame, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.surfaces import Card, IconBox, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.topbar import TopBar

TONES = {"not_yet": "notyet", "with_care": "care"}


class CallButton(PushButton):
    """The large white button on solid red."""

    def look(self) -> tuple[str | None, str, str | None]:
        return "onDanger", "danger", None

    def measures(self) -> tuple[str, float, float, float, float, float]:
        return "heading", 72, 20, 16, 12, 28


class HelpScreen(FramedScreen[HelpState]):
    """Renders a HelpState. Intents: "close", "call" (number), "copy" (text), "check-in", "read-aloud" (text)."""

    rebuilt_on = ("huge",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._page: Page | None = None
        self.fbind("width", self._match_top)

    def frame(self, state: HelpState) -> object:
        """All but what to say in the call."""
        return replace(state, say="")

    def show(self, state: HelpState) -> None:
        self._say.text = state.say

    def build(self, state: HelpState) -> None:
        aloud = read_aloud_button(self._spoken, self.intent)
        self._top = TopBar(
            state.title, on_back=lambda: self.intent("close"), back_name=state.close, back_icon="x", trailing=aloud,
            measure_dp=0,
        )  # fmt: skip
        self._head = Band(self._top, gutters=False, measure_dp=656, color="danger")
        self._others = Text(state.others_title, style="heading")
        self._page = Page(self._emergency(state), self._rest(state), gutter_dp=0, measure_dp=10_000)
        self.add_widget(Frame(self._page, top=self._head))
        self._match_top()

    def _spoken(self) -> str:
        return of_help(self._state) if self._state else ""

    def _match_top(self, *_: Any) -> None:
        """On a phone the head is part of the red; beside a card it belongs to the page."""
        if self._page is None:
            return
        front = "ink" if self.width >= dp(600) else "onDanger"
        self._head.color = "bg" if front == "ink" else "danger"
        self._top.title.color = front
        for button in self._top.children:
            if hasattr(button, "icon"):
                button.color = front

    def _emergency(self, state: HelpState) -> Band:
        signs = Column(
            *(
                Bullet(s.text, s.under, s.spoken, color="onDanger", under_color="onDanger", dot_color="onDanger")
                for s in state.signs
            ),
            spacing=6, role="list", name=state.heading,
        )
        self._say = Text(state.say, color="onDanger")
        call = Column(*self._call(state.call), self._say, spacing=10, padding=[0, 6, 0, 0])
        heading = Column(
            Icon("siren-fill", 52, color="onDanger"),
            Text(state.heading, style="title", color="onDanger"),
            spacing=4,
        )
        lead = Text(state.lead, style="body_strong", color="onDanger")
        # In very large text the number would be far below the signs.
        middle = (call, lead, signs) if theme.huge else (lead, signs, call)
        band = Band(
            heading, *middle,
            spacing=12, upper=8, lower=8, color="danger", card_when_wide=True,
        )
        if state.skip:
            skip = Link(state.skip, color="onDanger", icon="caret-down", on_press=lambda *_: self._skip())
            band.add_widget(Column(skip, align="center"))
        return band

    def _call(self, call: CallState) -> list[Any]:
        source = [Text(call.source, style="small", color="onDanger")] if call.source else []
        if call.can_call:
            return [self._caller(CallButton(call.action, icon="phone-fill"), call), *source]
        large = Column(
            Text(call.label, color="onDanger"),
            Text(call.number, style="countdown", color="onDanger"),
            *source,
        )
        button = CallButton(call.action, icon="copy-simple")
        button.bind(on_press=lambda *_: self._copy(button, call))
        return [large, button]

    def _caller(self, button: PushButton, call: CallState) -> PushButton:
        button.bind(on_press=lambda *_: self.intent("call", number=call.number))
        return button

    def _copy(self, button: CallButton, call: CallState) -> None:
        self.intent("copy", text=call.number)
        say_done(button, call.copied)

    def _skip(self) -> None:
        if self._page is not None:
            top = self._others.to_window(*self._others.pos)[1] + self._others.height
            room = self._page.column.height - self._page.height
            below = self._page.to_window(*self._page.pos)[1] + self._page.height - top - dp(16)
            if room > 0:
                self._page.scroll_y = max(0.0, self._page.scroll_y - below / room)

    def _rest(self, state: HelpState) -> Band:
        steps = [Numbered(number, text) for number, text in enumerate(state.steps, 1)]
        title = Text(state.steps_title, style="heading")
        waiting = Column(title, *steps, spacing=10, role="list", name=state.steps_title)
        others = Column(self._others, Text(state.others_lead, color="ink2"), spacing=2)
        notes = Column(*(Text(note, style="small", color="ink2") for note in state.notes), spacing=6)
        tiers = [self._tier(tier) for tier in state.tiers]
        if state.check_in:
            ask = lambda *_: self.intent("check-in")  # noqa: E731
            tiers.append(PushButton(state.check_in, icon="smiley", kind="tonal", on_press=ask))
        return Band(
            waiting, others, *tiers, notes,
            spacing=20, upper=28, lower=36, paper="danger",
        )

    def _tier(self, tier: TierCard) -> Card:
        head = Row(
            IconBox(tier.icon, TONES[tier.tone]),
            Column(Text(tier.title, style="subhead"), Text(tier.lead, style="small", color="ink2")),
            spacing=14, align="top", stack="huge",
        )
        signs = Column(
            *(Bullet(sign.text, sign.under, sign.spoken, dot_color=TONES[tier.tone]) for sign in tier.signs),
            spacing=8, role="list", name=tier.title,
        )
        card = Card(head, Separator(), signs, spacing=14)
        if tier.call and self._state is not None:
            card.add_widget(self._caller(PushButton(tier.call, icon="phone", kind="outline"), self._state.call))
        return card
