"""A picture in a rounded frame: filled, in the middle; a dim block until it is there."""
from __future__ import annotations

from math import cos, pi, sin
from typing import Any

from kivy.graphics import Color, Mesh
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from screens.widgets.block import Block
from screens.widgets.draw import Fill, Glyphs
from screens.widgets.wordfit import widest_word

CORNER_STEPS = 10


def middle_of(texture: Any, wide: float, tall: float) -> tuple[float, float, float, float]:
    """x, y, width and height, in pixels of a picture, of its middle part that fills a box of this shape."""
    scale = max(wide / texture.width, tall / texture.height, 1e-9)
    across, down = min(wide / scale, texture.width), min(tall / scale, texture.height)
    return (texture.width - across) / 2, (texture.height - down) / 2, across, down


def cropped(texture: Any, wide: float, tall: float, left: float = 0.0, right: float = 1.0) -> tuple[float, ...]:
    """Texture coordinates of the middle of a picture that fills a box; `left` to `right` is a part of the box."""
    u0, bottom, _, _, u1, top = texture.tex_coords[:6]
    x, y, across, down = middle_of(texture, wide, tall)
    a, b = (u0 + (u1 - u0) * (x + across * part) / texture.width for part in (left, right))
    low, high = (bottom + (top - bottom) * at / texture.height for at in (y, y + down))
    return a, low, b, low, b, high, a, high


def rounded(
    texture: tuple[float, ...], x: float, y: float, wide: float, tall: float, radius: float
) -> list[float]:
    """Vertices (x, y, u, v) of a box with round corners, all around it, for these texture coordinates."""
    radius = max(0.0, min(radius, wide / 2, tall / 2))
    u0, low, u1, _, _, high = texture[:6]
    found: list[float] = []
    for turn, (across, up) in enumerate(((1, 1), (0, 1), (0, 0), (1, 0))):
        for step in range(CORNER_STEPS):
            angle = (turn + step / (CORNER_STEPS - 1)) * pi / 2
            px = (radius if across == 0 else wide - radius) + cos(angle) * radius
            py = (radius if up == 0 else tall - radius) + sin(angle) * radius
            found += [x + px, y + py, u0 + (u1 - u0) * px / wide, low + (high - low) * py / tall]
    return found


def set_badge(words: Glyphs, badge: str, room: float) -> None:
    """A few words on a picture, in as small a type as keeps each of them whole."""
    style = "small_strong" if widest_word(badge, "small_strong", room) <= room else "axis"
    words.set(badge, style)
    if words.width > room:
        words.set(badge, style, max(room, 1))


class Frame:
    """Draws a texture, or None, on the canvas of its owner; `radius` in pixels."""

    def __init__(self, owner: Any, radius: float, ground: str = "sand") -> None:
        self.texture: Any = None
        self._block = Fill(owner, ground, radius)
        self._sign = Glyphs(owner, "ink3")
        self._color = Color(1, 1, 1, 0)
        # Kivy's rounded shape stretches a part of a texture over all of itself.
        self._shape = Mesh(mode="triangle_fan", indices=list(range(4 * CORNER_STEPS)))
        self._radius = radius
        owner.canvas.add(self._color)
        owner.canvas.add(self._shape)

    def place(self, x: float, y: float, wide: float, tall: float, lost: bool = False) -> None:
        """Put the lower left corner at x, y; `lost` shows that there is no picture any more."""
        self._block.place(x, y, wide, tall)
        self._sign.icon("image" if lost else "", dp(24))
        self._sign.center(x, y, wide, tall)
        self._color.a = 0 if self.texture is None else 1
        if self.texture is not None and wide > 0 and tall > 0:
            self._shape.texture = self.texture
            self._shape.vertices = rounded(cropped(self.texture, wide, tall), x, y, wide, tall, self._radius)


class Picture(Block):
    """A picture as wide as its room and `shape` times as high; `name` stands for it where it is not seen.

    `pictures` fills it. `size_dp` makes it a square of that size instead. `badge` stands in its lower left corner.
    """

    REFIT: tuple[str, ...] = ("badge", "shape", "size_dp")
    texture = ObjectProperty(None, allownone=True)
    lost = BooleanProperty(False)
    badge = StringProperty("")
    shape = NumericProperty(1.25)
    size_dp = NumericProperty(0)
    corner = NumericProperty(22)

    def __init__(self, pictures: Any = None, **kwargs: Any) -> None:
        self.pictures = pictures
        self.key: tuple[str, bool] | None = None
        kwargs.setdefault("role", "image")
        if kwargs.get("size_dp"):
            kwargs.setdefault("hug", True)
        super().__init__(**kwargs)

    def show(self, photo_id: str, name: str, large: bool = False, badge: str = "") -> None:
        """Show this picture; the one that is shown already stays as it is."""
        self.name, self.badge, self.decorative = name, badge, False
        if self.key != (photo_id, large):
            self.key = (photo_id, large)
            self.pictures.show(self)

    def show_none(self, name: str) -> None:
        """Show the plain ground; an empty name says nothing of it."""
        self.key, self.texture, self.lost = None, None, False
        self.name, self.badge, self.decorative = name, "", not name
        self.place()

    def build(self) -> None:
        self._frame = Frame(self, dp(self.corner))
        self._chip, self._words = Fill(self, "hero", dp(14)), Glyphs(self, "onHero")

    def on_texture(self, *_: Any) -> None:
        if self._ready:
            self._frame.texture = self.texture
            self.place()

    on_lost = on_texture

    def natural_width(self) -> float:
        return float(dp(self.size_dp)) if self.size_dp else super().natural_width()

    def fit(self, width: float) -> float | None:
        set_badge(self._words, self.badge, width - dp(40))
        return float(dp(self.size_dp)) if self.size_dp else round(width * self.shape)

    def place_frame(self) -> None:
        """Put the picture into its frame."""
        self._frame.place(self.x, self.y, self.width, self.height, self.lost)

    def place(self) -> None:
        self.place_frame()
        x, y, tall = self.x + dp(12), self.y + dp(12), self._words.height + dp(10)
        self._chip.token = "hero" if self.badge else None
        self._chip.place(x, y, self._words.width + dp(24), tall)
        self._words.center(x, y, self._words.width + dp(24), tall)
