"""The late watch as the patient meets it on Today."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from aftercare.services.example import example_session
from tests.fakes.notifiers import MemoryNotifier
from tests.screens.aid.looks import misfits
from tests.screens.harness import Stage

NOW = datetime(2026, 6, 10, 7, 48, tzinfo=UTC)
ZONE = "Europe/Berlin"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """The app of someone whose session was some days ago."""
    from aftercare.adapters.clock import FixedClock
    from screens.app import AftercareApp
    from screens.widgets.focus import focus
    from screens.widgets.theme import theme

    theme.reduced_motion = True
    stage = Stage.open(390, 844)

    def opened(days: int = 45, scale: float = 1.0) -> Any:
        made = AftercareApp(tmp_path, notifier=MemoryNotifier, clock=FixedClock(NOW, ZONE))
        made.patient.consent()
        made.patient.settings.put("text_scale", str(scale))
        made.patient.own_sessions.save(example_session(made.patient.catalogue, NOW - timedelta(days - 2), ZONE))
        made.router.open_first()
        stage.show(made.shell)
        stage.settle(10)
        made.stage = stage
        return made

    yield opened
    focus.layers.clear()
    stage.clear()
    theme.dark, theme.text_scale, theme.reduced_motion = False, 1.0, False


def sees(app: Any, text: str) -> bool:
    return any(text in line for line in app.stage.spoken())


def test_none_of_these_is_one_tap_and_can_be_undone(app: Callable[..., Any]) -> None:
    made = app()
    made.stage.tap("button", "None of these")
    made.stage.settle(6)
    [stored] = made.patient.observations.all()
    assert stored.absent == ("new-lump", "spreading-redness", "heat", "pus")
    assert stored.session_id == "example"
    assert not sees(made, "Do you have any of these?")
    assert sees(made, "Late watch goes on")
    made.stage.tap("button", "Undo")
    made.stage.settle(6)
    assert made.patient.observations.all() == ()
    assert sees(made, "Do you have any of these?")


def test_what_was_said_is_kept_over_a_restart(app: Callable[..., Any]) -> None:
    app().stage.tap("button", "None of these")
    again = app()
    assert again.patient.observations.all()[0].absent
    assert not sees(again, "Do you have any of these?")


def test_a_sign_opens_the_check_in_with_it_ticked(app: Callable[..., Any]) -> None:
    made = app()
    made.stage.tap("button", "Pus or an open spot")
    made.stage.settle(6)
    assert made.router.name == "check-in"
    assert made.stage.find("checkbox", "Pus").checked
    # the same sign once more keeps its tick
    made.router.act("close")
    made.router.act("check-in", sign="pus")
    made.stage.settle(6)
    assert made.stage.find("checkbox", "Pus").checked


def test_the_quiet_card_leads_to_the_check_in(app: Callable[..., Any]) -> None:
    made = app()
    made.stage.tap("button", "None of these")
    made.stage.settle(6)
    [card] = [each for each in made.stage.find_all("button") if each.name.startswith("Late watch goes on")]
    card.do()
    made.stage.settle(6)
    assert made.router.name == "check-in"


def faults(app: Any) -> list[str]:
    """What does not fit on Today; the painted ground and the ring have words on them."""
    found = misfits(app.router.place("today").screen)
    return [each for each in found if not re.search(r"(HeroScene|ReturnRing|RingBar)", each)]


SIZES = [(320, 640, 2.0), (320, 640, 1.0), (390, 844, 1.0), (800, 1000, 1.0), (1280, 800, 1.0)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_it_fits(app: Callable[..., Any], width: int, height: int, scale: float) -> None:
    made = app(scale=scale)
    made.stage.resize(width, height)
    made.stage.settle(8)
    assert sees(made, "Do you have any of these?")
    assert faults(made) == []


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_the_line_stands_between_the_words_and_the_question(
    app: Callable[..., Any], width: int, height: int, scale: float
) -> None:
    made = app(scale=scale)
    made.stage.resize(width, height)
    made.stage.settle(8)
    hero = made.router.place("today").screen.sections.parts["hero"]
    line = hero.line
    assert hero.x <= line.x
    assert line.right <= hero.right
    assert line.top <= hero.words.y
    assert hero.card is not None
    assert hero.card.top <= line.y
    assert made.stage.find("text", "All limits are over. We still look out for late signs. Day 45 of 90.")


def test_once_answered_the_ring_is_back_and_after_the_undo_the_line(app: Callable[..., Any]) -> None:
    made = app()
    hero = made.router.place("today").screen.sections.parts["hero"]
    assert (hero.ring is None or hero.ring.parent is None, hero.line.parent) == (True, hero)
    made.stage.tap("button", "None of these")
    made.stage.settle(6)
    assert (hero.ring.parent, hero.line.parent) == (hero, None)
    assert faults(made) == []
    made.stage.tap("button", "Undo")
    made.stage.settle(6)
    assert (hero.ring.parent, hero.line.parent) == (None, hero)


def test_the_way_to_the_next_session_stays(app: Callable[..., Any]) -> None:
    made = app()
    made.stage.tap("button", "Add: Next session")
    made.stage.settle(6)
    assert made.router.name == "add-session"
