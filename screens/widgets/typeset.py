"""Text and icons as white textures, made once and tinted when drawn."""
from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Any

from kivy.core.text import Label, LabelBase

from screens.widgets.icons import ICONS
from screens.widgets.theme import TYPE, theme

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FACES = {"regular": "Commissioner", "medium": "CommissionerMedium", "semibold": "CommissionerSemiBold"}
for _face, _file in (
    ("Commissioner", "Commissioner_400Regular.ttf"),
    ("CommissionerMedium", "Commissioner_500Medium.ttf"),
    ("CommissionerSemiBold", "Commissioner_600SemiBold.ttf"),
    ("AftercareIcons", "aftercare-icons.ttf"),
):
    LabelBase.register(_face, str(FONTS / _file))

KEPT = 500
_made: OrderedDict[tuple[Any, ...], Any] = OrderedDict()


def _keep(key: tuple[Any, ...], make: Any) -> Any:
    label = _made.get(key)
    if label is None:
        label = _made[key] = make()
        # The label is kept, not its texture: it refills the texture when a phone loses its GL context.
        label.refresh()
        if len(_made) > KEPT:
            _made.popitem(last=False)
    else:
        _made.move_to_end(key)
    return label


def _marked(lead: str, text: str) -> str:
    from kivy.utils import escape_markup

    return f"[font=CommissionerSemiBold]{escape_markup(lead)}[/font] {escape_markup(text)}"


def typeset(
    text: str, style: str, width: float | None = None, halign: str = "left", lead: str = "", shrink: float = 1.0
) -> Any:
    """A core label with its texture; wrapped to `width` pixels if given. `lead` goes before the text in semi-bold.

    `shrink` is the part of the size of its style that it has.
    """
    size = theme.size(style) * shrink
    wrap = None if width is None else max(int(width), 1)
    face = FACES[TYPE[style][2]]
    line = round(theme.leading(style) * shrink)

    def make() -> Any:
        options: dict[str, Any] = {
            "font_name": face, "font_size": size, "halign": halign, "text_size": (wrap, None), "color": (1, 1, 1, 1),
        }
        if lead:
            from kivy.core.text.markup import MarkupLabel

            return MarkupLabel(text=_marked(lead, text), markup=True, line_height=theme.line_height(style), **options)
        label = Label(text=text, **options)
        # Kivy multiplies what this very text measures, which differs by a pixel between texts; lines must not.
        label.options["line_height"] = (line + 0.01) / max(label.get_extents(text)[1], 1)
        return label

    return _keep((text, lead, face, size, line, wrap, halign), make)


def glyph(name: str, size: float) -> Any:
    """A core label with the texture of one icon, `size` pixels high."""

    def make() -> Any:
        return Label(text=ICONS[name], font_name="AftercareIcons", font_size=size, color=(1, 1, 1, 1))

    return _keep((name, size), make)
