"""The pieces of "Can I …?": the large answer and the rows of other questions."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp

from aftercare.presenters.can_i_state import Answer, Deed, Row
from screens.widgets.block import fit_to, width_wanted
from screens.widgets.buttons import Link, PushButton
from screens.widgets.draw import Fill
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Flow
from screens.widgets.layout import Row as Line
from screens.widgets.linerow import LineRow
from screens.widgets.status import Status, look
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Icon, Text

Fire = Callable[..., None]
DONE_FOR = 4.0
ROUND = 26
# tone -> (colour, soft ground, tone of an icon box)
LOOKS = {
    "not_yet": ("notyet", "notyetSoft", "notyet"),
    "with_care": ("care", "careSoft", "care"),
    "ask": ("ask", "askSoft", "ask"),
    "ok": ("ok", "okSoft", "ok"),
    "danger": ("dangerText", "dangerSoft", "dg"),
    "neutral": ("ink2", "sand", "sand"),
}


class Head(Line):
    """The state on its ground, which has the upper corners of the card."""

    def __init__(self) -> None:
        self.icon = Icon("hospital", 28)
        self.word = Text("", style="heading", decorative=True)
        self.when = Text("", style="label_strong", hug=True, decorative=True)
        super().__init__(Line(self.icon, self.word, spacing=12), spacing=12, padding=[18, 15, 18, 15], stack="large")
        self.role = "text"

    def build(self) -> None:
        self._ground = Fill(self, "askSoft", [dp(ROUND), dp(ROUND), 0.1, 0.1])

    def show(self, answer: Answer) -> None:
        """Take the tone and words of an answer."""
        color, self._ground.token, _box = LOOKS[answer.tone]
        self.icon.icon = "clock-countdown" if answer.tone == "neutral" else look(answer.tone)[1]
        self.word.text, self.when.text = answer.word, answer.when
        for part in (self.icon, self.word, self.when):
            part.color = color
        self.name = ", ".join(part for part in (answer.word, answer.when) if part)
        keep(self, [self.children[-1], self.when] if answer.when else [self.children[-1]])

    def place(self) -> None:
        self._ground.place(self.x, self.y, self.width, self.height)
        super().place()


class AnswerCard(Card):
    """Shows an Answer; a newer one of the same question changes only its words. `fire(intent, **payload)`."""

    def __init__(self, fire: Fire) -> None:
        self._fire = fire
        self._links: dict[tuple[str, str, bool], Any] = {}
        self.head = Head()
        self.title = Text("", style="subhead")
        self.lines = Column(spacing=6)
        self.leaflets = Text("", style="small", color="ink2")
        self.aside = Line(Icon("file-text", 20, color="ink3"), self.leaflets, spacing=10, align="top")
        self.told = Text("", style="small_strong")
        self.bell = Line(Icon("bell", 20, color="primary"), self.told, spacing=8)
        self.left = Flow(spacing=20)
        self.links = Line(spacing=12, stack="huge")
        self.rule = Column(Separator(), padding=[0, 4, 0, 0])
        self.body = Column(self.title, self.lines, spacing=6, padding=[18, 16, 18, 6])
        super().__init__(self.head, self.body, padding=[0, 0, 0, 0], radius=ROUND, shadow=True)

    def show(self, answer: Answer) -> None:
        """Take the words of an answer."""
        self.head.show(answer)
        self.title.text = answer.title
        said = list(reversed(self.lines.children))
        said += [Text("", color="ink2") for _ in answer.lines[len(said) :]]
        for text, line in zip(said, answer.lines, strict=False):
            text.text = line
        keep(self.lines, said[: len(answer.lines)])
        self.leaflets.text, self.told.text = answer.leaflets, answer.told
        links = [self._link(deed, answer.tone == "danger") for deed in answer.deeds]
        # What comes last stands at the right, if anything stands at the left.
        last = links.pop() if answer.told or len(links) > 1 else None
        keep(self.left, links if answer.tone != "danger" else [])
        beside = [self.bell] if answer.told else links if answer.tone == "danger" else [self.left]
        keep(self.links, [*beside, *([last] if last is not None else [])])
        rule = None if answer.tone == "danger" else self.rule
        self.body.padding = [18, 16, 18, 6 if rule else 18]
        self.links.padding = [0, 0 if rule else 8, 0, 0]
        parts = [self.title, self.lines, self.aside if answer.leaflets else None, rule, self.links]
        keep(self.body, [part for part in parts if part is not None])

    def _link(self, deed: Deed, large: bool) -> Any:
        key = (deed.text, deed.intent, large)
        link = self._links.get(key)
        if link is None:
            # An alarm has one thing to do, which a shaking hand should hit.
            link = PushButton(deed.text, icon=deed.icon, kind="outline") if large else Link(deed.text, icon=deed.icon)
            link.bind(on_press=lambda *_: self._do(key))
            self._links[key] = link
        link.deed = deed
        return link

    def _do(self, key: tuple[str, str, bool]) -> None:
        link = self._links[key]
        do(link, link.deed, self._fire)


def do(button: Any, deed: Deed, fire: Fire) -> None:
    """Fire what a control stands for, and say for a moment that it is done."""
    fire(deed.intent, **deed.payload)
    if deed.done and button.text != deed.done:
        button.text, button.icon = deed.done, "check-bold"
        Clock.schedule_once(partial(_back, button, deed), DONE_FOR)


def _back(button: Any, deed: Deed, *_: Any) -> None:
    button.text, button.icon = deed.text, deed.icon


class QuestionRow(LineRow):
    """A question with its state at the end of its name; pressing asks it."""

    LEAST = 68.0
    STYLES = ("label_strong", "small")

    def __init__(self, row: Row, fire: Fire) -> None:
        self.row, self._fire = row, fire
        self.status = Status("ok", decorative=True)
        self.spoken = row.spoken
        super().__init__(row.icon, row.name, row.detail, tone=LOOKS[row.tone][2], static=False)
        self.show(row)

    def end_icon(self) -> str:
        return ""

    def _say(self) -> None:
        self.name = self.spoken

    def show(self, row: Row) -> None:
        """Take a newer state of the same question."""
        self.row, self.spoken = row, row.spoken
        self.title, self.subtitle, self.tone = row.name, row.detail, LOOKS[row.tone][2]
        if row.word:
            self.status.state, self.status.word = row.tone, row.word
        if bool(row.word) != (self.status.parent is not None):
            if row.word:
                self.add_widget(self.status)
            else:
                self.remove_widget(self.status)
        self._say()
        self.invalidate()

    def on_press(self) -> None:
        self._fire("ask", query=self.row.query)

    def fit(self, width: float) -> float:
        """The state ends the line of the name, or that of the detail, or else has a line of its own."""
        left, upper, right, lower = (dp(side) for side in self.PAD)
        self.fit_media()
        room = width - left - right - self.media_size() - dp(self.GAP)
        wanted, self._line_of = 0.0, ""
        if self.status.parent is not None:
            wanted = width_wanted(self.status) + dp(8)
            self._title.set(self.title, self.STYLES[0])
            self._under.set(self.subtitle, self.STYLES[1])
            widths = {"title": self._title.width, "under": self._under.width}
            self._line_of = next((line for line, used in widths.items() if used + wanted <= room), "own")
            fit_to(self.status, min(wanted - dp(8), room))
        self._title.set(self.title, self.STYLES[0], room - (wanted if self._line_of == "title" else 0))
        self._under.set(self.subtitle, self.STYLES[1], room - (wanted if self._line_of == "under" else 0))
        own = self.status.height + dp(3) if self._line_of == "own" else 0
        words = self._title.height + self._under.height + dp(1) + own
        return max(float(dp(self.LEAST)), max(words, self.media_size()) + upper + lower)

    def place(self) -> None:
        if "_line_of" not in self.__dict__:
            return
        left, _, right, _ = (dp(side) for side in self.PAD)
        middle = self.y + self.height / 2
        self.place_media(self.x + left, middle)
        x = self.x + left + self.media_size() + dp(self.GAP)
        own = self.status.height + dp(3) if self._line_of == "own" else 0
        base = middle - (self._title.height + self._under.height + dp(1) + own) / 2
        under, title = base + own, base + own + self._under.height + dp(1)
        self._under.place(x, under)
        self._title.place(x, title)
        beside = {"title": title + self._title.height / 2, "under": under + self._under.height / 2}
        if self._line_of in beside:
            edge = self.x + self.width - right
            self.status.pos = (edge - self.status.width, beside[self._line_of] - self.status.height / 2)
        else:
            self.status.pos = (x, base)
        self._rule.place(self.x, round(self.y + self.height), self.width, max(1, round(dp(1))) if self.line else 0)
