"""Today as the patient meets it."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.screens.harness import Stage

# isort: split
from kivy.metrics import dp

from aftercare.presenters.today_state import TodayView
from screens.today import TodayScreen
from screens.widgets.theme import theme
from screens.widgets.typeset import typeset
from tests.presenters.today_cases import session, today

NOW = "2026-06-10T09:48"
MOMENTS = {
    "before": "2026-06-06T09:48",
    "during": "2026-06-08T14:40",
    "after": NOW,
    "last minute": "2026-06-11T14:59:30",
    "recovered": "2026-06-12T09:00",
}


@pytest.fixture(autouse=True)
def _plain_look() -> Iterator[None]:
    theme.text_scale, theme.dark = 1.0, False
    yield
    theme.text_scale, theme.dark = 1.0, False


class Shown:
    """Today on the stage, with what it asked for."""

    def __init__(self, state: Any, width: float = 390, height: float = 844, desktop: bool = False) -> None:
        self.stage = Stage.open(width, height)
        self.screen = TodayScreen()
        self.screen.desktop = desktop
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.screen.bind(on_intent=lambda _screen, name, payload: self.asked.append((name, dict(payload))))
        self.screen.render(state)
        self.stage.show(self.screen)
        self.stage.settle(6)

    def render(self, state: Any) -> None:
        """Show a newer state."""
        self.screen.render(state)
        self.stage.settle(3)


def test_the_answer_comes_first_then_the_activities_then_help() -> None:
    shown = Shown(today([session()], NOW))
    spoken = shown.stage.spoken()
    # given a reader that goes from top to bottom
    places = [
        next(i for i, line in enumerate(spoken) if part in line)
        for part in (
            "Day 2 after", "Feels wrong?", "0 of 12 limits have ended", "How is your skin?", "Right now",
            "Not yet, 12. Shows only these.", "Own creams. Not yet.", "See all 16", "Normal on day 2",
            "Something feels wrong?", "General advice",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_every_control_asks_for_what_it_says() -> None:
    shown = Shown(today([session()], NOW))
    shown.stage.tap("button", "Feels wrong?")
    shown.stage.tap("button", "Check in: How is your skin?")
    shown.stage.tap("button", "Ask clinic, 4. Shows only these.")
    shown.stage.tap("button", "Makeup. Not yet. Tomorrow, 15:00. Opens details.")
    shown.stage.tap("button", "See all 16")
    shown.stage.tap("button", "Something feels wrong? See what to do now")
    assert shown.asked == [
        ("help", {}), ("check-in", {}), ("filter", {"state": "ask"}), ("limit", {"activity": "makeup"}),
        ("see-all", {}), ("help", {}),
    ]  # fmt: skip


def test_a_filter_offers_the_question_and_the_way_back() -> None:
    shown = Shown(today([session()], NOW, TodayView(filter="ask")))
    shown.stage.tap("button", "Copy my 4 questions")
    shown.stage.tap("button", "Show all 16")
    assert shown.asked[0][0] == "copy-question"
    assert "When may I wash my hair" in shown.asked[0][1]["text"]
    assert shown.asked[1:] == [("filter", {"state": ""}), ("see-all", {})]


def test_what_to_stop_before_a_session_opens_details() -> None:
    shown = Shown(today([session()], MOMENTS["before"]))
    assert shown.stage.find("heading", "Stop before Monday")
    shown.stage.tap("button", "Alcohol. Stop now. None for 3 days before your session. Opens details.")
    assert shown.asked == [("limit", {"activity": "alcohol"})]


def test_without_a_session_three_ways_lead_in() -> None:
    shown = Shown(today([], NOW))
    shown.stage.tap("button", "Add my session")
    shown.stage.tap("button", "Open a plan from my clinic")
    shown.stage.tap("link", "Look around with an example")
    shown.stage.tap("button", "Feels wrong?")
    assert [name for name, _payload in shown.asked] == ["add-session", "open-clinic-plan", "example", "help"]


def test_the_example_says_so_and_leads_to_a_session_of_ones_own() -> None:
    shown = Shown(today([session()], NOW, example=True))
    assert shown.stage.find("text", "Example")
    shown.stage.tap("link", "Add my session")
    assert shown.asked == [("add-session", {})]


def test_a_countdown_tick_makes_no_widget_and_keeps_what_reads_the_same() -> None:
    # given the screen at 09:48
    view = today([session()], NOW).view
    shown = Shown(today([session()], NOW, view))
    before, pictures = _widgets(shown.screen), _textures(shown.screen)
    # when a minute has passed
    shown.render(today([session()], "2026-06-10T09:49", view))
    # then no widget came or went
    assert _widgets(shown.screen) == before
    # and only the two countdowns have a new picture
    after = _textures(shown.screen)
    changed = [key for key in pictures if after[key] is not pictures[key]]
    assert len(changed) == 2
    assert any("5 hours 11 minutes" in line for line in shown.stage.spoken())


def test_when_a_limit_ends_its_tile_turns_green_in_place_and_one_segment_fills() -> None:
    view = today([session()], "2026-06-10T14:59:59").view
    shown = Shown(today([session()], "2026-06-10T14:59:59", view))
    tile = shown.stage.find("button", "Own creams. Not yet. OK in less than a minute. Opens details.")
    ring, place = shown.screen.sections.parts["hero"].ring, tile.pos
    assert ring.ended == 0
    shown.render(today([session()], "2026-06-10T15:00", view))
    assert (tile.state, tile.fraction, ring.ended) == ("ok", 1.0, 1)
    assert tile.pos[0] == place[0]
    assert tile is shown.stage.find("button", "Own creams. OK now. Ended today, 15:00. Opens details.")


def test_what_cannot_be_seen_yet_is_built_after_the_first_frame() -> None:
    stage = Stage.open(390, 844)
    fresh = TodayScreen()
    fresh.render(today([session()], NOW))
    assert "signs" not in fresh.sections.parts
    stage.show(fresh)
    stage.settle(4)
    assert stage.find("heading", "Normal on day 2")


def test_the_first_frame_waits_for_few_widgets() -> None:
    stage = Stage.open(390, 844)
    fresh = TodayScreen()
    fresh.render(today([session()], NOW))
    first = len(list(fresh.walk(restrict=True)))
    stage.show(fresh)
    stage.settle(4)
    # Three of four at most: the signs, reading aloud, help and the advice come after it.
    assert first <= 0.75 * len(list(fresh.walk(restrict=True)))


def test_one_screen_goes_through_a_whole_session() -> None:
    shown = Shown(today([], MOMENTS["before"]))
    for moment in MOMENTS.values():
        shown.render(today([session()], moment))
        assert shown.stage.find("button", "Feels wrong?")
    shown.render(today([], NOW))
    assert shown.stage.find("heading", "No session yet")


def test_on_the_desktop_the_panel_stands_below_one_row_of_answers() -> None:
    from kivy.uix.widget import Widget

    shown = Shown(today([session()], NOW), 1280, 800, desktop=True)
    assert len(_tiles(shown)) == 16
    panel = Widget(size_hint_y=None, height=dp(300))
    shown.screen.panel = panel
    shown.stage.settle(3)
    assert len(_tiles(shown)) == 4
    assert panel.get_parent_window() is not None
    assert panel.width == pytest.approx(shown.screen.sections.parts["tiles"].width)
    # the rail holds the way to help there
    assert not shown.stage.find_all("button", "Feels wrong?")


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_cut_on_the_narrowest_phone(moment: str, scale: float) -> None:
    theme.text_scale = scale
    shown = Shown(today([session(technique="papule"), session(id="b", start="2026-06-29T10:00")], MOMENTS[moment]), 320)
    shown.stage.settle(4)
    for widget, glyphs in _texts(shown.screen):
        x, y = glyphs.shape.pos
        width, height = glyphs.shape.size
        assert x >= widget.x - dp(2), (widget, widget.name)
        assert x + width <= widget.right + dp(2), (widget, widget.name)
        assert y >= widget.y - dp(6), (widget, widget.name)
        assert y + height <= widget.top + dp(6), (widget, widget.name)


@pytest.mark.parametrize("width", [320, 390, 760, 1176])
@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_in_the_hero_lies_over_something_else(moment: str, scale: float, width: int) -> None:
    theme.text_scale = scale
    hero = Shown(today([session()], MOMENTS[moment]), width, desktop=width > 1024).screen.sections.parts["hero"]
    parts = [part for part in (hero.title, hero.subtitle, *hero.words.children, hero.summary, hero.card) if part.height]
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            apart = one.top <= other.y + dp(3) or other.top <= one.y + dp(3)
            assert apart or one.right <= other.x + dp(1) or other.right <= one.x + dp(1), (one.name, other.name)


def test_the_look_can_change_while_it_is_shown() -> None:
    # given the ring
    shown = Shown(today([session()], NOW))
    hero = shown.screen.sections.parts["hero"]
    assert hero.ring.parent is hero
    # when the text grows, the ring is a bar and the tiles lie one below the other
    theme.text_scale = 1.3
    shown.stage.settle(4)
    assert (hero.ring.parent, hero.bar.parent) == (None, hero)
    assert len({tile.x for tile in _tiles(shown)}) == 1
    # and when it shrinks again, the ring is back
    theme.text_scale = 1.0
    shown.stage.settle(4)
    assert (hero.ring.parent, hero.bar.parent) == (hero, None)
    # and a window made wide has two columns
    shown.screen.desktop = True
    shown.stage.resize(1176, 800)
    assert hero.right < shown.screen.sections.parts["tiles"].x


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("moment", MOMENTS)
def test_everything_that_can_be_touched_is_large_enough(moment: str, scale: float) -> None:
    theme.text_scale = scale
    shown = Shown(today([session()], MOMENTS[moment]), 320)
    for control in shown.stage.find_all():
        if control.actions:
            assert control.width >= dp(48) - 0.5, control.name
            assert control.height >= dp(48) - 0.5, control.name


@pytest.mark.parametrize("protocol", ["face-injection", "oxygen", "scalp-injection"])
def test_the_words_in_the_ring_stay_inside_its_circle(protocol: str) -> None:
    for now in ("2026-06-08T16:00", NOW, "2026-06-10T16:00", "2026-06-11T14:20"):
        hero = Shown(today([session(protocol)], now)).screen.sections.parts["hero"]
        middle, inner = hero.ring.center, hero.ring.width * 95 / 241
        for text in (hero.lead, hero.countdown, hero.when):
            wide = min(typeset(text.text, text.style).texture.width, text.width)
            # The ink of the upper line ends below its leading.
            up = text.top - theme.size(text.style) * 0.25 - middle[1]
            assert (up**2 + (wide / 2) ** 2) ** 0.5 <= inner, (now, text.text)


def _widgets(root: Any) -> list[int]:
    return [id(widget) for widget in root.walk()]


def _texts(root: Any) -> list[tuple[Any, Any]]:
    from screens.widgets.draw import Glyphs

    found = []
    for widget in root.walk():
        for paint in getattr(widget, "paints", ()):
            if isinstance(paint, Glyphs) and paint.width and paint.token:
                found.append((widget, paint))
    return found


def _textures(root: Any) -> dict[tuple[int, int], Any]:
    return {(id(widget), id(paint)): paint.shape.texture for widget, paint in _texts(root)}


def _tiles(shown: Shown) -> list[Any]:
    return [control for control in shown.stage.find_all("button") if control.name.endswith("Opens details.")]
