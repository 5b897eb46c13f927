"""How the lock looks and stays put."""
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.screens.harness import Stage

pytestmark = pytest.mark.display
NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)


@pytest.fixture
def drawn(tmp_path: Path) -> Any:
    """Draws a scene; its app."""
    from screens.shots import _clear, show
    from screens.widgets.theme import theme

    def draw(name: str, width: int, height: int, text: str = "1.0") -> Any:
        from screens.scenes import SCENES

        stage = Stage.open(width, height)
        theme.reduced_motion = True
        scene = next(each for each in SCENES if each.name == name)
        app = show(scene, tmp_path, NOW, {"text_scale": text, "theme": "light"})
        stage.settle(8)
        return app

    yield draw
    _clear()
    theme.reduced_motion, theme.dark, theme.text_scale = False, False, 1.0


def test_keys_stay_where_they_are_when_a_code_is_wrong(drawn: Any) -> None:
    # given
    app = drawn("lock", 390, 844)
    place = app.router.place("lock")
    before = place.screen._pad.top
    # when
    place.view = type(place.view)(fault="That code is not right. 3 tries before a short wait.")
    place.show()
    Stage.open(390, 844).settle(4)
    # then it is said, in the place of what stood there, and no key has moved under the finger
    assert place.screen._lead.text.startswith("That code is not right")
    assert place.screen._pad.top == pytest.approx(before, abs=1)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800), (1280, 720)])
@pytest.mark.parametrize("name", ["lock", "lock-wrong", "lock-passphrase", "lock-recovery", "lock-wait"])
def test_the_whole_lock_is_seen_without_scrolling(drawn: Any, name: str, width: int, height: int) -> None:
    screen = drawn(name, width, height).router.place("lock").screen
    [frame] = screen.children
    assert frame.body.column.height <= frame.body.height + 1


def test_a_wide_window_asks_beside_the_keys(drawn: Any) -> None:
    screen = drawn("lock", 1280, 800).router.place("lock").screen
    title = screen._title.to_window(*screen._title.center)
    pad = screen._pad.to_window(screen._pad.x, screen._pad.center_y)
    assert title[0] < pad[0]


def test_what_went_is_said_as_large_as_it_was_asked(drawn: Any) -> None:
    from screens.widgets.theme import theme

    # given everything is deleted by a patient with large text, and the settings with it
    app = drawn("erase-gone", 390, 844, text="2.0")
    assert theme.text_scale == 2.0
    # when the app begins anew, then it begins with its own looks
    app.router.act("start-anew")
    assert theme.text_scale == 1.0
