"""A row of the timeline that can be pressed: icon, name, bars and state, on two lines or in columns."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty

from screens.widgets.draw import Fill, Glyphs
from screens.widgets.press import Pressable
from screens.widgets.status import look
from screens.widgets.theme import theme
from screens.widgets.timerows import TimelineRow

BAR = 14.0
GAP = 8.0
BETWEEN = 14.0


class TimelineEntry(Pressable):
    """`columns` is None for two lines, or (width of the name, width of the state) in pixels around the bars.

    A state that does not fit beside its name goes under it. `ground` is the token of what lies behind: it hides
    the Now line behind words. `inset` moves a member of a group to the right, `side` keeps words off both edges, in dp.
    """

    REFIT = ("title", "icon", "tone", "word", "columns", "least", "inset", "side", "opens")
    title = StringProperty("")
    icon = StringProperty("circle")
    tone = StringProperty("ask")
    word = StringProperty("")
    bars = ListProperty([])
    now = ObjectProperty(None, allownone=True)
    columns = ObjectProperty(None, allownone=True)
    least = NumericProperty(48)
    inset = NumericProperty(0)
    side = NumericProperty(0)
    ground = StringProperty("bg")
    opens = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("radius", 12)
        super().__init__(**kwargs)

    def build(self) -> None:
        self._row = TimelineRow(self.bars, decorative=True, size_hint=(None, None))
        self.add_widget(self._row)
        over = self.canvas.after
        self._patches = Fill(self, self.ground, canvas=over), Fill(self, self.ground, canvas=over)
        self._glyph, self._name = Glyphs(self, "ink2", canvas=over), Glyphs(self, "ink", canvas=over)
        self._sign, self._word = Glyphs(self, "ink", canvas=over), Glyphs(self, "ink", canvas=over)
        self._caret = Glyphs(self, "ink2", canvas=over)

    def show(self, row: Any) -> None:
        """Take what differs from a row of the presenter."""
        self.title, self.icon, self.tone, self.word = row.name, row.icon, row.tone, row.status
        self.name = row.spoken
        self.bars = [(bar.start, bar.end, bar.shape) for bar in row.bars]

    def on_bars(self, *_: Any) -> None:
        if self._ready:
            self._row.bars = self.bars

    def on_now(self, *_: Any) -> None:
        # The line of now runs behind words but over bars.
        self._row.now = self.now

    def on_ground(self, *_: Any) -> None:
        for patch in self.__dict__.get("_patches", ()):
            patch.token = self.ground

    def on_expanded(self, *_: Any) -> None:
        self.invalidate()

    def name_width(self) -> float:
        """What icon and name take, in pixels."""
        self._glyph.icon(self.icon, theme.scaled(22))
        self._name.set(self.title, "label")
        return dp(self.inset) + self._glyph.width + dp(GAP) + self._name.width + self._caret_width()

    def state_width(self) -> float:
        """What sign and words of the state take, in pixels."""
        token, sign, _word = look(self.tone)
        self._sign.token = self._word.token = token
        self._sign.icon(sign, theme.scaled(17))
        self._word.set(self.word, "small_strong")
        return float(self._sign.width + dp(6) + self._word.width)

    def _caret_width(self) -> float:
        if not self.opens:
            self._caret.set("", "small")
            return 0.0
        self._caret.icon("caret-up" if self.expanded else "caret-down", theme.scaled(18))
        return float(self._caret.width + dp(4))

    def fit(self, width: float) -> float:
        named, state = self.name_width(), self.state_width()
        aside = dp(self.inset) + self._glyph.width + dp(GAP)
        if self.columns is not None:
            name_room, state_room = self.columns
            self._wrap(self._name, self.title, "label", name_room - aside - self._caret_width() - dp(8))
            self._wrap(self._word, self.word, "small_strong", state_room - self._sign.width - dp(6))
            self._row.width = max(width - name_room - state_room, 1)
            return max(dp(self.least), self._name.height + dp(6), self._word.height + dp(6))
        room = width - 2 * dp(self.side)
        self._under = aside
        self._stacked = named + state + dp(12) > room
        if self._stacked:
            self._wrap(self._name, self.title, "label", room - aside - self._caret_width())
            # Long words of a state begin below the icon, not below the name.
            self._under = aside if state + aside <= room else dp(self.inset)
            self._wrap(self._word, self.word, "small_strong", room - self._under - self._sign.width - dp(6))
        words = self._name.height + (self._word.height + dp(2) if self._stacked else 0)
        self._row.width = width
        return max(dp(self.least), words + dp(5) + dp(BAR) + dp(BETWEEN) + dp(4))

    @staticmethod
    def _wrap(glyphs: Glyphs, text: str, style: str, room: float) -> None:
        if glyphs.width > room + 1:
            glyphs.set(text, style, room)

    def place(self) -> None:
        if self.columns is not None:
            self._place_columns()
        else:
            self._place_lines()

    def _place_columns(self) -> None:
        name_room, state_room = self.columns
        middle = self.y + self.height / 2
        self._place_name(self.x, middle)
        self._row.pos = self.x + name_room, middle - self._row.height / 2
        self._place_state(self.x + self.width - state_room + dp(8), middle, left=True)
        for patch in self._patches:
            patch.place(self.x, self.y, 0, 0)

    def _place_lines(self) -> None:
        top = self.y + self.height - dp(4)
        middle = top - self._name.height / 2
        self._place_name(self.x + dp(self.side + self.inset), middle)
        if self.__dict__.get("_stacked"):
            left = self.x + dp(self.side) + self._under
            low = top - self._name.height - dp(2) - self._word.height / 2
            self._place_state(left, low, left=True)
            bottom = low - self._word.height / 2
        else:
            bottom = top - self._name.height
            self._place_state(self.x + self.width - dp(self.side), middle, left=False)
        self._row.pos = self.x, bottom - dp(5) - self._row.height

    def _place_name(self, x: float, middle: float) -> None:
        self._glyph.place(x, middle - self._glyph.height / 2)
        left = x + self._glyph.width + dp(GAP)
        self._name.place(left, middle - self._name.height / 2)
        self._caret.place(left + self._name.width + dp(4), middle - self._caret.height / 2)
        end = left + self._name.width + self._caret_width()
        self._patches[0].place(x, middle - self._name.height / 2, end - x + dp(4), self._name.height)

    def _place_state(self, x: float, middle: float, left: bool) -> None:
        if not left:
            x -= self._sign.width + dp(6) + self._word.width
        self._sign.place(x, middle - self._sign.height / 2)
        self._word.place(x + self._sign.width + dp(6), middle - self._word.height / 2)
        wide = self._sign.width + dp(6) + self._word.width + dp(4)
        self._patches[1].place(x - dp(4), middle - self._word.height / 2, wide, self._word.height)

    def shape_box(self) -> tuple[float, float, float, float]:
        if self.columns is not None:
            return self.x - dp(10), self.y, self.width + dp(20), self.height
        return self.x - dp(8), self.y + dp(6), self.width + dp(16), self.height - dp(6)
