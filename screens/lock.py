"""The lock screen: the mark, the code, and emergency help. It holds nothing of the patient's data."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp

from aftercare.presenters.lock_screen import FEWEST_DOTS, LockScreenState, typed_words
from screens.digit_keys import DigitKeys
from screens.framed import FramedScreen
from screens.widgets.bands import Band
from screens.widgets.buttons import Link, PushButton
from screens.widgets.codepad import CodeDots, CodePad
from screens.widgets.countdown import WaitRing
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.entry import Entry
from screens.widgets.fault import FieldFault
from screens.widgets.layout import Column, Flow, Row
from screens.widgets.mark import Mark
from screens.widgets.middle import Middle, Steady
from screens.widgets.page import Frame, Page
from screens.widgets.password import PasswordField
from screens.widgets.rows import ListRow
from screens.widgets.surfaces import Card
from screens.widgets.text import Text
from screens.widgets.theme import theme

# Of one column, of two columns and of what is between them, in dp.
ONE, TWO, BETWEEN = 420, 840, 72
# Above and below the column; and how far the mark stands below the top at most, since the circle is behind it.
PAD, LOWEST = (20, 16), 32


class EmergencyButton(PushButton):
    """Red with a white edge, so that it stands out from the dark ground."""

    def look(self) -> tuple[str | None, str, str | None]:
        return "danger", "onDanger", "onHero"


class DarkRow(ListRow):
    """A row on the dark ground."""

    COLORS = ("onHero", "onHero2")

    def build(self) -> None:
        super().build()
        if self._end is not None:
            self._end.token = "onHero2"

    def build_media(self) -> None:
        self._glyph = Glyphs(self, "onHero2")

    def media_size(self) -> float:
        return float(dp(24))

    def fit_media(self) -> None:
        self._glyph.icon(self.icon, dp(24))

    def place_media(self, x: float, middle: float) -> None:
        self._glyph.center(x, middle, self.media_size(), 0)


class LockScreen(FramedScreen[LockScreenState]):
    """Renders a LockScreenState. Intents: "unlock" (code), "recover" (text), "lock-way" (way), "help"."""

    rebuilt_on = ("large", "huge", "dark", "desktop")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._ground = Fill(self, "hero")
        self._glow = Fill(self, "heroHi", dp(400))
        self.bind(pos=self._paint, size=self._paint)
        self._pad: CodePad | None = None
        self._keys = DigitKeys(self, lambda: self._pad)

    def wipe(self) -> None:
        """Forget what was typed."""
        if self._pad is not None:
            self._pad.wipe()

    @property
    def _wide(self) -> bool:
        """Whether there is room for who asks beside what is typed."""
        return bool(self.desktop) and not theme.huge

    def _paint(self, *_: Any) -> None:
        for paint in (self._ground, self._glow):
            paint.repaint()
        self._ground.place(self.x, self.y, self.width, self.height)
        side = min(self.width * 0.9, dp(ONE))
        x, y = self.x + self.width / 2, self.y + self.height - side * 0.4
        if self._wide:
            # Behind the left one of the two columns.
            x, y, side = x - dp(TWO + BETWEEN) / 4, self.y + self.height / 2 + dp(56), min(self.height * 0.7, dp(460))
        self._glow.shape.radius = [side / 2]
        self._glow.place(x - side / 2, y - side / 2, side, side)

    def frame(self, state: LockScreenState) -> object:
        """What is not changed in place."""
        return state.stage, state.ways, state.note, state.entry, state.emergency

    def build(self, state: LockScreenState) -> None:
        self._paint()
        self._pad = None
        self._title = Text(state.title, style="title", color="onHero", halign="center")
        self._lead = Text(state.lead, halign="center")
        self._fault = FieldFault()
        mark = Column(Mark(84 if self._wide else 60), align="center", padding=[0, 12, 0, 8])
        words = Steady(self._title, self._lead, spacing=4)
        asked, given = {"code": self._code, "wait": self._wait}.get(state.stage, self._words)(state)
        help_ = EmergencyButton(state.emergency, icon="siren-fill", on_press=lambda *_: self.intent("help"))
        line = Text(state.emergency_line, style="small", color="onHero2", halign="center")
        # In large text the line moves into the page; the button is in reach whatever is on the screen.
        foot = Column(help_, *([] if theme.large else [line]), spacing=8)
        last = [line] if theme.large else []
        if self._wide:
            left = Column(mark, words, *asked, spacing=16)
            middle = Middle(Row(left, Column(*given, *last, spacing=16), spacing=BETWEEN))
        else:
            middle = Middle(mark, words, *asked, *given, *last, spacing=18, most_dp=LOWEST)
        page = Page(middle, padding=PAD, measure_dp=TWO if self._wide else ONE)
        page.fbind("height", lambda _page, height: setattr(middle, "room", height - dp(sum(PAD))))
        self.add_widget(Frame(page, bottom=Band(foot, upper=10, lower=16, measure_dp=ONE, color="hero")))

    def _code(self, state: LockScreenState) -> tuple[list[Any], list[Any]]:
        self._dots = CodeDots(least=FEWEST_DOTS, name=typed_words(0))
        self._pad = CodePad(state.delete, state.open)
        self._pad.bind(digits=self._typed, on_done=lambda _pad, text: self._done(state, text))
        return [self._dots], [self._pad, self._links(state)]

    def _done(self, state: LockScreenState, code: str) -> None:
        if code:
            self.intent("unlock", code=code)
        else:
            self._say(state.empty)

    def _typed(self, _pad: Any, digits: str) -> None:
        self._dots.count = len(digits)
        self._dots.name = typed_words(len(digits))

    def _links(self, state: LockScreenState) -> Flow:
        links = [
            Link(title, color="onHero2", role="button", on_press=lambda *_, way=way: self.intent("lock-way", way=way))
            for way, _icon, title, _subtitle in state.ways
        ]
        return Flow(*links, align="center", spacing=28, line_dp=0)

    def _words(self, state: LockScreenState) -> tuple[list[Any], list[Any]]:
        secret = PasswordField(state.entry, state.show) if state.show else None
        field: Any = secret or Entry(state.entry)
        recovering = state.stage == "recovery"

        def hand_in(*_: Any) -> None:
            if not field.text.strip():
                self._fault.say(state.empty)
            else:
                text = field.text
                if secret is not None:
                    secret.wipe()
                if recovering:
                    self.intent("recover", text=text)
                else:
                    self.intent("unlock", code=text)

        field.bind(on_return=hand_in)
        # On a light card, since a field has the colours of a page.
        self._open = PushButton(state.open, on_press=hand_in)
        card = Card(Column(field, self._fault), self._open, color="bg", spacing=14)
        note = [Text(state.note, style="small", color="onHero2", halign="center")] if state.note else []
        return [], [card, self._links(state), *note]

    def _wait(self, state: LockScreenState) -> tuple[list[Any], list[Any]]:
        self._ring = WaitRing(state.fraction, state.clock, state.clock_line)
        rows = [self._row(way, icon, title, under) for way, icon, title, under in state.ways]
        note = Text(state.note, style="small", color="onHero2", halign="center")
        return [Column(self._ring, align="center")], [Card(*rows, color="heroHi", padding=[18, 4, 18, 4]), note]

    def _row(self, way: str, icon: str, title: str, under: str) -> Any:
        row = DarkRow(icon, title, under, static=False, role="button")
        row.bind(on_press=lambda *_: self.intent("lock-way", way=way))
        return row

    def _say(self, fault: str, lead: str = "") -> None:
        self._lead.text = fault or lead
        self._lead.style, self._lead.color = ("small_strong", "onHero") if fault else ("body", "onHero2")

    def show(self, state: LockScreenState) -> None:
        # Beside a field its fault has a place of its own; with keys it takes that of the line above them.
        said = state.busy or (state.fault if self._pad is not None else "")
        self._title.text = state.title
        self._say(said, state.lead)
        self._fault.say("" if self._pad is not None else state.fault)
        if state.stage == "wait":
            self._ring.fraction, self._ring.text, self._ring.name = state.fraction, state.clock, state.clock_spoken
        if self._pad is not None:
            self._pad.disabled = bool(state.busy)
            if state.fault:
                self._pad.wipe()
