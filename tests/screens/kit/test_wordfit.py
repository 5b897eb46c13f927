"""Long words, as other languages have them, are not broken: what stands side by side goes one below the other."""
from __future__ import annotations

from tests.screens.harness import Stage

LONG = "Проинформированность"


def test_a_row_stacks_before_a_word_of_it_is_broken() -> None:
    stage = Stage.open(320, 600)
    from screens.widgets.buttons import Pill
    from screens.widgets.layout import Column, Row
    from screens.widgets.text import Text

    # given a heading with a pill at its side that leaves the room for a short word only
    short = Row(Text("Да", style="heading"), Pill("Что-то не так?"), stack="large")
    long = Row(Text(LONG, style="heading"), Pill("Что-то не так?"), stack="large")

    # when both are shown
    stage.show(Column(short, long))

    # then the one with the long word stands above its pill
    assert not short.stacked
    assert long.stacked


def test_segments_stack_before_a_word_is_broken() -> None:
    stage = Stage.open(320, 600)
    from screens.widgets.choices import Segmented
    from screens.widgets.layout import Column

    short = Segmented([("a", "Да"), ("b", "Нет"), ("c", "Все")], "a")
    long = Segmented([("a", "Да"), ("b", LONG), ("c", "Все")], "a")

    stage.show(Column(short, long))

    assert len({part.y for part in short.parts.values()}) == 1
    assert len({part.y for part in long.parts.values()}) == 3


def test_words_that_surely_fit_are_not_measured() -> None:
    Stage.open()
    from screens.widgets.wordfit import widest_word

    assert widest_word("Short words", "body", 400) == 0
    assert widest_word(LONG, "body", 20) > 100
