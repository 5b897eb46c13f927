"""Sizes and places: heights follow widths, large text stacks, nothing is cut."""
from __future__ import annotations

import pytest

from tests.screens.harness import Stage

LONG = "Your plan before and after mesotherapy: clear times, and help if something feels wrong."


def test_text_is_as_high_as_it_needs_at_once(stage: Stage) -> None:
    from screens.widgets.text import Text

    text = Text(LONG)
    text.width = 350

    assert text.height == pytest.approx(50, abs=1)
    text.width = 200
    assert text.height == pytest.approx(100, abs=1)


def test_a_page_settles_in_one_frame(stage: Stage) -> None:
    from screens.widgets.page import Page
    from screens.widgets.surfaces import Card
    from screens.widgets.text import Text

    page = Page(Card(Text(LONG), Text(LONG)), Text(LONG), spacing=12)
    stage.clear()
    stage.window.add_widget(page)
    stage.settle(1)
    first = page.column.height
    stage.settle(5)

    assert page.column.height == first
    assert first == pytest.approx(18 + 75 + 75 + 18 + 12 + 50, abs=1)


def test_a_new_page_measures_each_text_once(stage: Stage) -> None:
    """Measuring is what a page costs: once more each, and every page opens half as fast."""
    from screens.widgets.block import settle
    from screens.widgets.page import Page
    from screens.widgets.surfaces import Card
    from screens.widgets.text import Text

    measured: list[float] = []

    class Measured(Text):
        def fit(self, width: float) -> float | None:
            measured.append(width)
            return super().fit(width)

    texts = [Measured(f"{LONG} {number}") for number in range(30)]
    page = Page(Card(*texts[:10]), *texts[10:])
    stage.window.add_widget(page)
    settle()

    assert len(measured) == len(texts)


def test_what_follows_moves_when_a_text_grows(stage: Stage) -> None:
    from screens.widgets.layout import Column
    from screens.widgets.text import Text

    upper, lower = Text("Short"), Text("Below")
    column = stage.show(Column(upper, lower, spacing=10))
    before = column.height

    upper.text = LONG
    stage.settle(1)

    assert column.height == pytest.approx(before + 25, abs=1)
    assert lower.y + lower.height + 10 == pytest.approx(upper.y)


def test_buttons_grow_and_never_cut_their_words(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.layout import Column
    from screens.widgets.theme import theme

    button = Button("Ask my clinic about all of these things at once")
    stage.show(Column(button, padding=[20, 0, 20, 0]))
    assert button.height >= 56
    theme.text_scale = 2.0
    stage.settle(2)

    assert button.height > 130


def test_touch_targets_are_at_least_48(stage: Stage) -> None:
    from screens.widgets import gallery
    from screens.widgets.a11y import OPERABLE

    for make in (gallery.answers, gallery.questions, gallery.parts):
        stage.show(make())
        small = [
            c.name for c in stage.find_all() if c.role in OPERABLE and (c.width < 48 or c.height < 48)
        ]
        assert small == []


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5, 2.0])
def test_nothing_leaves_its_parent_at_any_text_size(stage: Stage, scale: float) -> None:
    from screens.widgets import gallery
    from screens.widgets.block import Block
    from screens.widgets.theme import theme

    theme.text_scale = scale
    stage.resize(320, 844)
    outside: list[str] = []
    for make in (gallery.answers, gallery.questions, gallery.parts):
        for block in stage.show(make()).walk():
            parent = block.parent
            if isinstance(block, Block) and isinstance(parent, Block):
                inside = parent.x - 1 <= block.x and block.right <= parent.right + 1
                if not (inside and parent.y - 1 <= block.y and block.top <= parent.top + 1):
                    outside.append(f"{type(block).__name__} {block.name!r} in {type(parent).__name__}")

    assert outside == []


def test_tiles_in_a_row_are_equally_high_and_stand_alone_in_large_text(stage: Stage) -> None:
    from screens.widgets.layout import Grid2
    from screens.widgets.theme import theme
    from screens.widgets.tiles import Tile

    short = Tile("sun", "with_care", "", "Sun", "Shade", 0.1)
    tall = Tile("pill", "ask", "Ask first", "Aspirin", "Prescribed? Keep taking it and tell your clinic.")
    stage.show(Grid2(short, tall, spacing=10))
    assert short.height == tall.height
    assert short.y == tall.y
    assert tall.x > short.x

    theme.text_scale = 1.3
    stage.settle(2)

    assert tall.x == short.x
    assert tall.y < short.y


def test_a_page_keeps_its_place_when_content_grows_below(stage: Stage) -> None:
    from screens.widgets.page import Page
    from screens.widgets.text import Text

    page = stage.show(Page(*[Text(LONG) for _ in range(60)]))
    page.scroll_y = 0.5
    above = (1 - page.scroll_y) * (page.column.height - page.height)

    for _ in range(20):
        page.add_widget(Text(LONG))
    stage.settle(3)

    assert (1 - page.scroll_y) * (page.column.height - page.height) == pytest.approx(above, abs=2)


def test_gutters_are_20_on_phones_and_32_when_wide(stage: Stage) -> None:
    from screens.widgets.page import Page
    from screens.widgets.text import Text

    text = Text("A")
    stage.show(Page(text, measure_dp=2000))
    assert text.to_window(text.x, 0)[0] == 20

    stage.resize(700, 844)
    assert text.to_window(text.x, 0)[0] == 32


def test_a_row_that_does_not_fit_is_stacked(stage: Stage) -> None:
    from screens.widgets.buttons import Pill
    from screens.widgets.layout import Column, Row
    from screens.widgets.text import Text

    title, pill = Text("Title", style="title"), Pill("A pill with a great many words that fills the row")
    stage.show(Column(Row(title, pill)))

    assert pill.y < title.y
    assert pill.right <= 390


def test_content_that_fits_stays_at_the_top_when_it_is_revealed(stage: Stage) -> None:
    from screens.widgets.buttons import Button
    from screens.widgets.page import Page

    button = Button("One")
    stage.show(Page(button))
    stage.key("tab")
    stage.settle(2)

    assert button.to_window(button.x, button.top)[1] == pytest.approx(844)
