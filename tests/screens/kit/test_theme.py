"""Light, dark and text size change what is shown, without making it anew."""
from __future__ import annotations

import pytest

from tests.screens.harness import Stage


def test_dark_repaints_live_widgets(stage: Stage) -> None:
    from kivy.utils import get_color_from_hex

    from screens.widgets.palette import DARK, LIGHT
    from screens.widgets.surfaces import Card
    from screens.widgets.text import Text
    from screens.widgets.theme import theme

    card = stage.show(Card(Text("Words")))
    text = card.children[0]
    assert list(text.paints[0].color.rgba) == pytest.approx(get_color_from_hex(LIGHT["ink"]), abs=0.01)

    theme.dark = True

    assert list(text.paints[0].color.rgba) == pytest.approx(get_color_from_hex(DARK["ink"]), abs=0.01)
    assert list(card.paints[0].color.rgba) == pytest.approx(get_color_from_hex(DARK["card"]), abs=0.01)


def test_paint_on_a_plain_kivy_widget_follows_too(stage: Stage) -> None:
    from kivy.uix.floatlayout import FloatLayout
    from kivy.utils import get_color_from_hex

    from screens.widgets.draw import Fill
    from screens.widgets.palette import DARK
    from screens.widgets.theme import theme

    ground = FloatLayout()
    fill = Fill(ground, "bg")

    theme.dark = True

    assert list(fill.color.rgba) == pytest.approx(get_color_from_hex(DARK["bg"]), abs=0.01)


def test_text_grows_live_and_large_type_grows_less(stage: Stage) -> None:
    from screens.widgets.layout import Column
    from screens.widgets.text import Text
    from screens.widgets.theme import theme

    body, title, nav = Text("Word"), Text("Word", style="title"), Text("Word", style="nav")
    stage.show(Column(body, title, nav))
    before = body.height, nav.height

    theme.text_scale = 2.0
    stage.settle(2)

    assert body.height == pytest.approx(2 * before[0], abs=1)
    assert title.height == pytest.approx(1.6 * 34, abs=1)
    assert nav.height == pytest.approx(1.15 * before[1], abs=1)


def test_the_same_word_is_drawn_from_one_texture(stage: Stage) -> None:
    from screens.widgets.typeset import typeset

    assert typeset("Not yet", "small_strong") is typeset("Not yet", "small_strong")
    assert typeset("Not yet", "small_strong") is not typeset("Not yet", "small_strong", 40)
