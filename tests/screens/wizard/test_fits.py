"""Nothing is cut, nothing overlaps and every target is large enough, down to 320 dp and up to 200 % of text."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.screens.harness import Stage

FACE = (("area", "face"), ("protocol", "face-injection"), ("technique", "papule"))
WHEN = (*FACE, ("next", None))
STEPS = {
    "nothing chosen": (("next", None),),
    "what": FACE,
    "when": (*WHEN, ("zone", "America/Argentina/ComodRivadavia"), ("date", date(2026, 3, 1))),
    "skipped time": (*WHEN, ("date", date(2026, 3, 29)), ("time", "2:30")),
    "check": (*WHEN, ("date", date(2026, 6, 8)), ("zone", "Asia/Tokyo"), ("time", "15:00"), ("next", None)),
}
SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.3), (1280, 800, 1.0), (1280, 800, 2.0)]


def glyphs_of(widget: Any) -> Iterator[Any]:
    """The words and icons that a widget of the kit draws itself."""
    from screens.widgets.draw import Glyphs

    yield from (paint for paint in getattr(widget, "paints", ()) if isinstance(paint, Glyphs) and paint.token)


def assert_fits(root: Any) -> None:
    """Every word lies inside the widget that draws it, and no two controls of one box overlap."""
    for widget in root.walk():
        for paint in glyphs_of(widget):
            x, y = paint.shape.pos
            width, height = paint.shape.size
            who = f"{type(widget).__name__} {getattr(widget, 'name', '')!r}"
            if width and height:
                assert widget.x - 2 <= x, who
                assert x + width <= widget.right + 2, who
                # A line's own leading may stand out; its letters do not.
                assert widget.y - height * 0.2 <= y, who
                assert y + height <= widget.top + height * 0.2, who
        if type(widget).__name__ in ("Column", "Row", "Sides", "Grid2", "Flow", "Card"):
            _assert_apart(widget)


def _assert_apart(box: Any) -> None:
    parts = [child for child in box.children if child.height > 0 and child.width > 0 and child.opacity]
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            aside = one.right <= other.x + 1 or other.right <= one.x + 1
            above = one.top <= other.y + 1 or other.top <= one.y + 1
            assert aside or above, f"{one} lies over {other} in {box}"


def assert_targets(stage: Stage) -> None:
    """Each target is 48 dp high, and as wide unless seven of them share a line."""
    from kivy.metrics import dp

    from screens.widgets.a11y import OPERABLE

    for control in stage.find_all():
        if control.role in OPERABLE:
            assert control.height >= dp(48) - 1, control.name
            least = stage.window.width / 8.5 if type(control).__name__ == "DayCell" else dp(48)
            assert control.width >= min(least, dp(48)) - 1, control.name


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
@pytest.mark.parametrize("step", STEPS)
def test_every_step_fits(stage: Stage, wizard: Any, step: str, size: tuple[int, int, float]) -> None:
    from screens.widgets.theme import theme

    theme.text_scale = size[2]
    stage.resize(size[0], size[1])
    host = wizard(*STEPS[step])
    stage.settle(6)
    assert_fits(host.screen)
    assert_targets(stage)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}dp-{size[2]}")
def test_the_welcome_fits(stage: Stage, size: tuple[int, int, float]) -> None:
    from aftercare.presenters.welcome import build_state
    from screens.welcome import WelcomeScreen
    from screens.widgets.theme import theme

    theme.text_scale = size[2]
    stage.resize(size[0], size[1])
    screen = WelcomeScreen()
    screen.render(build_state(consented=False, refused=True))
    stage.show(screen)
    stage.settle(6)
    assert_fits(screen)
    assert_targets(stage)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_text_that_grows_while_a_step_is_shown_fits_too(stage: Stage, wizard: Any, scale: float) -> None:
    from screens.widgets.theme import theme

    host = wizard(*FACE)
    for step in (2.0, scale):
        theme.text_scale = step
        stage.settle(6)
    assert_fits(host.screen)


def test_fields_to_type_into_grow_with_the_text(stage: Stage, wizard: Any) -> None:
    from screens.widgets.theme import theme

    theme.text_scale = 2.0
    stage.resize(320, 640)
    host = wizard(*WHEN)
    host.tap("link", "Type date and time")
    stage.settle(6)
    assert_fits(host.screen)
    for field in stage.find_all("textbox"):
        line = field.line
        assert line.padding[1] + line.line_height + line.padding[3] <= line.height + 1
        assert line.padding[1] > 0


@pytest.mark.parametrize("opener", ["Not sure?", "Berlin time (UTC+2). Clinic in another time zone?"])
def test_the_sheets_fit(stage: Stage, wizard: Any, opener: str) -> None:
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.text_scale = 2.0
    stage.resize(320, 640)
    host = wizard(*(FACE if opener == "Not sure?" else WHEN))
    host.tap("link" if opener == "Not sure?" else "button", opener)
    stage.wait(0.2)
    for field in stage.find_all("textbox"):
        field.text = "buenos"
    stage.settle(6)
    assert_fits(focus.layers[-1])
    assert_targets(stage)
