"""The painted grounds: the petrol hero, the dawn of the welcome, and the sun that climbs before a session.

Each shape is cut to the ground it lies on before it is drawn, so no stencil is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty, OptionProperty

from screens.widgets.drawing import Drawing
from screens.widgets.geometry import Point, arc, clip_convex, ellipse, on_circle, rounded_box
from screens.widgets.meshes import disc, filled, joined, stroke

# The width of the phone in the design: hills are drawn for it and stretched to the width there is.
PHONE = 390.0


class Scene(Drawing):
    """A ground with rounded corners: "bottom" on a phone, "all" as a card, "none" under a sheet."""

    corners = OptionProperty("bottom", options=("bottom", "all", "none"))
    radius = NumericProperty(36)
    redraws_on: tuple[str, ...] = ("corners", "radius")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("decorative", True)
        super().__init__(**kwargs)

    def ground(self, token: str) -> list[Point]:
        """Paint the ground and return its contour, to which the rest is cut."""
        radius = min(dp(self.radius), self.width / 2, self.height / 2)
        bottom = 0.0 if self.corners == "none" else radius
        top = radius if self.corners == "all" else 0.0
        contour = rounded_box(0, 0, self.width, self.height, bottom, top)
        self.fill(token, filled(contour))
        return contour

    def inside(self, token: str, shape: Sequence[Point], ground: Sequence[Point], alpha: float = 1.0) -> None:
        """Paint the part of a convex shape that lies on the ground."""
        left = clip_convex(shape, ground)
        if len(left) > 2:
            self.fill(token, filled(left), alpha)

    def hills(self, tokens: Sequence[str], ground: Sequence[Point], rows: Sequence[Sequence[float]]) -> None:
        """Paint ellipses (x, y below the foot, rx, ry in dp of the phone); the farthest is seen through."""
        across = self.width / PHONE
        for index, (token, (x, below, rx, ry)) in enumerate(zip(tokens, rows, strict=True)):
            hill = ellipse(x * across, -dp(below), rx * across, dp(ry))
            self.inside(token, hill, ground, 0.75 if index == 0 else 1.0)


class HeroScene(Scene):
    """Petrol evening with two pale circles; `focus_top` and the radii in dp, `focus_x` a share of the width.

    `glow` paints the two warm circles of the day when everything has ended.
    """

    focus_x = NumericProperty(0.5)
    focus_top = NumericProperty(224)
    radii = ListProperty([240, 158])
    shades = ListProperty([0.45, 0.75])
    glow = ListProperty([])
    redraws_on = ("corners", "radius", "focus_x", "focus_top", "radii", "shades", "glow")

    def draw(self) -> None:
        ground = self.ground("hero")
        x, y = self.width * self.focus_x, self.height - dp(self.focus_top)
        for radius, alpha in zip(self.radii, self.shades, strict=False):
            self.inside("heroHi", ellipse(x, y, dp(radius), dp(radius)), ground, alpha)
        # Each glow: dp above the middle of the ring, radius, strength.
        for above, radius, alpha in self.glow:
            self.inside("peach", ellipse(x, y + dp(above), dp(radius), dp(radius)), ground, alpha)


RECOVERED_GLOW = [(12, 74, 0.07), (28, 46, 0.10)]


class DawnScene(Scene):
    """The sun over hills, for the welcome and for days without a session; distances from the top in dp."""

    sun_x = NumericProperty(0.5)
    sun_top = NumericProperty(196)
    sun_radius = NumericProperty(72)
    redraws_on = ("corners", "radius", "sun_x", "sun_top", "sun_radius")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("corners", "none")
        super().__init__(**kwargs)

    def draw(self) -> None:
        ground = self.ground("dawn")
        x, y, radius = self.width * self.sun_x, self.height - dp(self.sun_top), dp(self.sun_radius)
        for times, alpha in ((2.75, 0.13), (1.9, 0.2)):
            self.inside("dawnSun", ellipse(x, y, radius * times, radius * times), ground, alpha)
        self.inside("dawnSun", ellipse(x, y, radius, radius), ground)
        dashes = [stroke(arc(x, y, radius * 1.45, 165 + 20 * i, 175 + 20 * i), dp(7)) for i in range(11)]
        self.fill("primary", joined(dashes[:4]))
        self.fill("dawnSun", joined(dashes[4:]))
        w = PHONE
        rows = [(w * 0.9, w * 0.36, w * 0.82, w * 0.56), (w * 0.05, w * 0.46, w * 0.9, w * 0.6),
                (w * 0.78, w * 0.56, w * 0.95, w * 0.6)]  # fmt: skip
        self.hills(("mint", "dawnHill", "hero"), ground, rows)


class PrepareScene(Scene):
    """The sun climbs an arc to the session: `fraction` of the way, with a knob at each share in `phases`."""

    fraction = NumericProperty(0.0)
    phases = ListProperty([0.0, 1 / 3, 2 / 3])
    redraws_on = ("corners", "radius", "fraction", "phases")

    def __init__(
        self, fraction: float = 0.0, phases: Sequence[float] = (0.0, 1 / 3, 2 / 3), **kwargs: Any
    ) -> None:
        super().__init__(fraction=fraction, phases=list(phases), **kwargs)

    def arc_middle(self) -> tuple[float, float, float]:
        """Middle and radius of the arc in pixels from the lower left: the countdown is written under it."""
        radius = max(dp(60), min(dp(158), self.width / 2 - dp(37), self.height - dp(122)))
        return self.width / 2, dp(64), radius

    def draw(self) -> None:
        ground = self.ground("dawn")
        x, y, radius = self.arc_middle()
        done = min(1.0, max(0.0, self.fraction))
        sun = on_circle(x, y, radius, 180 + 180 * done)
        for size, alpha in ((150, 0.13), (84, 0.2)):
            self.inside("dawnSun", ellipse(*sun, dp(size), dp(size)), ground, alpha)
        self.fill("onDawn", stroke(arc(x, y, radius, 180, 360), dp(2.5)), 0.22)
        if done > 0:
            # The colour of actions: that of the hills cannot be told from a dark sky.
            self.fill("primary", stroke(arc(x, y, radius, 180, 180 + 180 * done), dp(5)))
        for share in self.phases:
            knob = on_circle(x, y, radius, 180 + 180 * share)
            self.fill("primary", disc(*knob, dp(7.25)))
            if share > done:
                self.fill("dawn", disc(*knob, dp(4.75)))
        self.fill("dawn", disc(*sun, dp(29)))
        self.fill("dawnSun", disc(*sun, dp(25)))
        rows = [(350, 150, 320, 216), (10, 190, 340, 226), (320, 220, 370, 226)]
        self.hills(("mint", "dawnHill", "hero"), ground, rows)
        self.fill("hero", disc(x + radius, y, dp(22)))
        self.icon("syringe", x + radius, y, "onHero", dp(24))
