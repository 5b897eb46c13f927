"""The diary: what was checked in, and how a symptom goes."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.diary_state import DiaryState
from screens.base import Screen
from screens.diary_chart import ChartPart
from screens.diary_entries import EntriesPart
from screens.diary_photos import PhotosPart
from screens.widgets.buttons import Pill
from screens.widgets.choices import Segmented
from screens.widgets.page import BigTop, Page


class DiaryScreen(Screen):
    """Renders a DiaryState. Intents: "help", "check-in", "add-session", "result" (id), "delete-check-in" (id),
    "diary-part" (part), "diary-filter" (symptom), "diary-page" (by), "diary-chart" (symptom), "diary-table",
    "photo-page" (by), "photo" (id), "compare", "add-photo".
    """

    def __init__(self, pictures: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures
        self._photos: PhotosPart | None = None
        self._state: DiaryState | None = None
        self._entries: EntriesPart | None = None
        self._chart: ChartPart | None = None
        self.page = Page(spacing=16, padding=(4, 28))
        self.add_widget(self.page)
        self.fbind("desktop", lambda *_: self._rebuild())

    def render(self, state: DiaryState) -> None:
        before, self._state = self._state, state
        if before is None or _frame(before) != _frame(state):
            self._rebuild()
        else:
            self._fill(state)
        if before is not None and _read(before) != _read(state):
            # Another page or chart is read from its top.
            self.page.scroll_y = 1

    def _rebuild(self) -> None:
        state = self._state
        if state is None:
            return
        self.page.clear_column()
        help_pill = Pill(state.help, icon="first-aid-kit", on_press=lambda *_: self.intent("help"))
        # On wide windows the rail has the way to help.
        self.page.add_widget(BigTop(state.title, None if self.desktop else help_pill))
        if len(state.parts) > 1:
            parts = Segmented(state.parts, state.view.part, name=state.parts_title)
            parts.bind(chosen=lambda _group, part: self.intent("diary-part", part=part))
            self.page.add_widget(parts)
        self._fill(state)
        if self._entries is not None and state.entries is not None:
            self.page.add_widget(self._entries)
        elif self._chart is not None and state.chart is not None:
            self.page.add_widget(self._chart)
        elif self._photos is not None and state.photos is not None:
            self.page.add_widget(self._photos)

    def _fill(self, state: DiaryState) -> None:
        if state.entries is not None:
            if self._entries is None:
                self._entries = EntriesPart(self.intent, self._pictures)
            self._entries.render(state.entries)
        elif state.chart is not None:
            if self._chart is None:
                self._chart = ChartPart(self.intent)
            self._chart.render(state.chart)
        elif state.photos is not None:
            if self._photos is None:
                self._photos = PhotosPart(self.intent, self._pictures)
            self._photos.render(state.photos)


def _read(state: DiaryState) -> tuple[Any, ...]:
    """What is read from its top when it changes."""
    return state.view.page, state.view.part, state.view.charted, state.view.photo_page


def _frame(state: DiaryState) -> tuple[Any, ...]:
    """What is not changed in place."""
    return state.title, state.parts, state.view.part
