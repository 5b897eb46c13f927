"""Where everything stands in the hero of Today: inside the ring, under the arc, or as lines in large text."""
from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from screens import today_hero_late as late
from screens.today_hero_type import balanced, size_of
from screens.widgets.block import fit_to
from screens.widgets.container import Container
from screens.widgets.scenes import PrepareScene
from screens.widgets.theme import theme

# Distances of the picture in dp, from the top of the hero.
PHONE = {"height": 308.0, "ring": 241.0, "middle": 188.0, "words": 174.0, "summary": 236.0, "overlap": 40.0}
DESKTOP = {"height": 288.0, "ring": 265.0, "middle": 188.0, "words": 174.0, "summary": 246.0, "overlap": 0.0}
HEAD = 56.0
UPPER = 12.0
WIDEST_CARD = 640.0
# Half of what the ring takes up of the line below the title.
TOP_HALF = 60.0
# Wider countdowns than this touch the ring; they are set smaller.
ROOM_IN_RING = 180.0
# Wider moments would touch the knob of the countdown, when it stands beside them.
ROOM_BESIDE_KNOB = 140.0
# Radius of the countdown's circle to the width of the ring.
INNER = 95 / 241
# Style of the lead, of the countdown, and the width in which the lead may wrap.
LADDER = (
    ("body_strong", "countdown", ROOM_IN_RING),
    ("small_strong", "countdown", ROOM_IN_RING),
    ("small_strong", "countdown", 134.0),
    ("small_strong", "title", 134.0),
)


class HeroLayout(Container):
    """The measures of the hero. `ground` is "hero" (the ring) or "dawn" (the sun); `desktop` makes it a card.

    What it arranges (`head`, `words`, `summary`, `ring`, `bar`, `card`) belongs to the subclass.
    """

    ground = StringProperty("hero")
    desktop = BooleanProperty(False)
    REFIT = ("ground", "desktop")
    head: Any
    subtitle: Any
    words: Any
    lead: Any
    countdown: Any
    when: Any
    summary: Any
    ring: Any = None
    bar: Any = None
    line: Any = None
    card: Any = None
    # The Hero that is shown.
    hero: Any = None
    done = False
    _scene: Any = None

    @property
    def watching(self) -> bool:
        """Whether the line of the late watch stands in the place of the ring."""
        return self.hero is not None and self.hero.watch is not None

    def prepare(self) -> None:
        """Have the scene and the ring that fit the present look."""

    def arrange(self, children: list[Any], width: float) -> float:
        if self.hero is None:
            return 0.0
        self.prepare()
        self._measures = DESKTOP if self.desktop else PHONE
        side, least = late.edge(self, width), dp(12)
        right = side if theme.large or self.desktop else max(least, side - (dp(20) - least))
        fit_to(self.head, width - side - right)
        if self.watching:
            self._tall = late.arrange(self, width)
        else:
            self._align("left" if theme.large else "center")
            self._tall = self._arrange_large(width, side) if theme.large else self._arrange_ring(width)
        if self.card is None:
            return self._tall
        fit_to(self.card, min(width - 2 * dp(12 if self.desktop else 20), dp(WIDEST_CARD)))
        if self.desktop:
            if hasattr(self._scene, "lift"):
                self._scene.lift = self.card.height - dp(12)
            self._tall += self.card.height + dp(24)
            return self._tall
        if theme.large:
            return self._tall + dp(16) + self.card.height
        overlap = late.OVERLAP if self.watching else self._measures["overlap"]
        return self._tall - dp(overlap) + self.card.height

    def _align(self, halign: str) -> None:
        self.when.style = "body_strong"
        for text in (self.lead, self.countdown, self.when, self.summary):
            text.halign = halign
        self.words.align = halign

    def _arrange_ring(self, width: float) -> float:
        # A title that wraps moves everything down.
        self._shift = max(0.0, self.head.height - dp(HEAD), self._under_head(width))
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

    def _under_head(self, width: float) -> float:
        """How far the ring moves down from a long line below the title, which would reach it."""
        reach = late.edge(self, width) + size_of(self.subtitle, "small")[0]
        if self.ground != "hero" or reach < width / 2 - dp(TOP_HALF):
            return 0.0
        top = self._measures["middle"] - self._measures["ring"] / 2
        return max(0.0, dp(UPPER) + self.head.height + dp(4) - dp(top))

    def _fit_in_ring(self) -> None:
        """Take the largest type whose lines stay inside the circle of the countdown."""
        if self.done:
            lead, countdown, room = "title", "countdown", ROOM_IN_RING
        else:
            steps = [step for step in LADDER if self._fits(*step)]
            lead, countdown, room = steps[0] if steps else LADDER[-1]
        self.lead.style, self.countdown.style = lead, countdown
        if size_of(self.when, "body_strong")[0] > dp(ROOM_BESIDE_KNOB):
            self.when.style = "small_strong"
        self._set_lead(balanced(self.lead, lead, dp(room)))
        fit_to(self.words, dp(ROOM_IN_RING))

    def _fits(self, lead: str, countdown: str, room: float) -> bool:
        radius = dp(self._measures["ring"]) * INNER
        lead_size = size_of(self.lead, lead, dp(room))
        words = (lead_size, size_of(self.countdown, countdown, dp(ROOM_IN_RING)), size_of(self.when, self.when.style))
        tall = sum(height for _width, height in words) + dp(4)
        if lead_size[0] > dp(room) or size_of(self.countdown, countdown)[0] > dp(ROOM_IN_RING):
            return False
        # The lead is the line that stands where the circle is narrowest.
        above = tall / 2 - theme.scaled(20) / 2 - (self._middle(tall) - dp(self._measures["middle"]))
        half = max(radius**2 - above**2, 0.0) ** 0.5 - dp(10)
        wide = size_of(self.lead, lead)[0]
        return min(wide, balanced(self.lead, lead, dp(room))) <= 2 * half

    def _set_lead(self, width: float) -> None:
        """Let the lead wrap at a width of its own."""
        self.lead.size_hint_x, self.lead.width = None, width

    def _middle(self, tall: float) -> float:
        """How far below the top the middle of the words stands: more words move up, off the summary."""
        return float(dp(self._measures["words"]) - max(0.0, tall - dp(94)) * 0.1)

    def _arrange_large(self, width: float, side: float) -> float:
        self.countdown.style, self.lead.size_hint = "countdown", (1, None)
        self.lead.style = "title" if self.done else "body_strong"
        fit_to(self.words, width - 2 * side)
        fit_to(self.summary, width - 2 * side)
        tall = dp(UPPER) + self.head.height + dp(16) + self.words.height
        if self.bar is not None and self.bar.parent is self:
            self.bar.size = (width - 2 * side, dp(14))
            tall += dp(12 + 14 + 4) + self.summary.height
        # The sun keeps a strip of its own under the words.
        return tall + dp(178 if self.ground == "dawn" else 20)

    def place(self) -> None:
        if self.hero is None:
            return
        top, side = self.y + self.height, late.edge(self, self.width)
        tall = self._tall
        if self._scene is not None:
            self._scene.size = (self.width, tall)
            self._scene.pos = (self.x, top - tall)
        self.head.pos = (self.x + side, top - dp(UPPER) - self.head.height)
        if self.watching:
            late.place(self, top)
        elif theme.large:
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
