"""The large answer of "Can I …?"."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp

from aftercare.presenters.can_i_state import Answer, Deed
from screens.widgets.buttons import Link, PushButton
from screens.widgets.done import say_done
from screens.widgets.draw import Fill
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Flow
from screens.widgets.layout import Row as Line
from screens.widgets.status import look
from screens.widgets.surfaces import Card, Separator
from screens.widgets.text import Icon, Text

Fire = Callable[..., None]
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
    if deed.done:
        say_done(button, deed.done)
