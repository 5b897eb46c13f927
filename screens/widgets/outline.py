"""Dotted lines over a picture: where the face was last time. Points are fractions from the top left corner."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot
from typing import Any

from kivy.graphics import Color, SmoothLine
from kivy.metrics import dp
from kivy.properties import ObjectProperty

from screens.widgets.picture import Picture
from screens.widgets.theme import theme

DASH, GAP, WIDE = 7.0, 10.0, 2.2

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def dashes(line: Sequence[Point], dash: float, gap: float) -> list[list[float]]:
    """A line cut into short ones of `dash` length with `gap` between, each as x, y, x, y …"""
    found: list[list[float]] = []
    current: list[float] = []
    left, drawing = dash, True
    for (x, y), (to_x, to_y) in pairwise(line):
        long = hypot(to_x - x, to_y - y)
        done = 0.0
        if drawing and not current:
            current = [x, y]
        while long - done > left:
            done += left
            at = x + (to_x - x) * done / long, y + (to_y - y) * done / long
            if drawing:
                found.append([*current, *at])
                current = []
            else:
                current = [*at]
            drawing = not drawing
            left = dash if drawing else gap
        left -= long - done
        if drawing:
            current += [to_x, to_y]
    if drawing and len(current) >= 4:
        found.append(current)
    return found


def _inside(points: Sequence[float], frame: Box) -> bool:
    x, y, wide, tall = frame
    out = dp(3)
    return all(x + out <= px <= x + wide - out for px in points[::2]) and all(
        y + out <= py <= y + tall - out for py in points[1::2]
    )


class DottedLines:
    """Draws an outline on the canvas of its owner: dark below and light above, so that it is seen on every skin."""

    def __init__(self, owner: Any) -> None:
        self._canvas = owner.canvas
        self._made: list[Any] = []

    def draw(self, lines: Iterable[Sequence[Point]], box: Box, frame: Box, plain: bool = False) -> None:
        """Draw lines in a box (x, y, width, height), of which their points are fractions, and of them what lies
        in a frame; `plain`: on no picture.
        """
        x, y, wide, tall = box
        for instruction in self._made:
            self._canvas.remove(instruction)
        self._made = []
        cut = [
            dash
            for line in lines
            for dash in dashes([(x + px * wide, y + (1 - py) * tall) for px, py in line], dp(DASH), dp(GAP))
            if _inside(dash, frame)
        ]
        on_skin = [((0, 0, 0, 0.55), WIDE + 1.4), ((1, 1, 1, 1), WIDE)]
        for shade, thick in [(tuple(theme.primary), WIDE)] if plain else on_skin:
            self._add(Color(*shade))
            for points in cut:
                self._add(SmoothLine(points=points, width=dp(thick) / 2 + 0.5, cap="round", overdraw_width=1.0))

    def _add(self, instruction: Any) -> None:
        self._canvas.add(instruction)
        self._made.append(instruction)


class OutlinedPicture(Picture):
    """A picture with an outline over it. Without a picture the outline stands on the plain ground."""

    outline = ObjectProperty(())

    def build(self) -> None:
        super().build()
        self._lines = DottedLines(self)
        self._drawn: Any = None

    def on_outline(self, *_: Any) -> None:
        if self._ready:
            self.place()

    def repaint(self) -> None:
        super().repaint()
        self.place()

    def frame_box(self) -> Box:
        """x, y, width, height of what is seen."""
        return self.x, self.y, self.width, self.height

    def box(self) -> Box:
        """x, y, width, height of the whole picture, of which the frame shows the middle."""
        texture: Any = self.texture
        if texture is None:
            return self.x, self.y, self.width, self.height
        scale = max(self.width / texture.width, self.height / texture.height)
        wide, tall = texture.width * scale, texture.height * scale
        return self.x + (self.width - wide) / 2, self.y + (self.height - tall) / 2, wide, tall

    def place(self) -> None:
        super().place()
        if "_lines" not in self.__dict__:
            return
        # An outline was drawn on a picture: before that is there, nobody knows where its lines go.
        key: Any = self.key
        lines = () if key is not None and self.texture is None else self.outline
        drawn = (lines, *self.box(), self.texture is None, theme.dark)
        if drawn != self._drawn:
            self._drawn = drawn
            self._lines.draw(lines, self.box(), self.frame_box(), plain=self.texture is None)
