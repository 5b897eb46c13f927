"""Today: the answer first, then every activity, then what is normal and where to get help."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import ObjectProperty

from aftercare.presenters.today_state import ActionCard, Mode, TileState, TodayState
from screens.base import Screen
from screens.today_hero import TodayHero
from screens.today_parts import Body, Counts, LeadCard, Tiles
from screens.widgets.buttons import PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.page import Page
from screens.widgets.text import Text

# The first frame holds what can be seen; the rest follows when that stands on the screen.
FRAMES_BEFORE_THE_REST = 3
LEFT_DP = 372
TILES_ABOVE_PANEL = 4
WIDEST_DP = 1356
ENDLESS_DP = 100_000


class LeftColumn(Column):
    """The left column of the desktop, of a fixed width."""

    def natural_width(self) -> float:
        return float(dp(LEFT_DP))


class TodayScreen(Screen):
    """`panel`: a widget (the timeline) for the right column of the desktop; without one the tiles have it alone.

    Intents: help, tab, limit, filter, see-all, add-session, open-clinic-plan, example, copy-question.
    """

    panel = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        self._state: TodayState | None = None
        self._parts: dict[str, Any] = {}
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
        """Fill the ring once, for the first look of the day."""
        hero = self._parts.get("hero")
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
        if state.mode is Mode.NONE:
            self._part("empty", self._make_empty).show(state)
            self._frame([self._parts["empty"]])
            return
        hero = self._part("hero", lambda: TodayHero(lambda: self.intent("help")))
        hero.desktop = self.desktop
        ground = "dawn" if state.mode is Mode.BEFORE else "hero"
        if state.card is not None:
            self._part("card", lambda: LeadCard(self._act)).show(state.card)
        hero.hold(self._parts["card"] if state.card is not None else None)
        hero.show(state.hero, ground, "" if self.desktop else state.help_word, state.mode is Mode.RECOVERED)
        answers, rest = self._answers(state), self._rest(state)
        if self.desktop:
            self._columns([hero, *rest], answers)
        else:
            body = self._part("body", lambda: Body(spacing=12, padding=[20, 18, 20, 0]))
            keep(body, [*answers, *rest])
            self._frame([hero, body])

    def _frame(self, widgets: list[Any]) -> None:
        self.page.gutter_dp, self.page.measure_dp = 0, ENDLESS_DP
        self.page.column.spacing = 0
        keep(self.page.column, widgets)

    def _columns(self, left: list[Any], right: list[Any]) -> None:
        """The desktop: what leads at the left, the answers and the timeline at the right."""
        self.page.gutter_dp, self.page.measure_dp = 28, WIDEST_DP
        columns = self._part("columns", self._make_columns)
        keep(self._parts["left"], left)
        keep(self._parts["right"], [*right, self.panel] if self.panel is not None else right)
        keep(self.page.column, [columns])

    def _make_columns(self) -> Row:
        self._parts["left"] = LeftColumn(spacing=16, hug=True)
        self._parts["right"] = Column(spacing=12)
        return Row(self._parts["left"], self._parts["right"], spacing=24, align="top", padding=[0, 24, 0, 0])

    def _answers(self, state: TodayState) -> list[Any]:
        found: list[Any] = []
        if state.banner is not None:
            found.append(self._card("banner", state.banner))
        if state.notice:
            found.append(self._card("notice", ActionCard("info", state.notice)))
        if state.stops is not None:
            found.append(self._shown("stops", lambda: self._lists().StopCard(self._open), state.stops))
        if state.tiles:
            found += self._heading(state)
            tiles = self._shown("tiles", lambda: Tiles(self._open), self._tiles(state))
            tiles.columns = 4 if self.desktop else 2
            found.append(tiles)
        if state.note is not None:
            found.append(self._shown("note", lambda: self._lists().AskCard(self._act), state.note))
        if state.more and (not self.desktop or state.view.filter):
            more = self._part("more", lambda: PushButton(kind="tonal", on_press=lambda *_: self._see_all()))
            more.text = state.more
            found.append(more)
        if state.upcoming is not None and (self._complete or state.stops is not None):
            found.append(self._shown("upcoming", lambda: self._lists().StopCard(self._open), state.upcoming))
        return found

    def _tiles(self, state: TodayState) -> tuple[TileState, ...]:
        """The desktop has room for all, or for one row above the timeline, which names all of them."""
        if not self.desktop or state.view.filter or state.view.expanded:
            return state.tiles
        return state.tiles[:TILES_ABOVE_PANEL] if self.panel is not None else state.tiles + state.later

    def _heading(self, state: TodayState) -> list[Any]:
        heading = self._part("heading", lambda: Text(style="heading"))
        heading.text = state.heading
        counts = self._shown("counts", lambda: Counts(self._filter), state.counts)
        if not self.desktop:
            counts.hug = False
            counts.size_hint_x = 1
            return [heading, counts]
        counts.hug = True
        counts.size_hint_x = None
        row = self._part("heading row", lambda: Row(spacing=16))
        keep(row, [heading, counts])
        return [row]

    def _rest(self, state: TodayState) -> list[Any]:
        if not self._complete:
            return []
        found: list[Any] = []
        if state.signs is not None:
            signs = self._shown("signs", lambda: self._lists().SignsCard(), state.signs)
            found.append(self._part("signs box", lambda: Column(signs, padding=[0, 0 if self.desktop else 12, 0, 0])))
        for name, card in (("watch", state.watch), ("help", state.help)):
            if card is not None:
                found.append(self._card(name, card))
        advice = self._part("advice", lambda: Text(style="small", color="ink2", halign="center"))
        advice.text = state.advice
        return [*found, advice]

    def _card(self, name: str, card: ActionCard) -> Any:
        """A card with fixed words, made anew only when the words are others."""
        key = f"{name} {card.title}"
        if card.intent and not card.action:
            return self._part(key, lambda: self._lists().press_card(card, self._act))
        if card.action:
            from screens.widgets.surfaces import Banner

            return self._part(
                key, lambda: Banner(card.title, icon=card.icon, action=card.action, on_action=lambda: self._act(card))
            )
        return self._part(key, lambda: self._lists().plain_card(card))

    @staticmethod
    def _lists() -> Any:
        """What is not needed for the first frame after a session is not imported for it either."""
        from screens import today_lists

        return today_lists

    def _make_empty(self) -> Any:
        from screens.today_empty import EmptyToday

        return EmptyToday(self._act, lambda: self.intent("help"))

    def _part(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._parts:
            self._parts[name] = make()
        return self._parts[name]

    def _shown(self, name: str, make: Callable[[], Any], piece: Any) -> Any:
        part = self._part(name, make)
        part.show(piece)
        return part

    def _act(self, card: ActionCard) -> None:
        if card.intent:
            self.intent(card.intent, **card.payload)

    def _open(self, activity: str) -> None:
        self.intent("limit", activity=activity)

    def _filter(self, tone: str) -> None:
        self.intent("filter", state=tone)

    def _see_all(self) -> None:
        if self._state is not None and self._state.view.filter:
            self.intent("filter", state="")
        self.intent("see-all")
