"""The top of Today: the answer on its painted ground, and the card that lies over its edge."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from aftercare.presenters.today_state import Hero
from screens.widgets.block import fit_to
from screens.widgets.buttons import Pill
from screens.widgets.container import Container
from screens.widgets.layout import Column, Row
from screens.widgets.ring import ReturnRing, RingBar
from screens.widgets.scenes import RECOVERED_GLOW, HeroScene, PrepareScene
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme

# Distances of the picture in dp, from the top of the hero.
PHONE = {"height": 308.0, "ring": 241.0, "middle": 188.0, "words": 172.0, "summary": 236.0, "overlap": 40.0}
DESKTOP = {"height": 288.0, "ring": 265.0, "middle": 188.0, "words": 174.0, "summary": 246.0, "overlap": 0.0}
HEAD = 56.0
UPPER = 12.0
WIDEST_CARD = 640.0
# Wider countdowns than this touch the ring; they are set smaller.
ROOM_IN_RING = 180.0
WRAPPED = 134.0
# Radius of the countdown's circle to the width of the ring.
INNER = 95 / 241
# Lead, countdown, and whether the lead may wrap.
LADDER = (
    ("body_strong", "countdown", False),
    ("small_strong", "countdown", False),
    ("small_strong", "countdown", True),
    ("small_strong", "title", True),
)


class HeroPill(Pill):
    """ "Feels wrong?" on the hero; `ground` is "hero" or "dawn"."""

    ground = StringProperty("hero")

    def look(self) -> tuple[str | None, str, str | None]:
        return ("hero", "onHero", "mint") if self.ground == "hero" else ("dawn", "onDawn", "onDawn")

    def on_ground(self, *_: Any) -> None:
        self.restyle()


class HeroWords(Column):
    """Lead, countdown and moment; to a screen reader one text, which the presenter has made."""

    def build(self) -> None:
        self.role = "text"


class TodayHero(Container):
    """Shows a Hero. `ground` is "hero" (the ring) or "dawn" (the sun); `desktop` makes it a card with round corners."""

    ground = StringProperty("hero")
    desktop = BooleanProperty(False)
    REFIT = ("ground", "desktop")

    def __init__(self, on_help: Any, **kwargs: Any) -> None:
        self._scene: Any = None
        self._kind: tuple[Any, ...] = ()
        self.card: Any = None
        self.title, self.subtitle = Text(style="heading"), Text(style="small")
        self.help = HeroPill(icon="first-aid-kit", on_press=lambda *_: on_help())
        self.head = Row(Column(self.title, self.subtitle), self.help, spacing=8, stack="large")
        self.sign = Icon("check-circle-fill", 44, color="mint")
        self.lead = Text(style="body_strong", halign="center")
        self.countdown = Text(style="countdown", halign="center")
        self.when = Text(style="body_strong", halign="center")
        self.words = HeroWords(self.lead, self.countdown, self.when, spacing=2, align="center")
        self.summary = Text(style="button", halign="center", decorative=True)
        self.ring: ReturnRing | None = None
        self.bar: RingBar | None = None
        super().__init__(**kwargs)
        for widget in (self.head, self.words, self.summary):
            self.add_widget(widget)
        self.fbind("ground", self._repaint_words)

    def show(self, hero: Hero, ground: str, help_word: str, done: bool) -> None:
        """Show a hero; only what differs is touched. `done`: everything has ended."""
        self.ground = ground
        self._done = done
        self.help.text = help_word
        self.title.text, self.subtitle.text = hero.title, hero.subtitle
        for text, words in ((self.lead, hero.lead), (self.countdown, hero.countdown), (self.when, hero.when)):
            text.text = words
            text.style = self._style(text, words)
        self.summary.text = hero.summary
        self.words.name = hero.spoken
        self._show_sign(done and bool(hero.segments))
        self._hero = hero
        self._repaint_words()
        self._show_ring()

    def _style(self, text: Text, words: str) -> str:
        if text is self.countdown:
            return "countdown"
        return "title" if text is self.lead and self._done else "body_strong"

    def _show_sign(self, shown: bool) -> None:
        if shown and self.sign.parent is None:
            self.words.add_widget(self.sign, index=len(self.words.children))
        elif not shown and self.sign.parent is not None:
            self.words.remove_widget(self.sign)

    def _show_ring(self) -> None:
        hero = self._hero
        if self.ground == "hero" and hero.segments:
            wanted: Any = self._made_bar() if theme.large else self._made_ring()
        else:
            wanted = None
        for shape in (self.ring, self.bar):
            if shape is not None and shape is not wanted and shape.parent is self:
                self.remove_widget(shape)
        if wanted is not None:
            wanted.segments, wanted.ended, wanted.next_count = hero.segments, hero.ended, hero.upcoming
            if self.ring is not None and wanted is self.ring:
                self.ring.fraction, self.ring.counting = hero.fraction, hero.counting
            if wanted.parent is None:
                # Under the words, over the scene.
                self.add_widget(wanted, index=len(self.children) - (1 if self._scene else 0))
        if isinstance(self._scene, PrepareScene):
            self._scene.fraction = hero.fraction

    def _made_ring(self) -> ReturnRing:
        if self.ring is None:
            self.ring = ReturnRing(decorative=True)
        return self.ring

    def _made_bar(self) -> RingBar:
        if self.bar is None:
            self.bar = RingBar(decorative=True)
        return self.bar

    def hold(self, card: Any) -> None:
        """Lay a card over the lower edge; None takes it away."""
        if card is self.card:
            return
        if self.card is not None:
            self.remove_widget(self.card)
        self.card = card
        if card is not None:
            self.add_widget(card)

    def _repaint_words(self, *_: Any) -> None:
        dawn = self.ground == "dawn"
        strong, soft = ("onDawn", "onDawn2") if dawn else ("onHero", "onHero2")
        self.help.ground = self.ground
        self.title.color = self.countdown.color = self.summary.color = strong
        self.subtitle.color = soft
        done = getattr(self, "_done", False)
        self.lead.color = strong if done else soft
        self.when.color = soft if dawn or done else "peach"

    def _paint(self) -> None:
        """Have the scene that fits; made anew only when the mood or the shape changes."""
        done = getattr(self, "_done", False)
        kind = (self.ground, self.desktop, theme.large, done)
        if kind == self._kind:
            return
        self._kind = kind
        if self._scene is not None:
            self.remove_widget(self._scene)
        shape: dict[str, Any] = {"corners": "all", "radius": 34} if self.desktop else {}
        if self.ground == "dawn":
            self._scene = PrepareScene(self._hero.fraction, **shape)
        elif theme.large:
            self._scene = HeroScene(focus_x=330 / 390, focus_top=84, radii=[210, 130], **shape)
        else:
            glow = RECOVERED_GLOW if done else []
            self._scene = HeroScene(focus_top=188, glow=glow, **shape)
        self.add_widget(self._scene, index=len(self.children))

    def arrange(self, children: list[Any], width: float) -> float:
        if not hasattr(self, "_hero"):
            return 0.0
        self._paint()
        self._show_ring()
        self._measures = DESKTOP if self.desktop else PHONE
        side = dp(22 if self.desktop else 20)
        fit_to(self.head, width - side - (side if theme.large or self.desktop else dp(12)))
        halign = "left" if theme.large else "center"
        for text in (self.lead, self.countdown, self.when, self.summary):
            text.halign = halign
        self.words.align = halign
        self._tall = self._arrange_large(width, side) if theme.large else self._arrange_ring(width)
        if self.card is None:
            return self._tall
        fit_to(self.card, min(width - 2 * dp(12 if self.desktop else 20), dp(WIDEST_CARD)))
        if self.desktop:
            self._tall += self.card.height + dp(24)
            return self._tall
        if theme.large:
            return self._tall + dp(16) + self.card.height
        return self._tall - dp(self._measures["overlap"]) + self.card.height

    def _arrange_ring(self, width: float) -> float:
        # A title that wraps moves everything down.
        self._shift = max(0.0, self.head.height - dp(HEAD))
        if self.ground == "hero":
            self._fit_in_ring()
            fit_to(self.summary, dp(176))
        else:
            fit_to(self.words, max(dp(ROOM_IN_RING), width * 0.6))
        if self.ring is not None:
            self.ring.size = (dp(self._measures["ring"]),) * 2
        return dp(self._measures["height"]) + self._shift

    def _fit_in_ring(self) -> None:
        """Take the largest type whose lines stay inside the circle of the countdown."""
        if self._done:
            fit_to(self.words, dp(ROOM_IN_RING))
            return
        radius = dp(self._measures["ring"]) * INNER
        for lead, countdown, wrapped in LADDER:
            self.lead.style, self.countdown.style = lead, countdown
            width = dp(WRAPPED if wrapped else ROOM_IN_RING)
            fit_to(self.words, width)
            # The widest line at the top decides: the circle is narrowest there.
            line = theme.scaled(22) / 2
            above = self.words.height / 2 - line - (self._words_middle() - dp(self._measures["middle"]))
            half = max(radius**2 - above**2, 0.0) ** 0.5 - dp(5)
            lead_fits = min(self.lead.natural_width(), width) <= 2 * half
            if lead_fits and self.countdown.natural_width() <= width + dp(10):
                return

    def _words_middle(self) -> float:
        """How far below the top the middle of the words stands: more words hang a little lower."""
        extra = max(0.0, self.words.height - dp(94))
        return float(dp(self._measures["words"]) + extra * 0.3)

    def _arrange_large(self, width: float, side: float) -> float:
        self.countdown.style = "countdown"
        fit_to(self.words, width - 2 * side)
        fit_to(self.summary, width - 2 * side)
        tall = dp(UPPER) + self.head.height + dp(16) + self.words.height
        if self.bar is not None and self.bar.parent is self:
            self.bar.size = (width - 2 * side, dp(14))
            tall += dp(12 + 14 + 4) + self.summary.height
        # The sun keeps a strip of its own under the words.
        return tall + dp(150 if self.ground == "dawn" else 20)

    def place(self) -> None:
        if not hasattr(self, "_tall"):
            return
        top, side = self.y + self.height, dp(22 if self.desktop else 20)
        tall = self._tall
        if self._scene is not None:
            self._scene.size = (self.width, tall)
            self._scene.pos = (self.x, top - tall)
        self.head.pos = (self.x + side, top - dp(UPPER) - self.head.height)
        if theme.large:
            self._place_large(top, side)
        else:
            self._place_ring(top)
        if self.card is not None:
            lift = dp(12) if self.desktop else 0
            self.card.pos = (self.x + (self.width - self.card.width) / 2, self.y + lift)

    def _place_ring(self, top: float) -> None:
        measures = self._measures
        top -= self._shift
        middle = self.x + self.width / 2
        words = self._words_middle()
        if self.ground == "dawn" and isinstance(self._scene, PrepareScene):
            # In the upper half of the arc, whatever its radius is.
            _, base, radius = self._scene.arc_middle()
            words = self._tall - self._shift - base - radius * 0.40
        self.words.pos = (middle - self.words.width / 2, top - words - self.words.height / 2)
        self.summary.pos = (middle - self.summary.width / 2, top - dp(measures["summary"]) - self.summary.height)
        if self.ring is not None:
            self.ring.pos = (middle - self.ring.width / 2, top - dp(measures["middle"]) - self.ring.height / 2)

    def _place_large(self, top: float, side: float) -> None:
        y = self.head.y - dp(16) - self.words.height
        self.words.pos = (self.x + side, y)
        if self.bar is not None and self.bar.parent is self:
            y -= dp(12 + 14)
            self.bar.pos = (self.x + side, y)
            self.summary.pos = (self.x + side, y - dp(4) - self.summary.height)
        else:
            self.summary.pos = (self.x + side, y - self.summary.height)
