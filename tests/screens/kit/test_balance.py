"""Titles that wrap: lines of like length, and never more of them."""
from __future__ import annotations

import pytest

from tests.screens.harness import Stage


@pytest.mark.parametrize("words", ["What is normal in the first 3 days?", "Call your clinic within 1 to 2 days"])
@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_a_title_leaves_no_word_alone(stage: Stage, words: str, scale: float) -> None:
    from screens.widgets.page import Page
    from screens.widgets.text import Text
    from screens.widgets.theme import theme
    from screens.widgets.typeset import typeset

    theme.text_scale = scale
    title = Text(words, style="title")
    stage.show(Page(title))

    loose = typeset(words, "title", title.width).texture
    ends = [line.w for line in title._glyphs._label._cached_lines]
    assert title.height == loose.height
    assert min(ends) > 0.55 * max(ends)


@pytest.mark.parametrize("style", ["body", "small", "label"])
def test_running_text_fills_its_lines(stage: Stage, style: str) -> None:
    from screens.widgets.balance import balanced_width

    assert balanced_width("Pool water can carry germs into tiny needle holes. Keep out of it.", style, 200) == 200


def test_one_line_stays_as_it_is(stage: Stage) -> None:
    from screens.widgets.balance import balanced_width

    assert balanced_width("Check your plan", "title", 350) == 350


def test_dots_for_the_rest_of_a_sentence_begin_no_line(stage: Stage) -> None:
    from screens.widgets.page import Page
    from screens.widgets.text import Text
    from screens.widgets.typeset import typeset

    words = "Tell your doctor if …"
    title = Text(words, style="label_strong", size_hint_x=None, width=typeset(words, "label_strong").texture.width - 8)
    stage.show(Page(title))

    last = title._glyphs._label._cached_lines[-1].words[0].text
    assert last.strip() not in ("", "…")


def lines_of(stage: Stage, words: str, style: str, width: float, lead: str = "") -> list[str]:
    from screens.widgets.page import Page
    from screens.widgets.text import Text

    text = Text(words, style=style, lead=lead)
    stage.show(Page(text))
    text.fit(width)
    return ["".join(word.text for word in line.words).strip() for line in text._glyphs._label._cached_lines]


@pytest.mark.parametrize("lead", ["", "Mind this."])
def test_a_paragraph_leaves_no_short_word_alone(stage: Stage, lead: str) -> None:
    from screens.widgets.typeset import typeset

    words = "Our sources say how long it lasts, not how strong it is."
    whole = typeset(words, "small", lead=lead).texture.width

    shown = lines_of(stage, words, "small", whole - 6, lead)

    assert shown[-1].replace("\u00a0", " ").endswith("strong it is.")
    assert len(shown) == 2


def test_a_paragraph_of_two_weights_leaves_no_short_word_alone(stage: Stage) -> None:
    from kivy.metrics import dp

    lead, words = "Hard to breathe, swollen tongue or sight changes?", "Get emergency help now."

    ends = {lines_of(stage, words, "body", dp(width), lead)[-1] for width in range(230, 300, 5)}

    assert "now." not in ends


def test_a_long_last_word_may_stand_alone(stage: Stage) -> None:
    from screens.widgets.typeset import typeset

    words = "It is telangiectasia"
    shown = lines_of(stage, words, "small", typeset(words, "small").texture.width - 6)

    assert shown[-1] == "telangiectasia"


def test_no_line_begins_with_a_dot_between_two_parts(stage: Stage) -> None:
    from screens.widgets.typeset import typeset

    shown = lines_of(stage, "A bad cold sore · Acne", "small", typeset("A bad cold sore", "small").texture.width + 2)

    assert [line.replace("\u00a0", " ") for line in shown] == ["A bad cold", "sore · Acne"]


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Ваш сеанс был утром, вт, 9 июня", "вт, 9 июня"),
        ("You added this on Wed 10 June", "Wed 10 June"),
        ("Your clinic can tell you on day 2", "day 2"),
        ("Она придёт сегодня в 15:00", "в 15:00"),
        ("Вода может попасть в ранки", "в ранки"),
        ("Saved as Aftercare 2026-06-10 09-48.aftercare", "Aftercare 2026-06-10 09-48.aftercare"),
    ],
)
def test_what_belongs_together_stays_in_one_line(stage: Stage, words: str, held: str) -> None:
    from screens.widgets.typeset import typeset

    whole, least = (typeset(text, "small").texture.width for text in (words, held))

    for width in range(least + 4, whole, 7):
        lines = [line.replace("\u00a0", " ") for line in lines_of(stage, words, "small", width)]
        assert sum(held in line for line in lines) == 1 or len(lines) > 2, lines


def test_two_short_words_are_not_left_alone(stage: Stage) -> None:
    from screens.widgets.typeset import typeset

    words = "General advice, not a diagnosis. Your clinic says if it is."
    whole = typeset(words, "small").texture.width

    assert lines_of(stage, words, "small", whole - 10)[-1].replace("\u00a0", " ") not in ("is.", "it is.", "if it is.")
