"""Which parts Today has for a state, made once each and kept: the answers, and what follows them."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aftercare.presenters.today_lists_state import LateCard
from aftercare.presenters.today_state import ActionCard, TileState, TodayState
from screens.today_parts import Act, Counts, LeadCard, Tiles
from screens.widgets.buttons import Pill, PushButton
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.text import Text

if TYPE_CHECKING:
    from aftercare.presenters.today_care_state import CareCards

TILES_ABOVE_PANEL = 4


class Sections:
    """Makes and updates the parts below the hero; `act`, `ask` and `help` tell what the patient did with them."""

    def __init__(self, act: Act, ask: Callable[..., None], see_all: Callable[[], None]) -> None:
        self._act, self._ask, self._see_all = act, ask, see_all
        self.parts: dict[str, Any] = {}

    def part(self, name: str, make: Callable[[], Any]) -> Any:
        """The part of a name, made when it is first asked for."""
        if name not in self.parts:
            self.parts[name] = make()
        return self.parts[name]

    def shown(self, name: str, make: Callable[[], Any], piece: Any) -> Any:
        """The part of a name, showing a piece of the state."""
        part = self.part(name, make)
        part.show(piece)
        return part

    def lead(self, state: TodayState, desktop: bool) -> Any:
        """What lies over the edge of the hero: where only the late watch is left on a phone, its question."""
        if state.late is not None and state.hero.watch is not None and not desktop:
            return self.shown("late question", self._question, state.late)
        return self.shown("card", lambda: LeadCard(self._act), state.card) if state.card is not None else None

    def answers(self, state: TodayState, desktop: bool, panel: Any, complete: bool) -> list[Any]:
        """What may be done: tiles or what to stop, then `panel` (or None). `complete`: what is far below too."""
        found: list[Any] = []
        if state.banner is not None:
            found.append(self._card("banner", state.banner))
        if state.lost is not None:
            found.append(self._card("lost", state.lost))
        if state.alerts is not None:
            found.append(self.shown("alerts", self._alerts, state.alerts))
        if state.late is not None and complete and not desktop:
            found += self._late_below(state, state.late)
        if state.notice:
            found.append(self._card("notice", ActionCard("info", state.notice)))
        if state.stops is not None:
            can_i = self._ask_pill(state)
            self.part("stops", lambda: _lists().StopCard(self._open, can_i)).wide = desktop
            found.append(self.shown("stops", lambda: None, state.stops))
        if state.tiles:
            found += self._heading(state, desktop)
            tiles = self.shown("tiles", lambda: Tiles(self._open), _tiles(state, desktop, panel is not None))
            tiles.columns = 4 if desktop else 2
            found.append(tiles)
        if state.note is not None:
            found.append(self.shown("note", lambda: _lists().AskCard(self._act), state.note))
        if state.more and (not desktop or state.view.filter):
            more = self.part("more", lambda: PushButton(kind="tonal", on_press=lambda *_: self._see_all()))
            more.text = state.more
            found.append(more)
        if panel is not None:
            found.append(panel)
        if state.upcoming is not None and complete:
            found.append(self.shown("upcoming", lambda: _lists().StopCard(self._open), state.upcoming))
            if state.care is not None and state.care.check is not None:
                found.append(self._card("check", state.care.check))
        return found

    def rest(self, state: TodayState, desktop: bool) -> list[Any]:
        """What is normal, where to get help, and what the plan is not."""
        found: list[Any] = []
        if state.late is not None and desktop:
            found.append(self.shown("late", self._late, state.late))
        if state.signs is not None:
            signs = self.shown("signs", lambda: _lists().SignsCard(), state.signs)
            box = self.part("signs box", lambda: Column(signs))
            box.padding = [0, 0 if desktop else 12, 0, 0]
            found.append(box)
        if state.care is not None:
            found += self._care(state.care)
        treatment = state.care.treatment if state.care else None
        watch = state.watch
        if state.healed:
            # What is left to look at, in one list.
            cards = (*((watch,) if watch is not None else ()), *state.healed)
            found.append(self.part(f"healed {cards}", lambda: _lists().linked_card(cards, self._act)))
            watch = None
        for name, card in (("watch", watch), ("help", state.help), ("treatment", treatment)):
            if card is not None:
                found.append(self._card(name, card))
        advice = self.part("advice", lambda: Text(style="small", color="ink2", halign="center"))
        advice.text = state.advice
        return [*found, advice]

    def _care(self, cards: CareCards) -> list[Any]:
        """What was reported, what helps now, and what to do before a session."""
        from screens.today_care import ChecklistCard, HelpsCard

        found: list[Any] = []
        if cards.caution is not None:
            found.append(self._card("caution", cards.caution))
        if cards.helps is not None:
            found.append(self.shown("helps", lambda: HelpsCard(self._ask), cards.helps))
        if cards.checklist is not None:
            found.append(self.shown("checklist", lambda: ChecklistCard(self._ask), cards.checklist))
        if cards.there is not None:
            found.append(self._card("there", cards.there))
        return found

    def _heading(self, state: TodayState, desktop: bool) -> list[Any]:
        heading = self.part("heading", lambda: Text(style="heading"))
        heading.text = state.heading
        counts = self.shown("counts", lambda: Counts(lambda tone: self._ask("filter", state=tone)), state.counts)
        counts.hug, counts.size_hint_x = desktop, None if desktop else 1
        can_i = self._ask_pill(state)
        if not desktop:
            row = self.part("heading line", lambda: Row(spacing=12, stack="huge"))
            keep(row, [heading, can_i])
            return [row, counts]
        row = self.part("heading row", lambda: Row(spacing=16))
        keep(row, [heading, counts, can_i])
        return [row]

    def _ask_pill(self, state: TodayState) -> Pill:
        """The way to everyday questions."""
        made = self.part(
            "can-i",
            lambda: Pill("", icon="magnifying-glass", tone="primarySoft", on_press=lambda *_: self._ask("can-i")),
        )
        made.text = state.can_i
        return made  # type: ignore[no-any-return]

    def _card(self, name: str, card: ActionCard) -> Any:
        """A card with fixed words, made anew only when the words are others."""
        return self.part(f"{name} {card}", lambda: _lists().fixed_card(card, self._act))

    def _late_below(self, state: TodayState, late: LateCard) -> list[Any]:
        """The late watch on a phone, but for what the hero holds of it."""
        if state.hero.watch is None:
            return [self.shown("late", self._late, late)]
        worth = self.shown("late worth", self._worth, late)
        if state.card is None:
            return [worth]
        return [worth, self.shown("card below", lambda: LeadCard(self._act), state.card)]

    def _late(self) -> Any:
        from screens.today_late import LateWatchCard

        return LateWatchCard(self._ask)

    def _question(self) -> Any:
        from screens.today_late import LateQuestion

        return LateQuestion(self._ask, shadow=True)

    def _worth(self) -> Any:
        from screens.today_late import LateWorth

        return LateWorth()

    def _alerts(self) -> Any:
        from screens.alerts_banner import AlertsBanner

        return AlertsBanner(self._ask)

    def _open(self, activity: str) -> None:
        self._ask("limit", activity=activity)


def _tiles(state: TodayState, desktop: bool, panel: bool) -> tuple[TileState, ...]:
    """The desktop has room for all, or for one row above the timeline, which names all of them."""
    if not desktop or state.view.filter or state.view.expanded:
        return state.tiles
    return state.tiles[:TILES_ABOVE_PANEL] if panel else state.tiles + state.later


def _lists() -> Any:
    """What is not needed for the first frame after a session is not imported for it either."""
    from screens import today_lists

    return today_lists
