"""02: which area and which treatment; method and product for those who know them."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from aftercare.presenters.add_session_problems import Problem
from aftercare.presenters.add_session_what import HelpState, Option, Question, WhatState
from screens.widgets.areacard import AreaCard
from screens.widgets.buttons import Link
from screens.widgets.choices import RadioCard
from screens.widgets.fault import FieldFault
from screens.widgets.fold import Fold
from screens.widgets.layout import Column, Grid2, Row
from screens.widgets.rows import ListRow
from screens.widgets.sheet import Sheet
from screens.widgets.surfaces import Card
from screens.widgets.text import Text

Change = Callable[[str, Any], None]


class WhatStep(Column):
    """Shows a WhatState; `change(field, value)` is called with area, protocol, technique and product."""

    def __init__(self, change: Change, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._change = change
        self._state: WhatState | None = None
        self._faults = {field: FieldFault() for field in ("area", "protocol", "technique", "product")}

    def show(self, state: WhatState, errors: Mapping[str, Problem]) -> list[Any]:
        """Show the state; returns the sentences that stand beside fields now, first to last."""
        before, self._state = self._state, state
        if before is None:
            self._make(state)
        self._show_areas(state)
        if before is None or _ids(before.treatments) != _ids(state.treatments):
            self._make_treatments(state)
        for option in state.treatments:
            self._cards[option.id].on = option.chosen
        self._show_questions(before, state)
        for field, fault in self._faults.items():
            problem = errors.get(field)
            fault.say(problem.text if problem else "")
        return [fault for fault in self._faults.values() if fault.text]

    def _make(self, state: WhatState) -> None:
        self._areas = {o.id: AreaCard(o.id, o.title, on_press=partial(self._pick, "area", o.id)) for o in state.areas}
        areas = Row(*self._areas.values(), spacing=12, align="stretch", stack="large")
        areas.role, areas.name = "group", state.area_title
        self._help = Link("", on_press=lambda *_: self._open_help())
        self._treatments = Column(role="group", name=state.treatment_title)
        self._questions = Column()
        self.add_widget(Text(state.area_title, style="heading"))
        self.add_widget(Column(areas, self._faults["area"], padding=[0, 12, 0, 0]))
        head = Row(Text(state.treatment_title, style="heading"), self._help, spacing=12, stack="huge")
        self.add_widget(Column(head, padding=[0, 12, 0, 0]))
        self.add_widget(self._treatments)
        self.add_widget(self._faults["protocol"])
        self.add_widget(self._questions)

    def _show_areas(self, state: WhatState) -> None:
        for option in state.areas:
            self._areas[option.id].on = option.chosen
        self._help.text = state.not_sure
        self._help.opacity, self._help.disabled = (1, False) if state.not_sure else (0, True)

    def _make_treatments(self, state: WhatState) -> None:
        self._treatments.clear_widgets()
        self._cards = {o.id: self._card(o) for o in state.treatments}
        if state.waiting:
            self._treatments.add_widget(Text(state.waiting, color="ink2"))
        else:
            self._treatments.add_widget(Grid2(*self._cards.values(), spacing=10))

    def _card(self, option: Option) -> RadioCard:
        card = RadioCard(option.icon, option.title, option.subtitle)
        card.bind(on_press=partial(self._pick, "protocol", option.id))
        return card

    def _show_questions(self, before: WhatState | None, state: WhatState) -> None:
        if before is None or _asked(before.questions) != _asked(state.questions):
            self._questions.clear_widgets()
            self._folds = {q.field: self._fold(q, first=n == 0) for n, q in enumerate(state.questions)}
            if state.questions:
                card = Card(*self._folds.values(), padding=[18, 4, 18, 4])
                self._questions.add_widget(Column(Text(state.optional, style="subhead"), padding=[0, 20, 0, 8]))
                self._questions.add_widget(card)
                for field in self._folds:
                    self._questions.add_widget(self._faults[field])
        for question in state.questions:
            self._folds[question.field].chosen = next(o.id for o in question.options if o.chosen)

    def _fold(self, question: Question, first: bool) -> Fold:
        options = [(o.id, o.title, o.subtitle) for o in question.options]
        fold = Fold(question.title, options, line=not first)
        fold.bind(on_choice=lambda _fold, key: self._change(question.field, key))
        return fold

    def _pick(self, field: str, id: str, *_: Any) -> None:
        self._change(field, id)

    def _open_help(self) -> None:
        if self._state is not None:
            help_sheet(self._state.help).open(self.get_root_window())


def help_sheet(state: HelpState) -> Sheet:
    """How to tell the treatments apart."""
    rows = [
        ListRow(option.icon, option.title, option.subtitle, tone="pri", line=number > 0)
        for number, option in enumerate(state.options)
    ]
    return Sheet(
        state.title, Text(state.lead, color="ink2"), Card(*rows, padding=[18, 4, 18, 4]), Text(state.end), spacing=12
    )


def _ids(options: tuple[Option, ...]) -> list[str]:
    return [option.id for option in options]


def _asked(questions: tuple[Question, ...]) -> list[tuple[str, str, list[str]]]:
    return [(question.field, question.title, _ids(question.options)) for question in questions]
