"""The base of every drawing: inks that follow the theme, soft-edged shapes and text; redrawn on a change."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from kivy.clock import Clock
from kivy.core.text import Label as CoreLabel
from kivy.core.text import LabelBase
from kivy.graphics import Color, InstructionGroup, Mesh, PopMatrix, PushMatrix, Rectangle, Translate
from kivy.graphics.texture import Texture
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from screens.widgets.a11y import Accessible
from screens.widgets.icons import ICONS
from screens.widgets.meshes import MeshData
from screens.widgets.theme import theme

FONTS = {
    "Commissioner": "Commissioner_400Regular.ttf",
    "CommissionerMedium": "Commissioner_500Medium.ttf",
    "CommissionerSemiBold": "Commissioner_600SemiBold.ttf",
    "AftercareIcons": "aftercare-icons.ttf",
}
REGULAR, MEDIUM, SEMIBOLD = "Commissioner", "CommissionerMedium", "CommissionerSemiBold"
_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"


@lru_cache(maxsize=1)
def _register() -> None:
    for name, file in FONTS.items():
        LabelBase.register(name, str(_FOLDER / file))


@lru_cache(maxsize=1)
def ramp() -> Any:
    """A white texture, clear at u = 0 and full at u = 1: the soft edge of every mesh."""
    # 64 texels and clamping put the clear and the full end within a hundredth of 0 and 1.
    texture = Texture.create(size=(64, 1), colorfmt="rgba")
    _shade(texture)
    texture.add_reload_observer(_shade)
    texture.min_filter = texture.mag_filter = "linear"
    texture.wrap = "clamp_to_edge"
    return texture


def _shade(texture: Any) -> None:
    shades = bytes(v for i in range(64) for v in (255, 255, 255, round(255 * i / 63)))
    texture.blit_buffer(shades, colorfmt="rgba", bufferfmt="ubyte")


@lru_cache(maxsize=256)
def glyphs(text: str, font: str, size: float) -> Any:
    """One line of text in white, as a core label with its texture; `size` in pixels."""
    _register()
    label = CoreLabel(text=text, font_name=font, font_size=size, color=(1, 1, 1, 1))
    label.refresh()
    # The label is kept, not its texture: it fills the texture again when a phone loses its GL context.
    return label


class Drawing(Accessible, Widget):  # type: ignore[misc]
    """A widget that only draws. Subclasses override `draw` and name the properties that change the picture.

    `role`, `name` and `value` are what a reader speaks. Coordinates start at the widget's lower left.
    """

    role = StringProperty("image")
    redraws_on: tuple[str, ...] = ()

    def __init__(self, **kwargs: Any) -> None:
        self._inks: dict[str, list[tuple[Color, float]]] = {}
        self._layer = InstructionGroup()
        self._into = self._layer
        self.redraw = Clock.create_trigger(self._draw_now, -1)
        super().__init__(**kwargs)
        self.canvas.add(PushMatrix())
        self._shift = Translate(round(self.x), round(self.y))
        self.canvas.add(self._shift)
        self.canvas.add(self._layer)
        self.canvas.add(PopMatrix())
        self.fbind("pos", self._moved)
        for name in ("size", *self.redraws_on):
            self.fbind(name, self.redraw)
        theme.bind(text_scale=self._scaled)
        self.redraw()

    def draw(self) -> None:
        """Build the picture with `fill`, `write` and `icon`, in pixels from the lower left corner."""

    def draw_now(self) -> None:
        """Redraw at once instead of before the next frame."""
        self.redraw.cancel()
        self._draw_now()

    def ink(self, token: str, alpha: float = 1.0) -> Color:
        """A Color that follows a token of the theme; a token starting with # is a fixed colour."""
        if token.startswith("#"):
            red, green, blue = (int(token[i : i + 2], 16) / 255 for i in (1, 3, 5))
            colour = Color(red, green, blue, alpha)
        else:
            if token not in self._inks:
                self._inks[token] = []
                theme.bind(**{token: self._repaint})
            red, green, blue, own = getattr(theme, token)
            colour = Color(red, green, blue, own * alpha)
            self._inks[token].append((colour, alpha))
        self._into.add(colour)
        return colour

    def fill(self, token: str, data: MeshData, alpha: float = 1.0) -> Mesh:
        """Draw a mesh in the colour of a token."""
        self.ink(token, alpha)
        mesh = Mesh(vertices=data.vertices, indices=data.indices, mode="triangles", texture=ramp())
        self._into.add(mesh)
        return mesh

    def write(
        self, text: str, x: float, y: float, token: str, size: float, font: str = MEDIUM, anchor: float = 0
    ) -> None:
        """One line with its baseline at y; `anchor` 0, 0.5 or 1 says which part of it stands at x."""
        texture = glyphs(text, font, size).texture
        # Commissioner's descent is 0.206 of 1.223 em.
        bottom = y - texture.height * 0.206 / 1.223
        self._picture(texture, x - texture.width * anchor, bottom, token)

    def icon(self, name: str, x: float, y: float, token: str, size: float) -> None:
        """An icon with its middle at x, y."""
        texture = glyphs(ICONS[name], "AftercareIcons", size).texture
        self._picture(texture, x - texture.width / 2, y - texture.height / 2, token)

    def measure(self, text: str, size: float, font: str = MEDIUM) -> float:
        """Width of a line in pixels."""
        return float(glyphs(text, font, size).texture.width)

    def _picture(self, texture: Any, x: float, y: float, token: str) -> None:
        self.ink(token)
        self._into.add(Rectangle(texture=texture, size=texture.size, pos=(round(x), round(y))))

    def _draw_now(self, *_: Any) -> None:
        self._layer.clear()
        self._into = self._layer
        for inks in self._inks.values():
            inks.clear()
        if self.width > 1 and self.height > 1:
            self.draw()

    def _moved(self, *_: Any) -> None:
        self._shift.xy = round(self.x), round(self.y)

    def _repaint(self, *_: Any) -> None:
        for token, inks in self._inks.items():
            red, green, blue, own = getattr(theme, token)
            for colour, alpha in inks:
                colour.rgba = (red, green, blue, own * alpha)

    def _scaled(self, *_: Any) -> None:
        self.redraw()
