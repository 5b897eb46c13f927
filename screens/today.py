"""Today: the answer first, then every activity, then what is normal and where to get help."""
from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import ObjectProperty

from aftercare.presenters.today_state import ActionCard, Mode, TodayState
from screens.base import Screen
from screens.today_hero import TodayHero
from screens.today_parts import Body
from screens.today_sections import Sections
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import Page

# The first frame holds what can be seen; the rest follows when that stands on the screen.
FRAMES_BEFORE_THE_REST = 3
LEFT_DP = 372
WIDEST_DP = 1356
ENDLESS_DP = 100_000


class LeftColumn(Column):
    """The left column of the desktop, of a fixed width."""

    def natural_width(self) -> float:
        return float(dp(LEFT_DP))


class TodayScreen(Screen):
    """`panel`: a widget (the timeline) for the right column of the desktop; without one the tiles have it alone.

    Intents: help, late-none, check-in, read-aloud, tab,
    limit, filter, see-all, add-session, open-clinic-plan, example, copy-question.
    """

    panel = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        self._state: TodayState | None = None
        self.sections = Sections(self._act, self.intent, self._see_all)
        self._complete = False
        self._waited = 0
        super().__init__(**kwargs)
        self.page = Page(padding=(0, 24))
        self.add_widget(self.page)
        self.fbind("desktop", self._rearrange)
        self.fbind("panel", self._rearrange)

    def render(self, state: TodayState) -> None:
        """Show a state of `aftercare.presenters.today`; a newer one changes only what differs."""
        self._state = state
        self._show(state)
        if not self._complete and not self._waited:
            self._waited = 1
            Clock.schedule_once(self._later, 0)

    def greet(self) -> None:
        """Fill the ring from empty, for the first look of the day."""
        hero = self.sections.parts.get("hero")
        if hero is not None and hero.ring is not None:
            hero.ring.play()

    def _later(self, *_: Any) -> None:
        self._waited += 1
        if self._waited <= FRAMES_BEFORE_THE_REST:
            Clock.schedule_once(self._later, 0)
        else:
            self.complete()

    def complete(self) -> None:
        """Build what does not belong to the first frame now, instead of after it."""
        if not self._complete and self._state is not None:
            self._complete = True
            self._show(self._state)

    def _rearrange(self, *_: Any) -> None:
        if self._state is not None:
            self._show(self._state)

    def _show(self, state: TodayState) -> None:
        part = self.sections.part
        if state.mode is Mode.NONE:
            empty = part("empty", self._make_empty)
            empty.show(state, self.desktop)
            self._frame([empty])
            return
        hero = part("hero", lambda: TodayHero(lambda: self.intent("help")))
        hero.desktop = self.desktop
        if self._complete:
            part("aloud", lambda: self._offer_aloud(hero))
        ground = "dawn" if state.mode is Mode.BEFORE else "hero"
        hero.hold(self.sections.lead(state, self.desktop))
        hero.show(state.hero, ground, "" if self.desktop else state.help_word, state.mode is Mode.RECOVERED)
        answers = self.sections.answers(state, self.desktop, self.panel if self.desktop else None, self._complete)
        rest = self.sections.rest(state, self.desktop) if self._complete else []
        if self.desktop:
            self._columns([hero, *rest], answers)
        else:
            body = part("body", lambda: Body(spacing=12, padding=[20, 18, 20, 0]))
            keep(body, [*answers, *rest])
            self._frame([hero, body])

    def _offer_aloud(self, hero: TodayHero) -> Any:
        """The button that reads aloud; looked for after the first frame, and None where there is no voice."""
        from screens.widgets.readaloud import read_aloud_button

        button = read_aloud_button(self._spoken, self.intent)
        hero.offer(button)
        return button

    def _spoken(self) -> str:
        from aftercare.presenters.aloud import of_today

        return of_today(self._state) if self._state is not None else ""

    def _frame(self, widgets: list[Any]) -> None:
        self.page.gutter_dp, self.page.measure_dp = 0, ENDLESS_DP
        self.page.column.spacing = 0
        keep(self.page.column, widgets)

    def _columns(self, left: list[Any], right: list[Any]) -> None:
        """The desktop: what leads at the left, the answers and the timeline at the right."""
        self.page.gutter_dp, self.page.measure_dp = 28, WIDEST_DP
        columns = self.sections.part("columns", self._make_columns)
        keep(self.sections.parts["left"], left)
        keep(self.sections.parts["right"], right)
        keep(self.page.column, [columns])

    def _make_columns(self) -> Row:
        left = self.sections.part("left", lambda: LeftColumn(spacing=16, hug=True))
        right = self.sections.part("right", lambda: Column(spacing=12))
        return Row(left, right, spacing=24, align="top", padding=[0, 24, 0, 0])

    def _make_empty(self) -> Any:
        from screens.today_empty import EmptyToday

        return EmptyToday(self._act, lambda: self.intent("help"))

    def _act(self, card: ActionCard) -> None:
        if card.intent:
            self.intent(card.intent, **card.payload)

    def _see_all(self) -> None:
        if self._state is not None and self._state.view.filter:
            self.intent("filter", state="")
        if not self.desktop:
            self.intent("see-all")
