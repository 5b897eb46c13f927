"""What gives way when type is large or words are long, so that nothing is cut, touches or breaks."""
from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.screens.harness import Stage


@pytest.fixture(autouse=True)
def usual_size() -> Any:
    yield
    from screens.widgets.theme import theme

    theme.text_scale = 1.0


def test_a_button_gives_up_its_icon_before_a_word_breaks(stage: Stage) -> None:
    from screens.widgets.buttons import PushButton
    from screens.widgets.wordfit import widest_word

    button = PushButton("Скопировать номер", icon="copy-simple", size_hint_x=None)
    stage.show(button)
    button.width = widest_word("Скопировать", "button", 0) + 2 * 22 * stage_dp() + 6

    assert button._aside() == 0
    assert button._words.width <= button.width


def test_a_row_puts_its_picture_above_words_that_would_break(stage: Stage) -> None:
    from screens.widgets.rows import ListRow
    from screens.widgets.wordfit import widest_word

    row = ListRow("bell", "Производитель", "", size_hint_x=None)
    stage.show(row)
    row.width = widest_word("Производитель", "label", 0) + 10

    assert row._over
    assert row._glyph.shape.pos[1] > row._title.shape.pos[1]


def test_a_heading_becomes_smaller_before_a_word_breaks(stage: Stage) -> None:
    from screens.widgets.text import Text
    from screens.widgets.wordfit import widest_word

    heading = Text("Ваш код восстановления", style="title")
    stage.show(heading)
    heading.fit(widest_word("восстановления", "title", 0) * 0.9)

    lines = heading._glyphs._label._cached_lines
    assert "восстановления" in {word for line in lines for word in "".join(w.text for w in line.words).split(" ")}


@pytest.mark.parametrize("width", [320, 360])
def test_the_words_of_two_tabs_never_touch(stage: Stage, width: int) -> None:
    from screens.widgets.nav import NavBar, NavItem
    from screens.widgets.theme import theme

    theme.text_scale = 2.0
    words = ("Сегодня", "Сроки", "Дневник", "Памятки", "Ещё")
    bar = NavBar([NavItem(word, "house-line", word) for word in words], size_hint_x=None, width=width * stage_dp())
    stage.show(bar)

    places = [(tab._word.shape.pos[0], tab._word.width) for tab in bar.tabs.values()]
    gaps = [right - (left + wide) for (left, wide), (right, _) in pairwise(places)]
    assert min(gaps) >= 3 * stage_dp()


@pytest.mark.parametrize("helped", [True, False])
def test_a_title_stands_in_the_middle_of_its_bar(stage: Stage, helped: bool) -> None:
    from screens.widgets.topbar import TopBar

    bar = TopBar("Can I …?", on_back=print, on_close=print, on_help=print if helped else None)
    stage.show(bar)
    stage.settle()

    assert abs(bar.title.center_x - bar.center_x) < 2


def test_a_long_title_in_large_type_stands_below_the_buttons(stage: Stage) -> None:
    from screens.widgets.theme import theme
    from screens.widgets.topbar import TopBar

    theme.text_scale = 2.0
    bar = TopBar("Добавить процедуру", on_back=print, on_close=print, on_help=print)
    stage.show(bar)
    stage.settle()

    buttons = [child for child in bar.children if child is not bar.title]
    assert all(bar.title.top <= button.y + 1 for button in buttons)


def test_pictures_beside_words_grow_with_them_but_less(stage: Stage) -> None:
    from screens.widgets.surfaces import IconBox
    from screens.widgets.theme import theme

    box = IconBox("bell")
    stage.show(box)
    usual = box.width
    theme.text_scale = 2.0
    stage.settle()

    assert 1.2 * usual < box.width < 1.4 * usual


def test_the_word_of_now_stays_inside_at_both_edges(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from screens.widgets.theme import theme
    from screens.widgets.timerows import NowLine

    theme.text_scale = 2.0
    line = NowLine(0.0, size_hint=(None, None), size=(300 * stage_dp(), 200 * stage_dp()))
    stage.show(line)
    spots: list[float] = []

    def write(words: str, x: float, _y: float, _ink: str, size: float, font: Any, *_: Any) -> None:
        half = line.measure(words, size, font) / 2
        spots.extend((x - half, line.width - x - half))

    monkeypatch.setattr(line, "write", write)
    for fraction in (0.01, 0.99):
        line.fraction = fraction
        line.draw()

    assert spots
    assert min(spots) >= 0


def stage_dp() -> float:
    from kivy.metrics import dp

    return float(dp(1))
