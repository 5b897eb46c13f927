"""The pieces of an article, from its first box to its last line."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aftercare.presenters.article_state import ArticleState, CallState, LimitRow, PartText, UsualTimes
from screens.article_sources import sources
from screens.widgets.buttons import Link
from screens.widgets.citedtext import CitedText
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.linerow import LineRow
from screens.widgets.rows import ListRow
from screens.widgets.status import Status
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text
from screens.widgets.usualbars import UsualBars

Fire = Callable[..., None]
TINTS = {"not_yet": "notyet", "with_care": "care", "ask": "ask", "ok": "ok"}


class LimitLine(LineRow):
    """A related activity and its state; what is said of it names both."""

    def __init__(self, row: LimitRow, fire: Fire, line: bool) -> None:
        self._spoken = row.spoken
        status = Status(row.tone, row.word, decorative=True)
        super().__init__(
            row.icon, row.name, row.line, trailing=status, static=False, line=line, tone=TINTS[row.tone],
            on_press=lambda *_: fire("limit", activity=row.activity),
        )  # fmt: skip

    def _say(self) -> None:
        self.name = self._spoken


def facts(state: ArticleState) -> Flow:
    """Reading time, sources, and that it is kept on the device."""
    return Flow(*(_fact(icon, words) for icon, words in state.facts), spacing=8)


def _fact(icon: str, words: str) -> Card:
    said = Text(words, style="small_strong", color="ink2", hug=True)
    row = Row(Icon(icon, 18, color="ink2"), said, spacing=6, hug=True)
    return Card(row, color="sand", radius=16, padding=[10, 6, 12, 6], hug=True)


def short(state: ArticleState) -> Card:
    """The box that says it all."""
    title = Text(state.short_title, style="label_strong", color="onPrimarySoft")
    return Card(title, Text(state.short, color="onPrimarySoft"), color="primarySoft", spacing=4)


def part(words: PartText, usual: UsualCard | None = None) -> Column:
    """A heading and what stands below it. The sources are those of all of it: behind the last word, or below points."""
    lines: list[Any] = [Text(words.heading, style="heading")]
    if usual is not None:
        lines.append(usual)
    last_text = len(words.text) - 1 if not words.points else -1
    lines += [
        CitedText(text, words.numbers, words.spoken) if number == last_text else CitedText(text)
        for number, text in enumerate(words.text)
    ]
    if words.points:
        lines += [_points(words.points, words.heading), *_numbers(words)]
    return Column(*lines, spacing=10)


def _points(points: tuple[str, ...], name: str) -> Column:
    return Column(*(CitedText(point, dot=True) for point in points), spacing=8, role="list", name=name)


def _numbers(words: PartText | CallState) -> list[CitedText]:
    """The numbers in a line of their own."""
    if not words.numbers:
        return []
    return [CitedText(words.numbers_word, words.numbers, style="small", color="ink2", name=words.spoken)]


class UsualCard(Card):
    """How long what is usual lasts."""

    def __init__(self, usual: UsualTimes) -> None:
        super().__init__(spacing=10)
        self._shown: UsualTimes | None = None
        self.show(usual)

    def show(self, usual: UsualTimes) -> None:
        """Take a newer hour."""
        if usual != self._shown:
            self._shown = usual
            shares = [(bar.label, bar.share) for bar in usual.bars]
            drawn = UsualBars(shares, usual.ticks, usual.now, name=usual.caption)
            keep(self, [drawn, Text(usual.caption, style="small", color="ink2")])


def call(words: CallState, fire: Fire, alarm: bool) -> Column:
    """When to call the clinic, and the way to emergency help if it does not stand at the head already."""
    box = Column(
        Text(words.title, style="heading"), _points(words.when, words.title), *_numbers(words), spacing=12
    )
    if words.urgent and not alarm:
        box.add_widget(urgent(words, fire))
    return box


def urgent(words: CallState, fire: Fire) -> Card:
    """The red line with the way to emergency help."""
    help_link = Link(
        words.urgent_action, color="dangerText", icon="caret-right", role="button", on_press=lambda *_: fire("help")
    )
    said = Column(Text(words.urgent_text, lead=words.urgent, color="dangerText"), help_link)
    line = Row(Icon("siren-fill", 28, color="dangerText"), said, spacing=14, align="top", stack="huge")
    return Card(line, color="dangerSoft", padding=[16, 16, 16, 4])


class Limits(Column):
    """The related activities as they stand in the plan."""

    def __init__(self, state: ArticleState, fire: Fire) -> None:
        self._fire = fire
        self._title, self._card = Text(state.limits_title, style="heading"), Card(padding=[16, 4, 16, 4])
        self._shown: tuple[LimitRow, ...] = ()
        super().__init__(self._title, self._card, spacing=10)
        self.show(state)

    def show(self, state: ArticleState) -> None:
        """Take a newer minute."""
        if state.limits != self._shown:
            self._shown = state.limits
            self._card.clear_widgets()
            for row in state.limits:
                self._card.add_widget(LimitLine(row, self._fire, bool(self._card.children)))


def related(state: ArticleState, fire: Fire) -> Column:
    """Other guides."""
    card = Card(padding=[16, 4, 16, 4])
    for row in state.related:
        card.add_widget(
            ListRow(
                row.icon, row.title, row.detail, tone=row.tone, line=bool(card.children),
                on_press=lambda *_, id=row.id: fire("guide", id=id),
            )
        )  # fmt: skip
    return Column(Text(state.related_title, style="heading"), card, spacing=10)


def foot(state: ArticleState, fire: Fire) -> list[Any]:
    """The sources, who has looked at it, and what it is not."""
    quiet = (Text(words, style="small", color="ink2") for words in (state.review, *state.notes))
    return [
        Column(Text(state.sources_title, style="heading"), sources(state.sources, fire), spacing=10),
        Column(*quiet, spacing=4),
    ]


def body(state: ArticleState, fire: Fire, usual: UsualCard | None, limits: Limits | None) -> list[Any]:
    """Everything below the title, in reading order; `usual` and `limits` are those of its parts that change by time."""
    head = Column(facts(state), short(state), spacing=16)
    if state.alarm and state.call is not None and state.call.urgent:
        head.add_widget(urgent(state.call, fire))
    found: list[Any] = [head]
    found += [part(words, usual if number == 0 else None) for number, words in enumerate(state.parts)]
    if state.call is not None:
        found.append(call(state.call, fire, state.alarm))
    if limits is not None:
        found.append(limits)
    if state.related:
        found.append(related(state, fire))
    return found + foot(state, fire)
