"""The timeline as a person uses it."""
from __future__ import annotations

from typing import Any

import pytest

from aftercare.presenters import timeline
from aftercare.presenters.timeline import BEFORE, DAYS, TimelineView
from tests.presenters.limit_plans import seen, session
from tests.screens.aid.looks import misfits
from tests.screens.harness import Stage

SECOND = session("second", start="2026-06-12T02:30")


def shown(stage: Stage, asked: list[Any], snapshot: Any = None, view: TimelineView | None = None) -> Any:
    from screens.timeline import TimelineScreen

    screen = TimelineScreen()
    screen.bind(on_intent=lambda _screen, name, payload: asked.append((name, payload)))
    screen.render(timeline.build_state(snapshot or seen(), view))
    return stage.show(screen)


def everything(widget: Any) -> list[Any]:
    return list(widget.walk())


def test_a_row_is_a_button_that_says_itself_and_opens_its_limit(stage: Stage, asked: list[Any]) -> None:
    # given the timeline, when a row is touched
    shown(stage, asked)
    stage.tap("button", "Sauna. Not yet. From Mon 8 June, 14:30 to Thu 11 June, 15:00.")
    # then its limit is asked for
    assert asked == [("limit", {"activity": "sauna"})]


def test_the_scales_and_the_cards_are_asked_for(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked)
    stage.tap("radio", "3 days")
    stage.tap("link", "What ends when")
    stage.tap("button", "Feels wrong?")
    assert asked == [("timeline-scale", {"scale": "days"}), ("timeline-grouped", {"grouped": True}), ("help", {})]


def test_of_two_sessions_one_is_chosen(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked, seen(sessions=[session(), SECOND]))
    assert stage.find("radio", "8 June").checked
    stage.tap("radio", "12 June")
    assert asked == [("timeline-session", {"session": "second"})]


def test_one_session_has_no_choice_of_sessions(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked)
    assert stage.find_all("group", "Session") == []


def test_a_new_minute_moves_now_and_makes_no_widget(stage: Stage, asked: list[Any]) -> None:
    # given the timeline a minute before own creams are over
    screen = shown(stage, asked, seen("2026-06-10T12:58"))
    before, line = everything(screen), screen._chart._now.fraction
    # when the next minute comes, nothing but the line moves
    screen.render(timeline.build_state(seen("2026-06-10T12:59")))
    stage.settle()
    assert everything(screen) == before
    assert screen._chart._now.fraction > line


def test_an_end_changes_its_row_and_keeps_the_others(stage: Stage, asked: list[Any]) -> None:
    screen = shown(stage, asked, seen("2026-06-10T12:59"))
    rows = dict(screen._chart.entries)
    # when own creams end
    screen.render(timeline.build_state(seen("2026-06-10T13:00")))
    stage.settle()
    # then the row moves to the end with a new state, and every row is still the same widget
    assert stage.find("button", "Own creams. OK now.")
    assert all(screen._chart.entries[key] is entry for key, entry in rows.items())
    assert next(reversed(screen._chart.entries)) == "own-skincare:0"


def test_a_row_for_several_opens_below_itself(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked, view=TimelineView(DAYS))
    ask = next(control for control in stage.find_all("button") if control.name.startswith("4 to ask"))
    assert ask.expanded is False
    stage.tap("button", ask.name)
    assert ask.expanded is True
    stage.tap("button", "Hair washing. No end known. Ask your clinic.")
    assert asked == [("limit", {"activity": "hair-washing"})]


def test_a_card_opens_into_its_activities(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked, view=TimelineView(grouped=True))
    card = next(control for control in stage.find_all("button") if control.name.startswith("No time known"))
    stage.tap("button", card.name)
    stage.tap("button", "Exercise")
    assert asked == [("limit", {"activity": "exercise"})]
    stage.tap("link", "Show less")
    assert stage.find_all("button", "Exercise") == []


def test_a_card_of_one_opens_its_limit_at_once(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked, view=TimelineView(grouped=True))
    stage.tap("button", "Today, 15:00: Own creams. Not yet. In 5 h 12 min")
    assert asked == [("limit", {"activity": "own-skincare"})]


def test_a_new_minute_keeps_every_card(stage: Stage, asked: list[Any]) -> None:
    screen = shown(stage, asked, view=TimelineView(grouped=True))
    before = everything(screen)
    screen.render(timeline.build_state(seen("2026-06-10T07:49"), TimelineView(grouped=True)))
    stage.settle()
    assert everything(screen) == before
    assert stage.find("button", "Today, 15:00: Own creams. Not yet. In 5 h 11 min")


def test_without_a_session_there_is_one_way_on(stage: Stage, asked: list[Any]) -> None:
    shown(stage, asked, seen(sessions=[]))
    stage.tap("button", "Add my session")
    assert asked == [("add-session", {})]


def test_keys_reach_a_row(stage: Stage, asked: list[Any]) -> None:
    from screens.widgets.focus import focus

    screen = shown(stage, asked)
    focus.move_to(screen._chart.entries["sun:0"])
    stage.key("enter")
    assert asked == [("limit", {"activity": "sun"})]


@pytest.mark.parametrize(("width", "scale"), [(320, 2.0), (320, 1.0), (390, 1.3), (700, 1.0), (1280, 1.0)])
@pytest.mark.parametrize("view", [TimelineView(), TimelineView(grouped=True), TimelineView(DAYS), TimelineView(BEFORE)])
def test_nothing_is_cut_or_too_small(
    stage: Stage, asked: list[Any], view: TimelineView, width: int, scale: float
) -> None:
    from screens.widgets.theme import theme
    from screens.widgets.timechart import TimelineChart

    stage.resize(width, 844)
    theme.text_scale = scale
    screen = shown(stage, asked, seen("2026-06-08T20:00", sessions=[session(), SECOND]), view)
    for chart in (w for w in screen.walk() if isinstance(w, TimelineChart)):
        # Lines and days lie behind the rows on purpose, and a pointer needs no 48 dp.
        chart.pointer = False
        for part in (chart._lines, chart._days, chart._now, chart._session):
            chart.remove_widget(part)
    stage.settle()
    assert misfits(screen) == []


def test_rows_are_low_for_a_pointer_and_high_for_a_finger(stage: Stage, asked: list[Any]) -> None:
    from kivy.metrics import dp

    stage.resize(1280, 800)
    screen = shown(stage, asked)
    chart = screen._chart
    chart.pointer = True
    stage.settle()
    assert {round(entry.height / dp(1)) for entry in chart.entries.values()} == {33}
    chart.pointer = False
    stage.settle()
    assert {round(entry.height / dp(1)) for entry in chart.entries.values()} == {48}


def test_on_a_desktop_the_rail_leads_to_help(stage: Stage, asked: list[Any]) -> None:
    stage.resize(1280, 800)
    screen = shown(stage, asked)
    screen.desktop = True
    stage.settle()
    assert stage.find_all("button", "Feels wrong?") == []
    stage.tap("button", "Massage. Not yet. From Mon 8 June, 14:30 to Thu 11 June, 15:00.")
    assert asked == [("limit", {"activity": "massage"})]


def test_the_panel_beside_today_opens_limits(stage: Stage) -> None:
    from screens.timeline_panel import TimelinePanel
    from screens.widgets.page import Page

    stage.resize(1280, 800)
    panel, asked = TimelinePanel(), []
    panel.bind(on_limit=lambda _panel, activity: asked.append(activity))
    panel.render(timeline.build_state(seen()))
    stage.show(Page(panel, measure_dp=720))
    before = everything(panel)
    stage.tap("button", "Aspirin. Ask first. If prescribed, keep taking it and tell your clinic.")
    panel.render(timeline.build_state(seen("2026-06-10T07:49")))
    stage.settle()
    assert asked == ["aspirin"]
    assert everything(panel) == before
