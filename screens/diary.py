"""The diary: what was checked in, and how a symptom goes."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.diary_state import CHART, ENTRIES, DiaryState
from screens.base import Screen
from screens.diary_chart import ChartPart
from screens.diary_entries import EntriesPart
from screens.diary_photos import PairCard, PhotosPart
from screens.widgets.buttons import Pill
from screens.widgets.choices import Segmented
from screens.widgets.layout import Column
from screens.widgets.page import WIDE_DP, BigTop, Page
from screens.widgets.sides import Sides
from screens.widgets.theme import theme

NARROW_DP = 640
COLUMNS_APART = 40


class DiaryScreen(Screen):
    """Renders a DiaryState; in a wide window the chart and the pictures stand beside the list.

    Intents: "help", "check-in", "add-session", "result" (id), "delete-check-in" (id), "diary-part" (part),
    "diary-filter" (symptom), "diary-page" (by), "diary-chart" (symptom), "diary-table", "photo-page" (by),
    "photo" (id), "compare", "add-photo".
    """

    def __init__(self, pictures: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pictures = pictures
        self._state: DiaryState | None = None
        self._entries = EntriesPart(self.intent, pictures)
        self._chart = ChartPart(self.intent)
        self._photos = PhotosPart(self.intent, pictures)
        self._card: PairCard | None = None
        self.page = Page(spacing=16, padding=(4, 28))
        self.add_widget(self.page)
        self.fbind("desktop", self._rebuild)
        self.rebuilt_with(self._rebuild, "large", "huge")

    def render(self, state: DiaryState) -> None:
        before, self._state = self._state, state
        if before is None or self._looks_old or _frame(before) != _frame(state):
            self._rebuild()
        else:
            self._fill(state)
        if before is not None and _read(before) != _read(state):
            # Another page or chart is read from its top.
            self.page.scroll_y = 1

    def _rebuild(self, *_: Any) -> None:
        state = self._state
        if state is None:
            return
        self._looks_old = False
        self.page.clear_column()
        self.page.measure_dp = WIDE_DP if self._wide(state) else NARROW_DP
        help_pill = Pill(state.help, icon="first-aid-kit", on_press=lambda *_: self.intent("help"))
        # On wide windows the rail has the way to help.
        self.page.add_widget(BigTop(state.title, None if self.desktop else help_pill))
        self._fill(state)
        for widget in (self._entries, self._chart, self._photos, self._card):
            if widget is not None and widget.parent is not None:
                widget.parent.remove_widget(widget)
        self.page.add_widget(self._parts(state))
        for widget in self._shown(state):
            self.page.add_widget(widget)

    def _roomy(self) -> bool:
        return bool(self.desktop and not theme.large)

    def _beside(self, state: DiaryState) -> bool:
        """Whether the list and the chart are seen at once."""
        return self._roomy() and state.chart is not None and not state.chart.empty_title

    def _wide(self, state: DiaryState) -> bool:
        pictured = state.photos is not None and state.photos.days
        return self._beside(state) or bool(self._roomy() and pictured)

    def _parts(self, state: DiaryState) -> Any:
        """Where to go; what stands beside another part is no place of its own."""
        offered = [part for part in state.parts if not (self._roomy() and part[0] == CHART)]
        box = Segmented(offered, self._part(state), name=state.parts_title)
        box.bind(chosen=lambda _group, part: self.intent("diary-part", part=part))
        return Sides(box, Column(), spacing=COLUMNS_APART) if self._wide(state) else box

    def _part(self, state: DiaryState) -> str:
        return ENTRIES if self._roomy() and state.view.part == CHART else state.view.part

    def _shown(self, state: DiaryState) -> list[Any]:
        card = [self._card] if state.compare is not None else []
        if state.photos is not None:
            return [self._photos]
        if self._beside(state):
            return [Sides(self._entries, Column(self._chart, *card, spacing=24), spacing=COLUMNS_APART)]
        return [self._chart] if self._part(state) == CHART else [*card, self._entries]

    def _fill(self, state: DiaryState) -> None:
        beside = self._beside(state)
        if state.entries is not None and self._part(state) == ENTRIES:
            self._entries.render(state.entries)
        if state.chart is not None and (beside or self._part(state) == CHART):
            self._chart.render(state.chart)
        if state.compare is not None:
            self._card = self._card or PairCard(self._pictures, self.intent)
            self._card.show(state.compare)
        if state.photos is not None:
            self._photos.wide = self._wide(state)
            self._photos.render(state.photos)


def _read(state: DiaryState) -> tuple[Any, ...]:
    """What is read from its top when it changes."""
    return state.view.page, state.view.part, state.view.charted, state.view.photo_page


def _frame(state: DiaryState) -> tuple[Any, ...]:
    """What is not changed in place."""
    return state.title, state.parts, state.view.part, state.compare is None, _holds(state)


def _holds(state: DiaryState) -> tuple[bool, bool]:
    """Whether there is a chart, and pictures."""
    return state.chart is None or bool(state.chart.empty_title), bool(state.photos and state.photos.days)
