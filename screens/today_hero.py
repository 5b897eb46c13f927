"""The top of Today: the answer on its painted ground, and the card that lies over its edge."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from aftercare.presenters.today_state import Hero
from screens.widgets.block import fit_to
from screens.widgets.buttons import Pill
from screens.widgets.container import Container
from screens.widgets.keep import keep
from screens.widgets.layout import Column, Row
from screens.widgets.ring import ReturnRing, RingBar
from screens.widgets.scenes import RECOVERED_GLOW, HeroScene, PrepareScene
from screens.widgets.text import Icon, Text
from screens.widgets.theme import theme
from screens.widgets.typeset import typeset

# Distances of the picture in dp, from the top of the hero.
PHONE = {"height": 308.0, "ring": 241.0, "middle": 188.0, "words": 174.0, "summary": 236.0, "overlap": 40.0}
DESKTOP = {"height": 288.0, "ring": 265.0, "middle": 188.0, "words": 174.0, "summary": 246.0, "overlap": 0.0}
HEAD = 56.0
UPPER = 12.0
WIDEST_CARD = 640.0
# Wider countdowns than this touch the ring; they are set smaller.
ROOM_IN_RING = 180.0
# Radius of the countdown's circle to the width of the ring.
INNER = 95 / 241
# Style of the lead, of the countdown, and the width in which the lead may wrap.
LADDER = (
    ("body_strong", "countdown", ROOM_IN_RING),
    ("small_strong", "countdown", ROOM_IN_RING),
    ("small_strong", "countdown", 134.0),
    ("small_strong", "title", 134.0),
)


def _size(text: Text, style: str, width: float | None = None) -> tuple[float, float]:
    """Width and height of a text in pixels, measured without touching what is drawn."""
    size = typeset(text.text, style, width).texture.size if text.text else (0, 0)
    return float(size[0]), float(size[1])


def _balanced(text: Text, style: str, room: float) -> float:
    """The width at which a text that has to wrap falls into lines of like length."""
    wide, tall = _size(text, style)[0], _size(text, style, room)[1]
    if wide <= room:
        return room
    widths = (min(room, wide * share) for share in (0.53, 0.6, 0.68, 0.76, 0.84))
    return next((width for width in widths if _size(text, style, width)[1] <= tall), room)


class HeroPill(Pill):
    """ "Feels wrong?" on the hero; `ground` is "hero" or "dawn"."""

    ground = StringProperty("hero")

    def look(self) -> tuple[str | None, str, str | None]:
        return ("hero", "onHero", "mint") if self.ground == "hero" else ("dawn", "onDawn", "onDawn")

    def on_ground(self, *_: Any) -> None:
        self.restyle()


class LowSun(PrepareScene):
    """The sun's arc, small and at the right, for large text: the words stand above it."""

    def arc_middle(self) -> tuple[float, float, float]:
        radius = min(dp(78), self.width / 2 - dp(40))
        return self.width - radius - dp(42), dp(64), radius


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
        self._names = Column(self.title, self.subtitle)
        self.head = Row(self._names, spacing=8, stack="large")
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
        keep(self.head, [self._names, self.help] if help_word else [self._names])
        self.help.text = help_word
        self.title.text, self.subtitle.text = hero.title, hero.subtitle
        if (hero.lead, len(hero.countdown)) != (self.lead.text, len(self.countdown.text)):
            self.invalidate()
        self.lead.text, self.countdown.text, self.when.text = hero.lead, hero.countdown, hero.when
        self.summary.text = hero.summary
        self.words.name = hero.spoken
        self._show_sign(done and bool(hero.segments))
        self._hero = hero
        self._repaint_words()
        self._show_ring()

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
            scene = LowSun if theme.large else PrepareScene
            self._scene = scene(self._hero.fraction, **shape)
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
            self.lead.size_hint = (1, None)
            self.lead.style = "body_strong"
            fit_to(self.words, max(dp(ROOM_IN_RING), width * 0.6))
        if self.ring is not None:
            self.ring.size = (dp(self._measures["ring"]),) * 2
        return dp(self._measures["height"]) + self._shift

    def _fit_in_ring(self) -> None:
        """Take the largest type whose lines stay inside the circle of the countdown."""
        if self._done:
            lead, countdown, room = "title", "countdown", ROOM_IN_RING
        else:
            steps = [step for step in LADDER if self._fits(*step)]
            lead, countdown, room = steps[0] if steps else LADDER[-1]
        self.lead.style, self.countdown.style = lead, countdown
        self._set_lead(_balanced(self.lead, lead, dp(room)))
        fit_to(self.words, dp(ROOM_IN_RING))

    def _fits(self, lead: str, countdown: str, room: float) -> bool:
        radius = dp(self._measures["ring"]) * INNER
        lead_size = _size(self.lead, lead, dp(room))
        words = (lead_size, _size(self.countdown, countdown, dp(ROOM_IN_RING)), _size(self.when, self.when.style))
        tall = sum(height for _width, height in words) + dp(4)
        if lead_size[0] > dp(room) or _size(self.countdown, countdown)[0] > dp(ROOM_IN_RING):
            return False
        # The lead is the line that stands where the circle is narrowest.
        above = tall / 2 - theme.scaled(20) / 2 - (self._middle(tall) - dp(self._measures["middle"]))
        half = max(radius**2 - above**2, 0.0) ** 0.5 - dp(10)
        return min(_size(self.lead, lead)[0], dp(room)) <= 2 * half

    def _set_lead(self, width: float) -> None:
        """Let the lead wrap at a width of its own."""
        self.lead.size_hint_x, self.lead.width = None, width

    def _middle(self, tall: float) -> float:
        """How far below the top the middle of the words stands: more words hang a little lower."""
        return float(dp(self._measures["words"]) + max(0.0, tall - dp(94)) * 0.3)

    def _arrange_large(self, width: float, side: float) -> float:
        self.countdown.style, self.lead.size_hint = "countdown", (1, None)
        self.lead.style = "title" if self._done else "body_strong"
        fit_to(self.words, width - 2 * side)
        fit_to(self.summary, width - 2 * side)
        tall = dp(UPPER) + self.head.height + dp(16) + self.words.height
        if self.bar is not None and self.bar.parent is self:
            self.bar.size = (width - 2 * side, dp(14))
            tall += dp(12 + 14 + 4) + self.summary.height
        # The sun keeps a strip of its own under the words.
        return tall + dp(178 if self.ground == "dawn" else 20)

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
        words = self._middle(self.words.height)
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
