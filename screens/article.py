"""One guide in full, on a screen of its own."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.article import spoken
from aftercare.presenters.article_state import ArticleState
from aftercare.words import gettext as _
from screens import article_parts as parts
from screens.base import Screen
from screens.widgets.bands import Band
from screens.widgets.block import Block
from screens.widgets.buttons import IconButton
from screens.widgets.draw import Fill
from screens.widgets.layout import Column, Row
from screens.widgets.page import Frame, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.scenes import DawnScene
from screens.widgets.text import Text

SKY, OVERLAP = 168.0, 32.0


class Sky(Block):
    """The dawn above an article, and the rounded edge of the page that lies over its foot."""

    def build(self) -> None:
        self.scene = DawnScene(size_hint=(None, None), sun_top=84, sun_radius=38)
        self.add_widget(self.scene)
        self._page = Fill(self, "bg", [dp(OVERLAP), dp(OVERLAP), 0.01, 0.01], self.canvas.after)

    def fit(self, width: float) -> float:
        return float(dp(SKY))

    def place(self) -> None:
        self.scene.size, self.scene.pos = self.size, self.pos
        # A little wider, so that its soft edge lies outside.
        self._page.place(self.x - dp(2), self.y - dp(2), self.width + dp(4), dp(OVERLAP + 2))


class ArticleBody(Column):
    """Title and text of an article. `fire(intent, **payload)` is told what was pressed; `aside` stands at the right of
    the title. A newer state of the same article changes only its limits and the present hour."""

    def __init__(self, fire: Any, aside: Any = None) -> None:
        self._fire, self._aside = fire, aside
        self._state: ArticleState | None = None
        self._limits: parts.Limits | None = None
        self._usual: parts.UsualCard | None = None
        super().__init__(spacing=26)

    def render(self, state: ArticleState) -> None:
        """Show an article."""
        before, self._state = self._state, state
        if before == state:
            return
        if before is not None and _frame(before) == _frame(state):
            if self._limits is not None:
                self._limits.show(state)
            if self._usual is not None and state.usual is not None:
                self._usual.show(state.usual)
            return
        self.clear_widgets()
        if self._aside is not None and self._aside.parent is not None:
            self._aside.parent.remove_widget(self._aside)
        title: Any = Text(state.title, style="title")
        if self._aside is not None:
            title = Row(title, self._aside, spacing=8, align="top")
        self._usual = parts.UsualCard(state.usual) if state.usual else None
        self._limits = parts.Limits(state, self._fire) if state.limits else None
        head, *rest = parts.body(state, self._fire, self._usual, self._limits)
        for widget in (Column(title, head, spacing=12), *rest):
            self.add_widget(widget)


def _frame(state: ArticleState) -> Any:
    """What does not change in place: all but the words of what is there by time."""
    return bool(state.limits), bool(state.usual), replace(state, limits=(), usual=None)


class ArticleScreen(Screen):
    """Renders an ArticleState. Intents: "back", "guide" (id), "limit" (activity), "help", "open-address" (address),
    "copy" (text), "read-aloud" (text).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: ArticleState | None = None
        self.body = ArticleBody(self.intent)
        self._back = IconButton("arrow-left", on_press=lambda *_: self.intent("back"))
        wrong = IconButton("first-aid-kit", name=_("Emergency help"), on_press=lambda *_: self.intent("help"))
        bar = Row(self._back, Column(), wrong, spacing=4, padding=[8, 4, 8, 4])
        aloud = read_aloud_button(lambda: spoken(self._state) if self._state else "", self.intent)
        if aloud is not None:
            bar.add_widget(aloud)
        self._top = Band(bar, gutters=False, measure_dp=10_000, color="dawn")
        self.page = Page(Sky(), Band(self.body, upper=0, lower=36), gutter_dp=0, measure_dp=10_000)
        self.page.fbind("scroll_y", self._match_top)
        self.add_widget(Frame(self.page, top=self._top))

    def _match_top(self, *_: Any) -> None:
        """The bar is part of the sky while that is there, and of the page once it has gone by."""
        passed = (1 - self.page.scroll_y) * max(self.page.column.height - self.page.height, 0)
        self._top.color = "dawn" if passed < dp(SKY) else "bg"

    def render(self, state: ArticleState) -> None:
        before, self._state = self._state, state
        self._back.name = state.back
        self.body.render(state)
        if before is not None and before.id != state.id:
            self.page.scroll_y = 1
