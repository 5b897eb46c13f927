"""The return ring: one segment a limit, and the thin line inside that counts down to the next end."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kivy.animation import Animation
from kivy.graphics import Mesh
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty

from screens.widgets.drawing import Drawing
from screens.widgets.geometry import (
    RING_START,
    RING_SWEEP,
    arc,
    fit_stroke,
    on_circle,
    ring_angles,
    ring_slots,
)
from screens.widgets.meshes import MeshData, disc, joined, pill, stroke
from screens.widgets.theme import theme

# Of the design: 241 dp wide over the 13 dp stroke; the countdown runs 19 dp inside its centre line.
DIAMETER = 241.0
INSET = 19.0


@lru_cache(maxsize=16)
def segment_meshes(
    slots: int, ended: int, soon: int, radius: float, width: float, gap: float, start: float, sweep: float
) -> tuple[MeshData, MeshData, MeshData]:
    """Ended, next and later segments round (0, 0), one mesh a colour."""
    width = fit_stroke(slots, radius, width, gap, sweep)
    drawn = [
        stroke(arc(0, 0, radius, a, b) if b - a > 0.01 else [on_circle(0, 0, radius, a)], width)
        for a, b in ring_angles(slots, radius, width, gap, start, sweep)
    ]
    return joined(drawn[:ended]), joined(drawn[ended : ended + soon]), joined(drawn[ended + soon :])


def placed(data: MeshData, x: float, y: float) -> MeshData:
    """The mesh moved by x, y."""
    moved = data.vertices.copy()
    moved[0::4] = [v + x for v in moved[0::4]]
    moved[1::4] = [v + y for v in moved[1::4]]
    return MeshData(moved, data.indices)


class ReturnRing(Drawing):
    """Segments for `segments` limits: `ended` in mint, `next_count` in peach, the rest dim.

    `fraction` (0 to 1) moves only the countdown line, which is gone when all have ended or `counting` is off.
    `start_angle` and `sweep` are screen degrees, so that a closed ring is -90 and 360. `play` lets the ended segments
    fill one after another.
    """

    segments = NumericProperty(0)
    ended = NumericProperty(0)
    next_count = NumericProperty(0)
    fraction = NumericProperty(0.0)
    counting = BooleanProperty(True)
    stroke_width = NumericProperty(0)
    start_angle = NumericProperty(RING_START)
    sweep = NumericProperty(RING_SWEEP)
    reveal = NumericProperty(1.0)
    redraws_on = ("segments", "ended", "next_count", "counting", "stroke_width", "start_angle", "sweep")

    def __init__(self, segments: int = 0, ended: int = 0, next_count: int = 0, fraction: float = 0, **kwargs: Any):
        self._progress: Mesh | None = None
        self._drawn = 0
        kwargs.setdefault("role", "progress")
        kwargs.setdefault("size_hint", (None, None))
        kwargs.setdefault("size", (dp(DIAMETER), dp(DIAMETER)))
        super().__init__(segments=segments, ended=ended, next_count=next_count, fraction=fraction, **kwargs)
        self.fbind("fraction", self._count)

    def play(self) -> None:
        """Fill the ring from empty in 0.7 s; at once for those who want less motion."""
        Animation.cancel_all(self, "reveal")
        if not theme.reduced_motion:
            self.reveal = 0.0
            Animation(reveal=1.0, d=0.7, t="out_quad").start(self)

    def on_reveal(self, *_: Any) -> None:
        if self._filled() != self._drawn:
            self.redraw()
        self._count()

    def _filled(self) -> int:
        return int(int(self.ended) * min(1.0, max(0.0, self.reveal)))

    def draw(self) -> None:
        unit = min(self.width, self.height) / DIAMETER
        width = self.stroke_width or 13 * unit
        radius = (min(self.width, self.height) - width) / 2
        middle = self.width / 2, self.height / 2
        self._drawn = self._filled()
        # A segment that fills later is dim until its turn, so it counts as neither ended nor next.
        waiting = self._drawn < int(self.ended)
        soon = 0 if waiting else int(self.next_count)
        slots, ended, soon = ring_slots(int(self.segments), self._drawn, soon)
        groups = segment_meshes(slots, ended, soon, radius, width, 5 * unit, self.start_angle, self.sweep)
        for token, data in zip(("mint", "peach", "heroTrack"), groups, strict=True):
            if data.indices:
                self.fill(token, placed(data, *middle))
        self._progress = None
        if self.counting and ended < slots:
            inner = radius - INSET * unit
            track = arc(*middle, inner, self.start_angle + 2, self.start_angle + self.sweep - 2)
            self.fill("heroTrack", stroke(track, 3 * unit))
            self._progress = self.fill("peach", self._countdown())

    def _countdown(self) -> MeshData:
        unit = min(self.width, self.height) / DIAMETER
        radius = (min(self.width, self.height) - (self.stroke_width or 13 * unit)) / 2 - INSET * unit
        start = self.start_angle + 2
        end = start + (self.sweep - 4) * min(1.0, max(0.0, self.fraction)) * self.reveal
        middle = self.width / 2, self.height / 2
        line = arc(*middle, radius, start, end) if end - start > 0.05 else [on_circle(*middle, radius, start)]
        return stroke(line, 4 * unit).add(disc(*on_circle(*middle, radius, end), 7 * unit))

    def _count(self, *_: Any) -> None:
        if self._progress is not None:
            data = self._countdown()
            self._progress.vertices = data.vertices
            self._progress.indices = data.indices


class RingBar(Drawing):
    """The ring as a row of pills, for large text."""

    segments = NumericProperty(0)
    ended = NumericProperty(0)
    next_count = NumericProperty(0)
    redraws_on = ("segments", "ended", "next_count")

    def __init__(self, segments: int = 0, ended: int = 0, next_count: int = 0, **kwargs: Any):
        kwargs.setdefault("role", "progress")
        kwargs.setdefault("size_hint_y", None)
        kwargs.setdefault("height", dp(14))
        super().__init__(segments=segments, ended=ended, next_count=next_count, **kwargs)

    def draw(self) -> None:
        slots, ended, soon = ring_slots(int(self.segments), int(self.ended), int(self.next_count))
        if not slots:
            return
        gap = min(dp(5), self.width / slots / 4)
        slot = (self.width + gap) / slots
        thick = min(self.height, slot - gap)
        pills = [pill(slot * i, slot * (i + 1) - gap, self.height / 2, thick) for i in range(slots)]
        for token, part in (("mint", pills[:ended]), ("peach", pills[ended : ended + soon]),
                            ("heroTrack", pills[ended + soon :])):  # fmt: skip
            if part:
                self.fill(token, joined(part))
