"""The list of the diary: a page of check-ins whose rows serve every page."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.core.window import Window
from kivy.metrics import dp

from aftercare.presenters.diary_state import EmptyPart, EntriesState, EntryRow
from screens.widgets.buttons import IconButton, Pill, PushButton
from screens.widgets.diaryrow import EntryLine
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row, Spread
from screens.widgets.picture import Picture
from screens.widgets.pillstrip import PillStrip
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme

# What stands beside the words of an entry, in dp; and how many times the size of their type they get at least.
BESIDE, LEAST_WORDS = 200, 8


def _room_for_pictures() -> bool:
    return bool(Window.width - dp(BESIDE) >= LEAST_WORDS * theme.size("small"))


class EntryBox(Row):
    """An entry and the button that deletes it."""

    def __init__(self, act: Callable[..., None], pictures: Any = None) -> None:
        self.row: EntryRow | None = None
        self._shown: object = None
        self._pictures = pictures
        self.shot: Picture | None = None
        self.line = EntryLine(on_press=lambda *_: self._fire(act, "result"))
        self.bin = IconButton("trash", color="ink2", on_press=lambda *_: self._fire(act, "delete-check-in"))
        super().__init__(self.line, self.bin, spacing=4, align="top")

    def _fire(self, act: Callable[..., None], intent: str) -> None:
        if self.row is not None:
            act(intent, id=self.row.id)

    def show(self, row: EntryRow, last: bool) -> None:
        """Show another entry."""
        now = row, last, _room_for_pictures()
        if now != self._shown:
            self._shown = now
            self.row = row
            self.line.show(row, last)
            self._show_shot(row)
            self.bin.name = row.delete

    def _show_shot(self, row: EntryRow) -> None:
        """What the line says of it is enough for whoever does not see it; narrow words need its room."""
        if row.photo is None or self._pictures is None or not _room_for_pictures():
            keep(self, [self.line, self.bin])
            return
        if self.shot is None:
            self.shot = Picture(self._pictures, size_dp=60, corner=14, role="")
        self.shot.show(row.photo.id, "")
        keep(self, [self.line, self.shot, self.bin])


class EntriesPart(Column):
    """Renders an EntriesState. `act(intent, **payload)`: "check-in", "result" (id), "delete-check-in" (id),
    "diary-filter" (symptom), "diary-page" (by).
    """

    def __init__(self, act: Callable[..., None], pictures: Any = None) -> None:
        self._act, self._pictures = act, pictures
        self._state: EntriesState | None = None
        self._boxes: list[EntryBox] = []
        self._list = Column()
        super().__init__(spacing=14)

    def render(self, state: EntriesState) -> None:
        """Show a page; rows that are there already only change their words."""
        before, self._state = self._state, state
        if before is None or _frame(before) != _frame(state):
            self._rebuild(state)
        self._fill(state)

    def _rebuild(self, state: EntriesState) -> None:
        self._list.clear_widgets()
        self.clear_widgets()
        if state.empty is not None:
            self.add_widget(empty_card(state.empty, self._act))
            return
        # Without a word beside it a plus would leave open what it adds.
        new = Pill(state.check_in, icon="plus", tone="primarySoft", on_press=lambda *_: self._act("check-in"))
        self.add_widget(Row(Text(state.title, style="heading"), new, spacing=8, stack="large"))
        if state.filters:
            group = PillStrip(state.filters, state.chosen, name=state.filter_title)
            group.bind(chosen=lambda _group, symptom: self._act("diary-filter", symptom=symptom))
            self.add_widget(group)
        self.add_widget(self._list)
        if state.counted:
            self.add_widget(self._turner(state))

    def _turner(self, state: EntriesState) -> Column:
        turns = [(state.newer, "arrow-left", -1), (state.older, "arrow-right", 1)]
        buttons = [
            PushButton(words, icon=icon, kind="tonal", on_press=lambda *_, by=by: self._act("diary-page", by=by))
            for words, icon, by in turns
            if words
        ]
        self._counted = Text(state.counted, style="small", color="ink2", halign="center")
        return Column(self._counted, Row(*buttons, spacing=12, stack="large"), spacing=8)

    def _fill(self, state: EntriesState) -> None:
        if state.empty is not None:
            return
        while len(self._boxes) < len(state.rows):
            self._boxes.append(EntryBox(self._act, self._pictures))
        shown = self._boxes[: len(state.rows)]
        for box, row in zip(shown, state.rows, strict=True):
            box.show(row, row is state.rows[-1])
        for box in [each for each in self._boxes if each.parent is not None and each not in shown]:
            self._list.remove_widget(box)
        for box in shown:
            if box.parent is None:
                self._list.add_widget(box)
        if state.counted:
            self._counted.text = state.counted


def empty_card(part: EmptyPart, act: Callable[..., None]) -> Card:
    """What there is not yet, and the way to it."""
    words: list[Any] = [
        Icon("notebook", 40, color="primary"), Text(part.title, style="heading"), Text(part.text, color="ink2")
    ]  # fmt: skip
    if part.action:
        # No bar across a wide window.
        words.append(Spread(PushButton(part.action, on_press=lambda *_: act(part.intent)), most_dp=420))
    return Card(*words, spacing=12, padding=[20, 24, 20, 20])


def _frame(state: EntriesState) -> tuple[Any, ...]:
    """What is not changed in place."""
    return state.empty, state.filters, state.chosen, bool(state.newer), bool(state.older), bool(state.counted)
