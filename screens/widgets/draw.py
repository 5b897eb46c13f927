"""What the kit draws with: few canvas instructions each, coloured by token and moved by their owner."""
from __future__ import annotations

from typing import Any
from weakref import WeakSet

from kivy.graphics import BorderImage, Color, Rectangle, RoundedRectangle, SmoothLine, SmoothRoundedRectangle
from kivy.metrics import dp

from screens.widgets.balance import balanced_width, held_together
from screens.widgets.theme import FONT_LINE, theme
from screens.widgets.typeset import FONTS, glyph, typeset
from screens.widgets.wordfit import shrunk, widest_word

SHADOWS = FONTS.parent / "images"


# Owners that are no blocks, and so do not repaint themselves.
_owners: WeakSet[Any] = WeakSet()


def keep(owner: Any, paint: Any) -> None:
    """Keep a paint with its owner, any widget, so that it follows the theme."""
    if not hasattr(owner, "paints"):
        owner.paints = []
        _owners.add(owner)
    owner.paints.append(paint)


def _repaint(*_: Any) -> None:
    for owner in list(_owners):
        for paint in owner.paints:
            paint.repaint()


theme.fbind("dark", _repaint)


class Paint:
    """A colour that follows its token. The owner keeps it in `paints` and repaints it with the theme."""

    __slots__ = ("_alpha", "_token", "color")

    def __init__(self, owner: Any, token: str | None, canvas: Any = None, alpha: float = 1.0) -> None:
        self.color = Color(1, 1, 1, 1)
        self._token = token
        self._alpha = alpha
        (canvas or owner.canvas).add(self.color)
        keep(owner, self)
        self.repaint()

    @property
    def token(self) -> str | None:
        """Name of the colour; None draws nothing."""
        return self._token

    @token.setter
    def token(self, name: str | None) -> None:
        if name != self._token:
            self._token = name
            self.repaint()

    def fade(self, alpha: float) -> None:
        """Show the colour at this opacity."""
        self._alpha = alpha
        self.repaint()

    def repaint(self) -> None:
        """Take the colour anew from the theme."""
        if self._token is None:
            self.color.rgba = (0, 0, 0, 0)
        else:
            red, green, blue, alpha = getattr(theme, self._token)
            self.color.rgba = (red, green, blue, alpha * self._alpha)


class Fill(Paint):
    """A filled rectangle; `radius` in pixels, one number or four from the top left clockwise."""

    __slots__ = ("shape",)

    def __init__(self, owner: Any, token: str | None, radius: Any = 0, canvas: Any = None, alpha: float = 1.0) -> None:
        super().__init__(owner, token, canvas, alpha)
        self.shape: Any
        if radius:
            # In Kivy 2.3 the soft edge of a translucent shape shows outside the scroll view that should clip it.
            kind = SmoothRoundedRectangle if alpha == 1.0 else RoundedRectangle
            self.shape = kind(size=(0, 0), radius=radius if isinstance(radius, list) else [radius])
        else:
            self.shape = Rectangle(size=(0, 0))
        (canvas or owner.canvas).add(self.shape)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the lower left corner at x, y."""
        self.shape.pos = (x, y)
        self.shape.size = (width, height)


class Edge(Paint):
    """A rounded outline `width` pixels thick, drawn inside the box it is given."""

    __slots__ = ("_radius", "_width", "shape")

    def __init__(self, owner: Any, token: str | None, width: float, radius: float, canvas: Any = None) -> None:
        super().__init__(owner, token, canvas)
        self._width = width
        self._radius = radius
        # Its soft border takes half a pixel from each side.
        self.shape = SmoothLine(width=width / 2 + 0.5, overdraw_width=1.0)
        (canvas or owner.canvas).add(self.shape)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Outline the box with its lower left corner at x, y."""
        half = self._width / 2
        radius = max(min(self._radius, width / 2, height / 2) - half, 1)
        if width > self._width and height > self._width:
            self.shape.rounded_rectangle = (x + half, y + half, width - self._width, height - self._width, radius, 24)


class Glyphs(Paint):
    """Text of a style; `set` measures, `place` draws on whole pixels so that it stays sharp."""

    __slots__ = ("_label", "_shift", "height", "shape", "width")

    def __init__(self, owner: Any, token: str | None, canvas: Any = None) -> None:
        super().__init__(owner, token, canvas)
        self.shape = Rectangle(size=(0, 0))
        (canvas or owner.canvas).add(self.shape)
        self.width = self.height = self._shift = 0.0
        self._label: Any = None

    def set(self, text: str, style: str, width: float | None = None, halign: str = "left", lead: str = "") -> float:
        """Set the text, wrapped to `width` pixels if given, and return its height in pixels.

        The lines of a title become of like length; `width` of this is then less than it was given. In all that wraps,
        the last word is not left alone as long as that takes no further line.
        Before a word is broken, all become smaller.
        """
        # Three dots that stand for the rest of a sentence begin no line.
        text = text.replace(" …", "\u00a0…")
        if not text and not lead:
            self.width = self.height = 0.0
            self.shape.size = (0, 0)
            return 0.0
        shrink = 1.0 if width is None else shrunk(text, style, width, lead)
        self._take(typeset(text, style, width, halign, lead, shrink))
        if width is not None and shrink == 1.0 and self.height > theme.leading(style) * 1.5:
            text = self._hold(text, style, width, halign, lead)
            if not lead:
                self._balance(text, style, width, halign)
        line = theme.leading(style) * shrink
        if width is None and not lead:
            # An unwrapped text is as high as the font says: put it in the middle of its line.
            self._shift = (line - self.height) / 2
            self.height = round(line)
        else:
            # A wrapped one has all the leading below: have half of it above.
            self._shift = (theme.size(style) * shrink * FONT_LINE - line) / 2
        return self.height

    def _hold(self, text: str, style: str, width: float, halign: str, lead: str) -> str:
        lines = getattr(self._label, "_cached_lines", None)
        last = "".join(word.text for word in lines[-1].words) if lines else ""
        for held in held_together(text, style, width, last):
            if held != text and widest_word(held, style, width) <= width:
                label = typeset(held, style, width, halign, lead)
                # Words of two weights may make a text a pixel higher, though it has no more lines.
                if label.texture.height < self.height + theme.leading(style) / 2:
                    self._take(label)
                    return held
        return text

    def _balance(self, text: str, style: str, width: float, halign: str) -> None:
        less = balanced_width(text, style, width, halign)
        if less < width:
            label = typeset(text, style, less, halign)
            # Measured word by word it may be a pixel short.
            if label.texture.height <= self.height:
                self._take(label)

    def icon(self, name: str, size: float) -> float:
        """Set an icon of `size` pixels, none for an empty name, and return its height."""
        if not name:
            return self.set("", "body")
        self._take(glyph(name, round(size)))
        self._shift = 0.0
        return self.height

    def widest_line(self) -> float:
        """How wide the longest line of what was set is, in pixels."""
        lines = getattr(self._label, "_cached_lines", None)
        return max((float(line.w) for line in lines), default=self.width) if lines else self.width

    def last_line(self) -> float:
        """Where the last line of what was set ends, in pixels from the left."""
        lines = getattr(self._label, "_cached_lines", None)
        return float(lines[-1].w) if lines else self.width

    def _take(self, label: Any) -> None:
        self._label = label
        self.width, self.height = label.texture.size
        self.shape.texture = label.texture
        self.shape.size = label.texture.size

    def place(self, x: float, y: float) -> None:
        """Put the lower left corner at x, y."""
        self.shape.pos = (round(x), round(y + self._shift))

    def center(self, x: float, y: float, width: float, height: float) -> None:
        """Put the text in the middle of a box."""
        self.place(x + (width - self.width) / 2, y + (height - self.height) / 2)


class Shadow:
    """The one soft shadow of the design under a box; a nine-patch of its own for each theme."""

    __slots__ = ("color", "shape")
    SPREAD = 22
    DROP = 6

    def __init__(self, owner: Any) -> None:
        self.color = Color(1, 1, 1, 1)
        self.shape = BorderImage(size=(0, 0), border=(66, 66, 66, 66), auto_scale="off")
        owner.canvas.add(self.color)
        owner.canvas.add(self.shape)
        keep(owner, self)
        self.repaint()

    def repaint(self) -> None:
        """Take the picture of the present theme."""
        self.shape.source = str(SHADOWS / f"shadow_soft_{'dark' if theme.dark else 'light'}.png")

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Lay the shadow under the box with its lower left corner at x, y."""
        spread = dp(self.SPREAD)
        self.shape.display_border = [spread * 2] * 4
        self.shape.pos = (x - spread, y - spread - dp(self.DROP))
        self.shape.size = (width + 2 * spread, height + 2 * spread)
