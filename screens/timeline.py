"""The timeline: each limit from its beginning to its end, with a line at now."""
from __future__ import annotations

from typing import Any

from aftercare.presenters.timeline import TimelineState
from aftercare.words import gettext as _
from screens.base import Screen
from screens.widgets.buttons import Link, Pill, PushButton
from screens.widgets.choices import Segmented
from screens.widgets.evenpills import EvenPills
from screens.widgets.fold import Fold
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.page import BigTop, Page
from screens.widgets.surfaces import Card, IconBox, Note
from screens.widgets.text import Text
from screens.widgets.theme import theme
from screens.widgets.timecard import GroupCard, LegendItem
from screens.widgets.timechart import TimelineChart

MEASURE = 960


class TimelineScreen(Screen):
    """Renders a TimelineState. Intents: "limit" (activity), "timeline-scale" (scale), "timeline-session" (session),
    "timeline-grouped" (grouped), "help", "add-session".
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.state: TimelineState | None = None
        self._built: Any = None
        self._cards: dict[str, GroupCard] = {}
        self._chart = TimelineChart()
        self._chart.bind(on_row=lambda _chart, key: self.intent("limit", activity=key))
        self._page = Page(spacing=12, padding=(8, 32), measure_dp=MEASURE)
        self.add_widget(self._page)
        self.rebuilt_with(self._rebuild, "large")
        self.fbind("desktop", self._rebuild)

    def render(self, state: TimelineState) -> None:
        self.state = state
        if self._built != self._structure(state):
            self._rebuild()
        self._fill(state)

    @staticmethod
    def _cards_shown(state: TimelineState) -> bool:
        return bool(state.groups and (state.view.grouped or theme.large))

    def _structure(self, state: TimelineState) -> tuple[Any, ...]:
        return (
            state.empty, state.session, state.sessions, state.scales, state.view, state.heading, state.toggle,
            state.legend, state.notice, self._cards_shown(state), theme.large, self.desktop,
        )  # fmt: skip

    def _rebuild(self, *_: Any) -> None:
        state = self.state
        if state is None:
            return
        self._built = self._structure(state)
        self._page.clear_column()
        self._cards = {}
        self._list = Column(spacing=12)
        self._note = Text("", style="small", color="ink2", halign="center")
        # On a desktop the way to help stands in the rail.
        pill = None
        if not self.desktop:
            pill = Pill(state.help, icon="first-aid-kit", on_press=lambda *_: self.intent("help"))
        self._page.add_widget(BigTop(state.title, pill))
        if state.empty is not None:
            self._page.add_widget(self._empty(state.empty))
            return
        if state.notice:
            self._page.add_widget(Note(state.notice, tone="sand"))
        if state.sessions:
            self._page.add_widget(self._sessions(state))
        self._page.add_widget(self._scales(state))
        if state.toggle and not theme.large:
            self._page.add_widget(self._toggle(state))
        if self._cards_shown(state):
            self._page.add_widget(self._list)
        else:
            if self._chart.parent is not None:
                self._chart.parent.remove_widget(self._chart)
            self._page.add_widget(self._framed(state))
        if state.legend:
            legend = Flow(*(LegendItem(shape, word) for shape, word in state.legend), spacing=12)
            self._page.add_widget(Column(legend, padding=[0, 4, 0, 0]))
        self._page.add_widget(self._note)
        self._fill(state)

    def _framed(self, state: TimelineState) -> Any:
        """The chart, on a card where there is room; day cards have their own ground."""
        on_card = self.desktop and not state.axis.columns
        self._chart.ground = "card" if on_card else "bg"
        return Card(self._chart, padding=[26, 14, 18, 14]) if on_card else self._chart

    def _empty(self, empty: Any) -> Card:
        return Card(
            IconBox("calendar-plus", "pri", 56),
            Column(Text(empty.title, style="heading"), Text(empty.text, color="ink2"), spacing=4),
            PushButton(empty.action, icon="plus", on_press=lambda *_: self.intent("add-session")),
            spacing=16,
        )

    def _sessions(self, state: TimelineState) -> Any:
        box = Segmented(state.sessions, state.session, name=_("Session"))
        box.bind(chosen=lambda _box, key: self.intent("timeline-session", session=key))
        return box

    def _scales(self, state: TimelineState) -> Any:
        if theme.large:
            fold = Fold(_("Show"), [(key, words, "") for key, words in state.scales], state.view.scale)
            fold.bind(on_choice=lambda _fold, key: self.intent("timeline-scale", scale=key))
            return Card(fold, color="sand", padding=[18, 2, 14, 2])
        scales = EvenPills(state.scales, state.view.scale, name=_("Show"))
        scales.bind(chosen=lambda _box, key: self.intent("timeline-scale", scale=key))
        return scales

    def _toggle(self, state: TimelineState) -> Row:
        icon = "list-bullets" if state.view.grouped else "squares-four"
        link = Link(state.toggle, icon=icon, at_end=True)
        link.bind(on_press=lambda *_: self.intent("timeline-grouped", grouped=not state.view.grouped))
        return Row(Text(state.heading, style="label"), link, spacing=8, stack="large")

    def _fill(self, state: TimelineState) -> None:
        if state.empty is not None:
            return
        self._note.text = state.note
        if self._cards_shown(state):
            self._fill_cards(state)
        else:
            self._chart.show(state)

    def _fill_cards(self, state: TimelineState) -> None:
        keys = [group.key for group in state.groups]
        if keys != list(self._cards):
            kept, self._cards = self._cards, {}
            self._list.clear_widgets()
            for key in keys:
                card = kept.get(key) or GroupCard()
                if key not in kept:
                    card.bind(on_pick=lambda _card, activity: self.intent("limit", activity=activity))
                self._cards[key] = card
                self._list.add_widget(card)
        for group in state.groups:
            self._cards[group.key].show(group, state.now, _("Show less"))
