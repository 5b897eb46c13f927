"""Screens that nobody sees wait with a new look until they are shown."""
from __future__ import annotations

from typing import Any

from tests.screens.harness import Stage


def counting(looks: tuple[str, ...] = ("large",)) -> Any:
    """A screen that counts how often it was built."""
    from screens.framed import FramedScreen

    class Counting(FramedScreen[str]):
        rebuilt_on = looks
        built = 0

        def build(self, state: str) -> None:
            self.built += 1

    return Counting()


def test_what_is_seen_takes_a_new_look_at_once(stage: Stage) -> None:
    from screens.widgets.theme import theme

    screen = stage.show(counting())
    screen.render("now")
    theme.text_scale = 2.0
    assert screen.built == 2


def test_what_is_not_seen_takes_it_once_when_it_is_shown(stage: Stage) -> None:
    from screens.widgets.theme import theme

    screen = counting()
    screen.render("now")
    for scale in (2.0, 1.0, 2.0):
        theme.text_scale = scale
    assert screen.built == 1

    stage.show(screen)

    assert screen.built == 2


def test_a_newer_state_brings_the_new_look_as_well(stage: Stage) -> None:
    from screens.widgets.theme import theme

    screen = counting()
    screen.render("now")
    theme.text_scale = 2.0
    screen.render("now")
    stage.show(screen)
    assert screen.built == 2
