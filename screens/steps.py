"""All steps around a session, with their reasons; those before it have a tick."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.steps_page import StepEntry, StepGroup, StepsState, of_steps
from aftercare.presenters.today_care_state import StepTick
from screens.framed import FramedScreen
from screens.today_care import StepRows
from screens.widgets.buttons import Link
from screens.widgets.draw import Glyphs
from screens.widgets.halved import Halved
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.linerow import LineRow
from screens.widgets.page import WIDE_DP, Frame, Page
from screens.widgets.readaloud import read_aloud_button
from screens.widgets.stops import Tag
from screens.widgets.surfaces import Card
from screens.widgets.text import Text
from screens.widgets.topbar import TopBar


class StepLine(LineRow):
    """A step without a tick: its icon, or its number where one follows the other."""

    PAD = (0.0, 12.0, 0.0, 12.0)
    STYLES = ("label_strong", "small")
    UNDER = 2.0

    def __init__(self, entry: StepEntry, line: bool) -> None:
        self._number = entry.number
        super().__init__(entry.icon, entry.title, _lines(entry), tone="pri", line=line)

    def build_media(self) -> None:
        super().build_media()
        self._count = Glyphs(self, "onPrimarySoft")

    def fit_media(self) -> None:
        super().fit_media()
        if self._number:
            self._glyph.token = None
            self._count.set(str(self._number), "label_strong")

    def place_media(self, x: float, middle: float) -> None:
        super().place_media(x, middle)
        size = self.media_size()
        self._count.center(x, middle - size / 2, size, size)

    def on_tone(self, *_: Any) -> None:
        """It has one tone."""


class StepsScreen(FramedScreen[StepsState]):
    """Renders a StepsState. Intents: "close", "help", "toggle-step" (step, session), "origins",
    "read-aloud" (text).
    """

    def frame(self, state: StepsState) -> object:
        """What is not changed in place: everything but the ticks."""
        groups = [(g.title, g.ticks, [(r.id, r.title, r.line) for r in g.rows]) for g in state.groups]
        return state.heading, state.title, state.session, bool(state.count), groups

    def build(self, state: StepsState) -> None:
        self._ticks = StepRows(lambda step: self.intent("toggle-step", step=step, session=state.session))
        self._count = Tag()
        title = Column(Text(state.heading, style="title"))
        head = Row(title, self._count, spacing=8, stack="large") if state.count else title
        lead = Text(state.lead, color="ink2")
        aloud = read_aloud_button(lambda: of_steps(self._state or state), self.intent)
        measure = WIDE_DP if len(state.groups) > 1 else 640
        page = Page(Column(head, lead, spacing=2), spacing=14, padding=(4, 28), measure_dp=measure)
        self._cards = []
        groups = Halved(spacing=18)
        for group in state.groups:
            card = Card(padding=[16, 2, 16, 2], radius=24, role="list", name=group.title or state.heading)
            self._cards.append(card)
            groups.add_widget(Column(Text(group.title, style="subhead"), card, spacing=10) if group.title else card)
        page.add_widget(groups)
        origins = Link(state.origins, icon="caret-right", role="button", on_press=lambda *_: self.intent("origins"))
        page.add_widget(Column(origins, Text(state.note, style="small", color="ink2"), spacing=4))
        top = TopBar(
            state.title, on_back=lambda: self.intent("close"), trailing=aloud, on_help=lambda: self.intent("help"),
            measure_dp=measure,
        )  # fmt: skip
        self.add_widget(Frame(page, top=top))

    def show(self, state: StepsState) -> None:
        self._count.text = state.count
        for card, group in zip(self._cards, state.groups, strict=True):
            keep(card, self._rows(group, card))

    def _rows(self, group: StepGroup, card: Any) -> list[Any]:
        if group.ticks:
            return self._ticks.rows(
                tuple(StepTick(entry.id, entry.title, _lines(entry), entry.done) for entry in group.rows)
            )
        # What has no tick does not change while the frame holds.
        there = list(reversed(card.children))
        return there or [StepLine(entry, number > 0) for number, entry in enumerate(group.rows)]


def _lines(entry: StepEntry) -> str:
    return "\n".join(text for text in (entry.line, f"{entry.why} {entry.own}".strip()) if text)
