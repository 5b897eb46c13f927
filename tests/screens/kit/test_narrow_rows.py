"""Rows with something at their end, where there is little room and the text is large."""
from __future__ import annotations

from typing import Any

import pytest

from tests.screens.harness import Stage


def on_page(stage: Stage, widget: Any, width: int, scale: float) -> Any:
    from screens.widgets.page import Page
    from screens.widgets.theme import theme

    theme.text_scale = scale
    stage.show(Page(widget, measure_dp=width))
    return widget


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5])
def test_a_table_of_counts_breaks_no_word(stage: Stage, scale: float) -> None:
    from screens.widgets.counttable import CountTable
    from screens.widgets.theme import theme
    from screens.widgets.typeset import typeset

    # given a long word beside two wide heads
    rows = [("syringe", "Процедуры", "1", "1", ""), ("image", "Фото", "0", "0", "")]
    table = on_page(stage, CountTable(("В копии", "На устройстве"), rows), 250, scale)
    # then it stands on one line, beside the numbers or above them
    assert table._lines[1]._title.height < theme.leading("label") * 1.5
    assert table._lines[1]._title.width >= typeset("Процедуры", "label").texture.width - 1


def test_the_first_kind_of_a_stacked_table_has_no_rule_above(stage: Stage) -> None:
    from screens.widgets.counttable import CountTable

    rows = [("syringe", "Sessions", "1", "1", ""), ("image", "Photos", "0", "0", "")]
    table = on_page(stage, CountTable(("Backup", "This device"), rows), 310, 2.0)
    assert [line._rule.token for line in table._lines] == [None, None, "line"]


@pytest.mark.parametrize(("width", "scale", "beside"), [(314, 1.0, True), (244, 1.0, True), (244, 1.3, False)])
def test_a_switch_moves_below_words_that_have_too_little_room(
    stage: Stage, width: int, scale: float, beside: bool
) -> None:
    from screens.widgets.checks import ToggleRow

    row = ToggleRow("eye-slash", "Lock when another app is in front", "Or when the window is put away")
    on_page(stage, row, width, scale)
    assert (row.toggle.x > row._title.shape.pos[0] + row._title.width) is beside


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("words", ["Show it", "Show the long passphrase that nobody can read in one line"])
def test_the_box_of_a_tick_stands_beside_the_first_line(stage: Stage, words: str, scale: float) -> None:
    from screens.widgets.checks import CheckRow
    from screens.widgets.theme import theme

    row = on_page(stage, CheckRow(words), 310, scale)
    box = row._edge.shape.pos[1] + row._edge.shape.size[1] / 2
    first = row._words.shape.pos[1] + row._words.height - theme.leading("small") / 2
    assert abs(box - first) <= 4


def test_centred_links_stand_in_the_middle_side_by_side_or_stacked(stage: Stage) -> None:
    from screens.widgets.buttons import Link
    from screens.widgets.layout import Flow

    def made() -> Any:
        return Flow(Link("Type a passphrase"), Link("Forgot your code?"), align="center", spacing=28, line_dp=0)

    flow = on_page(stage, made(), 350, 1.0)
    last, first = flow.children
    assert first.y == last.y
    assert first.x - flow.x == pytest.approx(flow.right - last.right, abs=2)
    flow = on_page(stage, made(), 250, 1.0)
    last, first = flow.children
    assert first.y == pytest.approx(last.top, abs=1)
    assert first.center_x == pytest.approx(last.center_x, abs=2)


def test_words_in_the_middle_have_lines_of_like_length(stage: Stage) -> None:
    from screens.widgets.text import Text

    text = Text("Type the 4 groups. 0 and O, 1 and I count as the same.", halign="center")
    on_page(stage, text, 350, 1.0)
    ends = [line.w for line in text._glyphs._label._cached_lines]
    assert len(ends) == 2
    assert min(ends) > 0.6 * max(ends)


@pytest.mark.parametrize("width", range(200, 340, 20))
def test_no_line_ends_with_a_number_without_what_it_counts(stage: Stage, width: int) -> None:
    from screens.widgets.text import Text

    text = Text("That code is not right. You have 3 tries before a short wait of 5 minutes or so.", halign="center")
    on_page(stage, text, width, 1.0)
    lines = ["".join(word.text for word in line.words).strip() for line in text._glyphs._label._cached_lines]
    assert not [line for line in lines if line[-1:].isdigit()]


def test_the_icon_of_a_link_follows_its_longest_line(stage: Stage) -> None:
    from screens.widgets.buttons import Link

    link = Link("Посмотреть другие версии", icon="caret-right")
    on_page(stage, link, 160, 1.3)
    longest = max(line.w for line in link._words._label._cached_lines)
    assert link._glyph.shape.pos[0] < link._words.shape.pos[0] + longest + 24
