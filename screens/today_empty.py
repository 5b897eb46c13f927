"""Today without a session: the ways in, on a rising sun."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from aftercare.presenters.today_state import TodayState
from screens.today_lists import fixed_card, plain_card
from screens.today_parts import Act, Body
from screens.widgets.block import Block, fit_to
from screens.widgets.buttons import Link, PushButton
from screens.widgets.container import Container
from screens.widgets.draw import Fill
from screens.widgets.heropill import HeroPill
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.scenes import DawnScene
from screens.widgets.text import Text
from screens.widgets.theme import theme

SKY = 308.0
SHEET_AT = 264.0
ROUND = 32.0


class Dawn(Container):
    """The sky with a greeting and "Feels wrong?"; the page below begins with round corners over it."""

    def __init__(self, on_help: Any) -> None:
        self.title = Text(style="heading", color="onDawn")
        self.help = HeroPill(icon="first-aid-kit", ground="dawn", on_press=lambda *_: on_help())
        self.head = Row(self.title, self.help, spacing=8, stack="large")
        self.scene = DawnScene(sun_top=160, sun_radius=66)
        super().__init__(self.scene, self.head)

    def build(self) -> None:
        self._sheet = Fill(self, "bg", [dp(ROUND), dp(ROUND), 0.1, 0.1], canvas=self.canvas.after)

    def arrange(self, children: list[Any], width: float) -> float:
        fit_to(self.head, width - dp(20 + (20 if theme.large else 12)))
        self._lower = max(0.0, self.head.height - dp(40)) if theme.large else 0.0
        self.scene.sun_top = 160 + self._lower / dp(1)
        return dp(SHEET_AT) + self._lower + dp(ROUND)

    def place(self) -> None:
        top = self.y + self.height
        tall = dp(SKY) + self.__dict__.get("_lower", 0.0)
        self.scene.size, self.scene.pos = (self.width, tall), (self.x, top - tall)
        self.head.pos = (self.x + dp(20), top - dp(12) - self.head.height)
        self._sheet.place(self.x, self.y - dp(ROUND), self.width, dp(2 * ROUND))


class EmptyToday(Column):
    """Shows a state of the mode "none"."""

    def __init__(self, act: Act, on_help: Any) -> None:
        self._act = act
        self.dawn = Dawn(on_help)
        self.lead, self.intro = Text(style="title"), Text(color="ink2")
        self.body = Body(spacing=8, padding=[20, 0, 20, 0])
        self.gap = Block(height=dp(4))
        self._ways: list[Any] = []
        self._notice: Any = None
        self._ask: Any = None
        self._lost: Any = None
        super().__init__(self.dawn, self.body)

    def show(self, state: TodayState, wide: bool = False) -> None:
        """Show the ways in; a `wide` window has the way to help in its rail."""
        from aftercare.presenters.today_state import ActionCard

        keep(self.dawn.head, [self.dawn.title] if wide else [self.dawn.title, self.dawn.help])
        self.dawn.title.text, self.dawn.help.text = state.hero.title, state.help_word
        self.lead.text, self.intro.text = state.hero.lead, state.intro
        if not self._ways:
            kinds = ("primary", "tonal")
            for kind, choice in zip(kinds, state.choices, strict=False):
                self._ways.append(
                    PushButton(
                        choice.title, icon=choice.icon, kind=kind, on_press=lambda *_, choice=choice: self._act(choice)
                    )
                )
            for choice in state.choices[len(kinds):]:
                link = Link(choice.title, on_press=lambda *_, choice=choice: self._act(choice))
                self._ways.append(Column(link, align="center"))
        if state.notice and self._notice is None:
            self._notice = plain_card(ActionCard("info", state.notice))
        if state.ask is not None and self._ask is None:
            self._ask = fixed_card(state.ask, self._act)
        if state.lost is not None and self._lost is None:
            self._lost = fixed_card(state.lost, self._act)
        notice = [self._notice] if state.notice else []
        if state.lost is not None:
            notice.insert(0, self._lost)
        already = [self._ask] if self._ask is not None else []
        keep(self.body, [self.lead, self.intro, *notice, self.gap, *self._ways, *already])
