"""01: the dawn, three ways in, and the one consent."""
from __future__ import annotations

from functools import partial
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.welcome import Paper, WelcomeState
from screens.base import Screen
from screens.widgets.block import Block, fit_to
from screens.widgets.buttons import Link
from screens.widgets.checks import CheckRow
from screens.widgets.container import Container
from screens.widgets.draw import Fill
from screens.widgets.heropill import HeroPill
from screens.widgets.layout import Column, Row
from screens.widgets.logo import Logo
from screens.widgets.page import Page
from screens.widgets.rows import ChoiceRow
from screens.widgets.scenes import DawnScene
from screens.widgets.sheet import Sheet, paper_sheet
from screens.widgets.text import Icon, Text

# The dawn is as high as the words leave it room, between these (dp).
LEAST_SKY, LOW_SKY, MOST_SKY = 118, 190, 274
OVERLAP = 32
BESIDE_FROM = 1024
MEASURE = 640


class Mark(Logo):
    """The logo at its own size in a row."""

    hug = True

    def natural_width(self) -> float:
        return float(dp(36))


class Ground(Block):
    """What the words stand on."""

    def build(self) -> None:
        self._fill = Fill(self, "bg", [0.01] * 4)

    def shape(self, x: float, y: float, width: float, height: float, upper: float) -> None:
        """Lie in this box, the upper corners rounded by so many pixels."""
        self._fill.shape.radius = [max(upper, 0.01), max(upper, 0.01), 0.01, 0.01]
        self._fill.place(x, y, width, height)


class Dawn(Container):
    """The scene with the mark on it, and the words on a rounded ground that lies over its foot.

    From 1024 dp on they stand side by side. `room` is the height to fill, in pixels.
    """

    def __init__(self, brand: Any, title: Any, words: Any, **kwargs: Any) -> None:
        self.room, self.title = 0.0, title
        self.scene, self.brand, self.words = DawnScene(size_hint=(None, None)), brand, words
        self.ground = Ground(size_hint=(None, None))
        super().__init__(self.scene, self.ground, brand, words, **kwargs)

    @property
    def beside(self) -> bool:
        """Whether the words stand at the right of the scene."""
        return bool(self.width >= dp(BESIDE_FROM))

    def fill_room(self, height: float) -> None:
        """Take up at least this height."""
        if height != self.room:
            self.room = height
            self.invalidate()

    def arrange(self, children: list[Any], width: float) -> float:
        part = width * 0.44 if self.beside else width
        self.title.style = "display" if self.beside else "title"
        fit_to(self.brand, part - dp(40))
        if self.beside:
            self._aside = part
            side = max(dp(48), (width - part - dp(520)) / 2)
            self._fit_words(width - part, side)
            return max(self.room, self.words.height)
        self._aside = 0.0
        self._fit_words(width, max(dp(20), (width - dp(MEASURE)) / 2))
        spare = self.room - self.words.height + dp(OVERLAP)
        least = max(float(dp(LEAST_SKY)), self.brand.height + dp(12 + 24 + OVERLAP))
        self._sky = min(max(spare, least), max(least, float(dp(MOST_SKY)) + max(0.0, spare - dp(MOST_SKY)) * 0.6))
        return max(self.room, self._sky - dp(OVERLAP) + self.words.height)

    def _fit_words(self, width: float, side: float) -> None:
        side = round(side / dp(1))
        if self.words.padding[0] != side:
            self.words.padding = [side, 26, side, 20]
        fit_to(self.words, width)

    def place(self) -> None:
        if not hasattr(self, "_aside"):
            return
        if self.beside:
            self._place_beside()
        else:
            self._place_below()
        self.brand.pos = (self.scene.x + dp(20), self.y + self.height - dp(12) - self.brand.height)

    def _place_beside(self) -> None:
        self.scene.size, self.scene.pos = (self._aside, self.height), self.pos
        self.scene.sun_top, self.scene.sun_radius, self.scene.sun_x = self.height / dp(1) - 214, 132, 0.5
        self.ground.shape(self.x + self._aside, self.y, self.width - self._aside, self.height, 0)
        self.words.pos = (self.x + self._aside, self.y + (self.height - self.words.height) / 2)

    def _place_below(self) -> None:
        sky = self._sky / dp(1)
        self.scene.size = (self.width, self._sky)
        self.scene.pos = (self.x, self.y + self.height - self._sky)
        # The sun keeps its place above the hills and shrinks with a low sky.
        self.scene.sun_radius = min(72.0, max(34.0, sky * 0.263))
        self.scene.sun_top = sky - min(122.0, sky * 0.445)
        # Under a low sky it rises beside the name instead of behind it.
        self.scene.sun_x = 0.5 if sky > LOW_SKY else 0.78
        ground = self._sky - dp(OVERLAP)
        self.ground.shape(self.x, self.y, self.width, self.height - ground, dp(OVERLAP))
        self.words.pos = (self.x, self.y + self.height - ground - self.words.height)


class WelcomeScreen(Screen):
    """Fires "consent" (ticked), "add-session", "example", "open-clinic-plan" and "help"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: WelcomeState | None = None

    def render(self, state: WelcomeState) -> None:
        if self._state is None:
            self._make(state)
        before, self._state = self._state, state
        self.consent.on = state.consented
        self.consent.fault = state.fault
        if state.fault and (before is None or not before.fault):
            self.page.scroll_to(self.consent, padding=dp(24), animate=False)

    def _make(self, state: WelcomeState) -> None:
        name = Row(Mark(decorative=True), Text(state.brand, style="subhead", color="onDawn"), spacing=12)
        wrong = HeroPill(state.help, icon="first-aid-kit", ground="dawn", on_press=lambda *_: self.intent("help"))
        brand = Row(name, wrong, spacing=8, stack="large")
        self.consent = CheckRow(state.consent)
        self.consent.bind(on=self._tick)
        more = Link(state.read_more, on_press=lambda *_: self.open_paper(state.about))
        ways = Column(*[self._way(way) for way in state.ways], spacing=8)
        privacy = Row(Icon("lock-simple", 20, color="ink2"), self._quiet(state.privacy), spacing=8, align="top")
        title = Text(state.title, style="title")
        words = Column(
            title,
            # Two dp of the gutter let the second line hold the rest of the sentence on the usual phone.
            Column(Text(state.lead, color="ink2"), padding=[0, 8, -2, 16]),
            ways,
            Column(self.consent, padding=[0, 16, 0, 0]),
            Column(more, padding=[40, 0, 0, 0]),
            Column(privacy, padding=[0, 4, 0, 0]),
        )
        self.dawn = Dawn(brand, title, words)
        self.page = Page(self.dawn, measure_dp=100000, gutter_dp=0)
        self.page.bind(height=lambda _page, height: self.dawn.fill_room(height))
        self.add_widget(self.page)
        self.dawn.fill_room(self.page.height)

    def _way(self, way: Any) -> ChoiceRow:
        row = ChoiceRow(way.icon, way.title, way.subtitle, kind=way.kind)
        row.bind(on_press=partial(self._go, way.intent))
        return row

    def _tick(self, _row: Any, on: bool) -> None:
        if self._state is not None and on != self._state.consented:
            self.intent("consent", ticked=on)

    def _go(self, intent: str, *_: Any) -> None:
        self.intent(intent)
        if intent == "open-clinic-plan" and self._state is not None:
            self.open_paper(self._state.clinic_plan)

    def open_paper(self, paper: Paper) -> Sheet:
        """Show a short text over the screen."""
        return paper_sheet(paper).open(self.get_root_window())

    def _quiet(self, words: str) -> Text:
        return Text(words, style="small", color="ink2")
