"""Alerts: whether they arrive, what comes, and what the patient chose about them."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp

from aftercare.core.alert_choices import LEAD
from aftercare.presenters.alerts_state import AlertsState
from screens.alerts_choices import KindsCard, LeadCard, QuietCard, WordingCard
from screens.alerts_parts import ClosedCard, NoticesCard, ReachCard, TestCard
from screens.base import Screen
from screens.widgets.halved import Halved
from screens.widgets.keep import keep
from screens.widgets.layout import Column
from screens.widgets.page import WIDE_DP, Frame, Page
from screens.widgets.topbar import TopBar

# Narrower than this, the two ends of the quiet hours stand one below the other.
BESIDE_FROM = 370


class AlertsScreen(Screen):
    """Renders an AlertsState. Intents: "back", "help", "setting" (name, value), "closed-app" (on), "test-alert",
    "test-later", "missed-seen", "look-again", "fix-alerts", "ask-alerts", "exact-alerts"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._state: AlertsState | None = None
        self._parts: dict[str, Any] = {}
        self.page = Page(spacing=22, padding=(4, 28), measure_dp=WIDE_DP)
        self.halves = Halved(spacing=22)
        self._top: TopBar | None = None
        self.page.fbind("width", self._set_columns)

    def render(self, state: AlertsState) -> None:
        self._state = state
        if self._top is None:
            self._top = TopBar(
                state.title, on_back=lambda: self.intent("back"), on_help=lambda: self.intent("help"),
                measure_dp=WIDE_DP,
            )  # fmt: skip
            self.add_widget(Frame(self.page, top=self._top))
            self._set_columns()
        # Whether alerts can come at all stands above both columns.
        reach = self._with("reach", lambda: ReachCard(self.intent), state.reach)
        keep(self.halves, self._shown(state))
        keep(self.page.column, [reach, self.halves])

    def _shown(self, state: AlertsState) -> list[Any]:
        found = []
        if state.missed is not None:
            found.append(self._with("missed", lambda: NoticesCard(self.intent), state.missed))
        if state.closed is not None:
            found.append(self._with("closed", lambda: ClosedCard(self.intent, spacing=10), state.closed))
        if state.lead is not None:
            lead = state.lead
            found.append(self._with("lead", lambda: LeadCard(self._put, LEAD, lead), lead))
        if state.kinds:
            kinds = self._part("kinds", lambda: KindsCard(self._put))
            kinds.show(state.kinds_title, state.kinds, state.limit)
            found.append(kinds)
        found += self._looks(state)
        if state.coming is not None:
            found.append(self._with("coming", lambda: NoticesCard(self.intent), state.coming))
        found.append(self._with("test", lambda: TestCard(self.intent, spacing=10), state.test))
        return found

    def _looks(self, state: AlertsState) -> list[Any]:
        """Wording and quiet hours, close to each other."""
        inside = []
        if state.wording is not None and state.sample is not None:
            words = self._part("wording", lambda: WordingCard(self._put))
            words.show(state.wording, state.sample)
            inside.append(words)
        if state.quiet is not None:
            inside.append(self._with("quiet", lambda: QuietCard(self._put), state.quiet))
            self._set_columns()
        box = self._part("looks", lambda: Column(spacing=12))
        keep(box, inside)
        return [box] if inside else []

    def _part(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._parts:
            self._parts[name] = make()
        return self._parts[name]

    def _with(self, name: str, make: Callable[[], Any], piece: Any) -> Any:
        part = self._part(name, make)
        part.show(piece)
        return part

    def _put(self, name: str, value: str) -> None:
        self.intent("setting", name=name, value=value)

    def _set_columns(self, *_: Any) -> None:
        if "quiet" in self._parts:
            self._parts["quiet"].grid.columns = 2 if self.page.width >= dp(BESIDE_FROM) else 1
