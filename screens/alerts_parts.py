"""The parts of the Alerts screen that tell: whether alerts arrive, what comes, what was missed, and the tests."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from aftercare.presenters.alerts_state import Action, ClosedPart, NoticeList, Reach, TestPart
from screens.widgets.bullets import Bullet
from screens.widgets.buttons import Link, PushButton
from screens.widgets.layout import Column, Row, Spread
from screens.widgets.noticelines import NoticeLine
from screens.widgets.rows import KeyValueRow
from screens.widgets.surfaces import Card, IconBox
from screens.widgets.text import Icon, Text

Ask = Callable[..., None]
ROWS = [18, 4, 18, 4]
# The buttons of a card take no more than this, in dp, however wide the card is.
WIDEST = 440
# tone -> ground of the card, colour of its icon
REACH = {"ok": ("okSoft", "ok"), "sand": ("sand", "ink2"), "care": ("careSoft", "care")}


class CardButton(PushButton):
    """A button on a tinted card."""

    def look(self) -> tuple[str | None, str, str | None]:
        return "card", "primary", None


class Shown(Column):
    """A column that is filled anew when what it shows differs; `fill` does it."""

    def __init__(self, ask: Ask, **kwargs: Any) -> None:
        self._ask, self._part = ask, None
        super().__init__(**kwargs)

    def show(self, part: Any) -> None:
        """Show a part of the state."""
        if part != self._part:
            self._part = part
            self.clear_widgets()
            self.fill(part)

    def fill(self, part: Any) -> None:
        """Add the widgets of a part."""
        raise NotImplementedError

    def buttons(self, actions: Sequence[Action], small: bool = False) -> Any:
        """The buttons of some actions, side by side where there is room."""
        return Spread(*(self.button(action, small) for action in actions), spacing=10, most_dp=WIDEST)

    def button(self, action: Action, small: bool = False) -> PushButton:
        """One button that asks for what its action says."""
        kind = CardButton if action.kind == "card" else PushButton
        look = {} if action.kind == "card" else {"kind": action.kind}
        made: PushButton = kind(action.words, small=small, hug=True, **look)
        made.bind(on_press=lambda *_: self._ask(action.intent, **action.payload))
        return made


class ReachCard(Shown):
    """A calm card, or a lasting amber one with the way out."""

    def fill(self, part: Reach) -> None:
        ground, front = REACH[part.tone]
        words = Column(Text(part.title, style="label_strong"), Text(part.text, style="small", color="ink2"))
        line = Row(Icon(part.icon, 28, color=front), words, spacing=14, stack="huge")
        if (part.tone != "ok" and part.actions) or part.tone == "care":
            look: dict[str, Any] = {"padding": [18, 16, 18, 18], "spacing": 14}
            inside = [line, self.buttons(part.actions, small=True)] if part.actions else [line]
        else:
            look = {"padding": [18, 14, 16, 14]}
            aside = [self.button(action, small=True) for action in part.actions]
            inside = [Row(line, *aside, spacing=12, stack="large")]
        self.add_widget(Card(*inside, color=ground, **look))


class ClosedCard(Shown):
    """What happens while the app is closed, and the consent."""

    def fill(self, part: ClosedPart) -> None:
        lead = Row(IconBox(part.icon, part.tone), Text(part.lead, style="label_strong"), spacing=14, stack="huge")
        inside: list[Any] = [lead]
        if part.lines:
            inside.append(Column(*(Bullet(line, color="ink2", style="small") for line in part.lines), spacing=6))
        if part.actions:
            inside.append(self.buttons(part.actions, small=True))
        self.add_widget(Text(part.title, style="subhead"))
        self.add_widget(Card(*inside, spacing=14, padding=[18, 16, 18, 18]))


class NoticesCard(Shown):
    """A list of alerts with its count; a long one opens on request, and stays open."""

    def __init__(self, ask: Ask, **kwargs: Any) -> None:
        self._all = False
        super().__init__(ask, spacing=10, **kwargs)

    def fill(self, part: NoticeList) -> None:
        head = Row(Text(part.title, style="heading"), spacing=8, stack="large")
        if part.count:
            head.add_widget(Text(part.count, style="small", color="ink2", hug=True))
        self.add_widget(head)
        if part.note:
            self.add_widget(Text(part.note, style="small", color="ink2"))
        rows = part.rows if self._all else part.rows[: part.first]
        lines = [
            NoticeLine(time=row.time, day=row.day, title=row.title, text=row.text, name=row.spoken, line=number > 0)
            for number, row in enumerate(rows)
        ]
        if lines:
            self.add_widget(Card(*lines, padding=ROWS, role="list", name=part.title))
        if part.show_all and not self._all:
            self.add_widget(Link(part.show_all, icon="caret-down", on_press=lambda *_: self._open(part)))
        if part.action:
            self.add_widget(self.buttons([part.action], small=True))

    def _open(self, part: NoticeList) -> None:
        self._all = True
        self.clear_widgets()
        self.fill(part)


class TestCard(Shown):
    """The tests and what they tell."""

    def fill(self, part: TestPart) -> None:
        rows = [KeyValueRow(icon, label, value) for icon, label, value in part.rows]
        for number, row in enumerate(rows):
            row.line = number > 0
        self.add_widget(Text(part.title, style="subhead"))
        self.add_widget(Card(*rows, padding=ROWS))
        self.add_widget(self.buttons(part.actions))
