"""The pieces of the sheet of one limit."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty

from aftercare.presenters.limit_parts import Differ, LimitState, MedicineWords, NoteText, Question, Sources
from aftercare.words import gettext as _
from screens.widgets.bullets import Bullet
from screens.widgets.buttons import Link
from screens.widgets.choices import Segmented
from screens.widgets.done import say_done
from screens.widgets.layout import Column, Row
from screens.widgets.linerow import LineRow
from screens.widgets.sides import Sides
from screens.widgets.surfaces import Card, IconBox, Note, Separator
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.timerows import TimelineRow
from screens.widgets.tracks import SourceBars

SIGNS = {"ok": ("check-circle-fill", "ok"), "not_yet": ("x-circle-fill", "notyet")}


class Unfolding(LineRow):
    """A row of a card that opens what belongs to it right below; `action` stands at its end instead of a caret."""

    REFIT = (*LineRow.REFIT, "open")
    open = BooleanProperty(False)

    def __init__(
        self, icon: str, title: str, subtitle: str, make: Callable[[], Any], line: bool = False, action: str = ""
    ) -> None:
        self._make = make
        self.content: Any = None
        word = Text(action, style="label_strong", color="primary", hug=True, decorative=True) if action else None
        super().__init__(icon, title, subtitle, trailing=word, tone="pri", static=False, line=line)
        self.expanded = False

    def end_icon(self) -> str:
        return "" if isinstance(self._trailing, Text) else "caret-up" if self.open else "caret-down"

    def on_press(self) -> None:
        self.open = not self.open

    def on_open(self, *_: Any) -> None:
        self.expanded = self.open
        box = self.parent
        if box is None:
            return
        if self.open:
            self.content = self._make()
            box.add_widget(self.content, index=box.children.index(self))
            Clock.schedule_once(self._reveal, 0)
        elif self.content is not None:
            box.remove_widget(self.content)
            self.content = None

    def _reveal(self, *_: Any) -> None:
        """Bring what was opened on the screen, as far as it fits there."""
        if self.content is None:
            return
        page = self.parent
        while page is not None and not hasattr(page, "scroll_to") and page is not page.parent:
            page = page.parent
        if hasattr(page, "scroll_to") and self.content.height + self.height < page.height:
            page.scroll_to(self.content, padding=dp(12), animate=False)


def note(words: NoteText) -> Note:
    """A tinted note."""
    return Note(words.text, words.lead, words.icon, words.tone)


def titled(title: str, *parts: Any) -> Column:
    """A heading and what belongs to it."""
    return Column(Text(title, style="subhead"), *parts, spacing=8)


def until_then(state: LimitState) -> Column:
    """What is fine until the end, and what is not."""
    card = Card(padding=[18, 4, 18, 4])
    for number, (tone, text) in enumerate(state.until_then):
        icon, token = SIGNS[tone]
        if number:
            card.add_widget(Separator())
        card.add_widget(Row(Icon(icon, 22, color=token), Text(text, style="label"), spacing=14, padding=[0, 13, 0, 13]))
    return titled(state.until_title, card)


def restart(state: LimitState) -> Column:
    """How to begin again."""
    lines = (Bullet(line, color="ink2") for line in state.restart)
    return Column(*lines, spacing=8, role="list", name=state.restart_title)


def restart_below(state: LimitState) -> Column:
    """The same below its row."""
    return Column(restart(state), padding=[0, 2, 0, 14])


def sources(words: Sources) -> Column:
    """Every passage: its article, its line, what it says."""
    rows = [
        Column(
            Text(passage.says, style="label"),
            Text(f"{passage.title}, {passage.line[:1].lower()}{passage.line[1:]}", style="small", color="ink2"),
            spacing=1,
        )
        for passage in words.passages
    ]
    return Column(*rows, Text(words.caution, style="small", color="ink2"), spacing=12, padding=[0, 2, 0, 14])


def question(words: Question, copy: Callable[[str], None], title: bool = True) -> Column:
    """A question in its own words, and a way to copy it."""
    link = Link(words.copy, icon="copy-simple", color="ask")

    def copied(*_: Any) -> None:
        copy(words.text)
        say_done(link, words.copied)

    link.bind(on_press=copied)
    quoted = Column(Text(_("“{words}”").format(words=words.text), color="ask"), link, spacing=2)
    beside = Row(Icon("quotes", color="ask"), quoted, spacing=12, align="top", stack="huge")
    card = Card(beside, color="askSoft", padding=[16, 16, 16, 6])
    return titled(words.title, card) if title else Column(card, padding=[0, 2, 0, 14])


def differ(words: Differ) -> Column:
    """One bar a source."""
    bars = large_bars(words) if theme.large else SourceBars(list(words.rows), words.now)
    bars.name = ". ".join(f"{name}: {label}" for name, _at, label, _decides in words.rows)
    return titled(words.title, Card(bars, padding=[18, 16, 18, 16]), Text(words.text, color="ink2"))


def large_bars(words: Differ) -> Column:
    """The same bars under words that wrap, for large text."""
    box = Column(spacing=14, role="image")
    for name, at, label, decides in words.rows:
        row = TimelineRow([(0.0, at, "avoid" if decides else "before")], decorative=True)
        row.now = words.now
        tint = "notyet" if decides else "ink2"
        box.add_widget(Column(Text(name, style="label"), Text(label, style="label_strong", color=tint), row, spacing=3))
    return box


class MedicineCard(Column):
    """Prescribed first, then own use; which one fits is only shown and never stored."""

    def __init__(self, words: MedicineWords) -> None:
        self._answers = {key: reply for key, _label, reply in words.answers}
        lines = [("stethoscope", words.prescribed), ("pill", words.own)]
        card = Card(spacing=14)
        for number, (icon, (title, text)) in enumerate(lines):
            if number:
                card.add_widget(Separator())
            said = Column(Text(title, style="subhead"), Text(text, color="ink2"), spacing=2)
            card.add_widget(Sides(IconBox(icon, "ask"), said, spacing=14, from_dp=0))
        last = words.answers[-1][0]
        choice = Segmented([(key, label) for key, label, _reply in words.answers], last, name=words.question)
        choice.bind(chosen=lambda _box, key: self._answer(key))
        self._reply = Column()
        super().__init__(card, titled(words.question, choice, self._reply), spacing=20)
        self._answer(last)

    def _answer(self, key: str) -> None:
        self._reply.clear_widgets()
        self._reply.add_widget(note(self._answers[key]))


def told(words: str, detail: str) -> Card:
    """When the alert comes. Nothing to press: alerts of every end are on."""
    said = Column(Text(words, style="label_strong"), Text(detail, style="small", color="ink2"), spacing=1)
    return Card(Row(Icon("bell"), said, spacing=14), color="sand", padding=[18, 14, 18, 14])
