"""Feels wrong? as a person uses it."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from aftercare.adapters.content import FileCatalogue
from aftercare.core.session import new_session
from aftercare.presenters.help import build_state
from aftercare.services import snapshot
from tests.screens.harness import Stage

CATALOGUE = FileCatalogue()
NOW = datetime(2026, 6, 10, 8, 0, tzinfo=UTC)


def taken(days_later: int = 0, number: str = "") -> snapshot.Snapshot:
    session = new_session("s", CATALOGUE.protocol("face-injection"), datetime(2026, 6, 8, 15, 0), "Europe/Berlin")
    settings = {"emergency_number": number} if number else {}
    return snapshot.build(CATALOGUE, [session], [], NOW + timedelta(days=days_later), "Europe/Berlin", settings)


def opened(stage: Stage, **how: Any) -> tuple[Any, list[tuple[str, dict[str, Any]]]]:
    """The screen on the stage, and the list that its intents go to."""
    from screens.help import HelpScreen

    screen = HelpScreen()
    heard: list[tuple[str, dict[str, Any]]] = []
    screen.bind(on_intent=lambda _, name, payload: heard.append((name, payload)))
    screen.render(build_state(CATALOGUE.help(), how.pop("snap", None), how.pop("can_call", True)))
    stage.show(screen)
    return screen, heard


def test_a_phone_calls_the_number_with_one_tap(stage: Stage) -> None:
    # given help on a phone, with a number of one's own
    _, heard = opened(stage, snap=taken(number="+49 112"))

    # when
    stage.tap("button", "Call +49 112")

    # then
    assert heard == [("call", {"number": "+49 112"})]


def test_where_nothing_can_call_the_number_is_copied_and_says_so(stage: Stage) -> None:
    # given help on a computer
    _, heard = opened(stage, can_call=False)
    assert stage.find("text", "112")

    # when
    stage.tap("button", "Copy number")

    # then
    assert heard == [("copy", {"text": "112"})]
    assert stage.find("button", "Copied")


def test_the_call_is_on_the_first_screen_of_a_phone(stage: Stage) -> None:
    opened(stage, snap=taken())
    button = stage.find("button", "Call 112")
    assert button.to_window(*button.pos)[1] > 0


def test_none_of_these_leads_to_the_less_urgent_steps(stage: Stage) -> None:
    # given a phone, on which they are further down
    opened(stage)
    title = stage.find("heading", "None of these?")
    assert title.to_window(*title.pos)[1] < 0

    # when
    stage.tap("link", "None of these")

    # then
    assert 0 < title.to_window(*title.pos)[1] < stage.window.height


def test_the_second_step_offers_the_call_where_the_clinic_does_not_answer(stage: Stage) -> None:
    _, heard = opened(stage)
    stage.tap("button", "No answer? Call 112")
    assert heard == [("call", {"number": "112"})]


def test_it_closes(stage: Stage) -> None:
    _, heard = opened(stage)
    stage.tap("button", "Close")
    assert heard == [("close", {})]


def test_a_new_day_changes_only_what_is_said_on_the_phone(stage: Stage) -> None:
    # given
    screen, _ = opened(stage, snap=taken())
    before = {id(widget) for widget in screen.walk()}

    # when a day passes
    screen.render(build_state(CATALOGUE.help(), taken(days_later=1), True))
    stage.settle()

    # then
    assert stage.find("text", "Say: “I had injections in my face 3 days ago, and …”")
    assert {id(widget) for widget in screen.walk()} == before


def test_a_screen_reader_hears_the_signs_in_the_order_of_urgency(stage: Stage) -> None:
    opened(stage)
    spoken = stage.spoken()
    wanted = [
        "heading 'Any of these right now?'", "listitem 'Hard to breathe or swallow'", "button 'Call 112'",
        "heading 'While you wait'", "heading 'Call your clinic within the hour'",
        "heading 'Call your clinic or a doctor today'", "heading 'Call your clinic within 1 to 2 days'",
    ]  # fmt: skip
    assert [spoken.index(line) for line in wanted] == sorted(spoken.index(line) for line in wanted)


def test_in_very_large_text_the_number_stands_before_the_signs(stage: Stage) -> None:
    from screens.widgets.theme import theme

    opened(stage)
    theme.text_scale = 2.0
    stage.settle()
    spoken = stage.spoken()
    assert spoken.index("button 'Call 112'") < spoken.index("listitem 'Hard to breathe or swallow'")


def test_without_content_the_number_is_still_there(stage: Stage) -> None:
    from screens.help import HelpScreen

    screen = HelpScreen()
    screen.render(build_state(None, None, False))
    stage.show(screen)
    assert stage.find("text", "112")
    assert stage.find("heading", "Get emergency help now")


@pytest.mark.parametrize(
    ("width", "text", "number", "can_call"),
    [
        (320, 1.0, "", False),
        (320, 2.0, "", True),
        (320, 2.0, "+123456789012345", False),
        (390, 1.3, "+123456789012345", True),
        (1280, 1.0, "", False),
        (1280, 2.0, "", True),
    ],
)
def test_nothing_is_cut_or_covered(stage: Stage, width: int, text: float, number: str, can_call: bool) -> None:
    from screens.widgets.theme import theme
    from tests.screens.aid.looks import misfits

    stage.resize(width, 844)
    theme.text_scale = text
    screen, _ = opened(stage, snap=taken(number=number), can_call=can_call)
    assert misfits(screen) == []
