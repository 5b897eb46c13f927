"""The track of one limit from the session to its end, and the bars of sources that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty, ObjectProperty

from aftercare.words import gettext as _
from screens.widgets.bars import bar, box, upright
from screens.widgets.drawing import MEDIUM, SEMIBOLD, Drawing
from screens.widgets.geometry import x_at
from screens.widgets.meshes import disc, pill
from screens.widgets.placing import PRIORITY, Wish, place
from screens.widgets.theme import theme

# Of the design, in dp: bars are thick for "not yet" and thin for "with care"; the bead stands on them.
THICK, THIN, HAIR, BEAD = 14.0, 6.4, 2.0, 9.0
LABEL_GAP = 8.0


class Labelled(Drawing):
    """A drawing with a row of labels under or over it, kept apart from one another."""

    def label_row(self, labels: Sequence[tuple[float, str, str]], baseline: float, size: float) -> None:
        """Write (fraction, text, kind) labels; the kind, a key of PRIORITY, gives colour and precedence."""
        fonts = [SEMIBOLD if kind in ("now", "clinic") else MEDIUM for _at, _text, kind in labels]
        wishes = [
            Wish(
                x_at(at, self.width),
                self.measure(text, size, font),
                min(1.0, max(0.0, _lean(at))),
                PRIORITY[kind],
            )
            for (at, text, kind), font in zip(labels, fonts, strict=True)
        ]
        colours = {"now": "primary", "clinic": "notyet"}
        for (_at, text, kind), font, left in zip(labels, fonts, place(wishes, self.width, dp(LABEL_GAP)), strict=True):
            if left is not None:
                self.write(text, left, baseline, colours.get(kind, "ink2"), size, font)


def _lean(at: float) -> float:
    return 0.0 if at <= 0.001 else 1.0 if at >= 0.999 else 0.5


class PhaseTrack(Labelled):
    """Session to end on one line.

    `phases` holds (start, end, shape) with fractions of the width and shapes of `bars`. `now` is a fraction
    or None. `labels` holds (fraction, text, kind) with a kind of `placing.PRIORITY`. `clinic` is None or
    (fraction, text): a marker with its own label above. `marks` are fractions with a fine stroke. The height
    follows the text size.
    """

    phases = ListProperty([])
    now = ObjectProperty(None, allownone=True)
    labels = ListProperty([])
    clinic = ObjectProperty(None, allownone=True)
    marks = ListProperty([])
    redraws_on = ("phases", "now", "labels", "clinic", "marks")

    def __init__(
        self, phases: Sequence[tuple[float, float, str]] = (), now: float | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(phases=list(phases), now=now, **kwargs)
        for name in ("labels", "clinic"):
            self.fbind(name, self._fit)
        theme.bind(text_scale=self._fit)
        self._fit()

    def _fit(self, *_: Any) -> None:
        line = theme.scaled(15) * 1.25
        self.height = dp(24) + (line + dp(12) if self.labels else 0) + (line + dp(8) if self.clinic else 0)

    def draw(self) -> None:
        size = theme.scaled(15)
        line = size * 1.25
        middle = self.height - dp(12) - (line + dp(8) if self.clinic else 0)
        wide = any(shape in ("time", "range") for _start, _end, shape in self.phases)
        self.fill("sand" if wide else "line", pill(0, self.width, middle, dp(8 if wide else HAIR)))
        for start, end, shape in self.phases:
            bar(self, shape, start * self.width, min(1.0, end) * self.width, middle, dp(THICK), dp(THIN))
        for at in self.marks:
            x = x_at(at, self.width - dp(2))
            self.fill("outline", upright(x + dp(1), middle - dp(10), middle + dp(10), dp(2)))
        if self.clinic:
            at, text = self.clinic
            x = x_at(at, self.width)
            self.fill("notyet", upright(x, middle - dp(8), middle + dp(18), dp(2.5)))
            self.label_row([(at, text, "clinic")], self.height - size * 1.02, size)
        if self.now is not None:
            x = x_at(self.now, self.width)
            self.fill("card", disc(x, middle, dp(BEAD + 1.5)))
            self.fill("primary", disc(x, middle, dp(BEAD - 1.5)))
        if self.labels:
            self.label_row(self.labels, middle - dp(20) - size * 0.9, size)


class SourceBars(Labelled):
    """One bar a source, as (name, fraction, label, deciding); the deciding one is thick.

    `now` is a fraction or None. A label that does not fit beside its name stands under it, so the height follows
    the text size and the width.
    """

    rows = ListProperty([])
    now = NumericProperty(0, allownone=True)
    redraws_on = ("rows", "now")

    def __init__(
        self, rows: Sequence[tuple[str, float, str, bool]] = (), now: float | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(rows=list(rows), now=now, **kwargs)
        for name in ("rows", "width", "now"):
            self.fbind(name, self._fit)
        theme.bind(text_scale=self._fit)
        self._fit()

    def _stacked(self) -> bool:
        size = theme.scaled(16)
        widest = max(
            (self.measure(n, size, SEMIBOLD) + self.measure(t, size, SEMIBOLD) for n, _f, t, _d in self.rows),
            default=0,
        )
        return widest + dp(12) > self.width

    def _row_height(self) -> float:
        return theme.scaled(16) * (2.5 if self._stacked() else 1.25) + dp(38)

    def _fit(self, *_: Any) -> None:
        now = theme.scaled(15) * 1.25 if self.now is not None else 0
        self.height = max(0.0, len(self.rows) * self._row_height() - dp(16)) + now

    def draw(self) -> None:
        size, row, stacked = theme.scaled(16), self._row_height(), self._stacked()
        line = size * 1.25
        if self.now is not None:
            x = x_at(self.now, self.width)
            foot = self.height - len(self.rows) * row + dp(16)
            self.fill("primary", upright(x, foot, self.height - dp(2), dp(2)))
            self.label_row([(self.now, _("Now"), "now")], foot - theme.scaled(15) * 1.1, theme.scaled(15))
        top = self.height
        for name, fraction, label, deciding in self.rows:
            font = SEMIBOLD if deciding else MEDIUM
            tint = "notyet" if deciding else "ink2"
            base = top - size * 1.02
            self.patch(0, base - size * 0.25, self.measure(name, size, font) + dp(6), line)
            self.write(name, 0, base, "ink", size, font)
            width = self.measure(label, size, SEMIBOLD)
            if stacked:
                base -= line
            left = 0 if stacked else self.width - width
            self.patch(left - dp(4), base - size * 0.25, width + dp(8), line)
            self.write(label, left, base, tint, size, SEMIBOLD)
            middle = base - size * 0.25 - dp(9)
            self.fill("line", pill(0, self.width, middle, dp(HAIR)))
            thick = dp(THICK if deciding else 8)
            alpha = 1.0 if deciding else 0.7
            self.fill(
                "notyetBar" if deciding else "outline",
                pill(0, x_at(fraction, self.width), middle, thick),
                alpha,
            )
            top -= row

    def patch(self, x: float, y: float, width: float, height: float) -> None:
        """Hide the Now line behind words."""
        left, right = max(0.0, x), min(self.width, x + width)
        self.fill("card", box(left, y, right - left, height))
