"""Learn: short guides to search and read; on wide windows one is read beside the list."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from aftercare.presenters.article import spoken
from aftercare.presenters.learn_state import LearnState
from screens.article import ArticleBody
from screens.base import Screen
from screens.learn_list import GuideList
from screens.widgets.buttons import Pill
from screens.widgets.keep import keep
from screens.widgets.page import BigTop, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.searchfield import SearchField

LEFT_DP, GUTTER_DP, TOP_DP = 372, 28, 24


class LearnScreen(Screen):
    """Renders a LearnState. Intents: "help", "guide" (id), "learn-search" (query), "learn-group" (group), "can-i"
    (query), and those of an article.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: LearnState | None = None
        self.page = Page(spacing=14, padding=(4, 28))
        self.list = GuideList(self.intent)
        self._search: SearchField | None = None
        self._beside: Any = None
        self.add_widget(self.page)
        self.fbind("desktop", lambda *_: self._rebuild())

    def render(self, state: LearnState) -> None:
        before, self._state = self._state, state
        if before is None or (before.title, before.hint) != (state.title, state.hint):
            self._rebuild()
        else:
            self._fill(state)
        if before is not None and before.view.group != state.view.group:
            self.page.scroll_y = 1

    def _rebuild(self) -> None:
        state = self._state
        if state is None:
            return
        help_pill = Pill(state.help, icon="first-aid-kit", on_press=lambda *_: self.intent("help"))
        self._search = SearchField(state.search, state.hint, state.clear)
        self._search.show(state.view.query)
        self._search.bind(text=lambda _field, text: self.intent("learn-search", query=text))
        # On wide windows the rail has the way to help.
        top = BigTop(state.title, None if self.desktop else help_pill, padding=[0, TOP_DP if self.desktop else 8, 0, 8])
        keep(self.page.column, [top, self._search, self.list])
        self._arrange()
        self._fill(state)

    def _arrange(self) -> None:
        self.clear_widgets()
        for page in (self.page, self._beside.page if self._beside else None):
            if page is not None and page.parent is not None:
                page.parent.remove_widget(page)
        if not self.desktop:
            self.page.size_hint_x, self.page.gutter_dp = 1, -1
            self.add_widget(self.page)
            return
        self._beside = self._beside or Beside(self.intent)
        self.page.size_hint_x, self.page.width, self.page.gutter_dp = None, dp(LEFT_DP + 2 * GUTTER_DP), GUTTER_DP
        row = BoxLayout(orientation="horizontal")
        row.add_widget(self.page)
        row.add_widget(self._beside.page)
        self.add_widget(row)

    def _fill(self, state: LearnState) -> None:
        self.list.render(state)
        if self._search is not None and self._search.text != state.view.query:
            self._search.entry.text = state.view.query
        if self._beside is not None and state.article is not None:
            self._beside.render(state.article)


class Beside:
    """The article in the right part of a wide window."""

    def __init__(self, fire: Any) -> None:
        self._shown = ""
        self._state: Any = None
        aloud = read_aloud_button(lambda: spoken(self._state) if self._state else "", fire)
        self.body = ArticleBody(fire, aloud)
        self.page = Page(self.body, padding=(TOP_DP + 8, 36), measure_dp=640)

    def render(self, state: Any) -> None:
        """Show an article; another one is read from its top."""
        self._state = state
        self.body.render(state)
        if self._shown and self._shown != state.id:
            self.page.scroll_y = 1
        self._shown = state.id
