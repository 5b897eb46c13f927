"""The sheet of one limit as a person uses it."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from aftercare.core.protocol import Phase
from aftercare.presenters import limit
from tests.presenters.limit_plans import said, seen, session
from tests.screens.aid.looks import misfits
from tests.screens.harness import Stage

SECOND = session("second", start="2026-06-12T02:30")
Open = Callable[..., Any]


@pytest.fixture
def opened(stage: Stage, asked: list[Any]) -> Iterator[Open]:
    """Opens the sheet of an activity over an empty window."""
    sheets: list[Any] = []

    def open_it(activity: str, snapshot: Any = None) -> Any:
        from screens.limit import LimitSheet

        sheet = LimitSheet()
        sheet.bind(on_intent=lambda _sheet, name, payload: asked.append((name, payload)))
        sheet.render(limit.build_state(snapshot or seen(), activity))
        sheet.open(stage.window)
        stage.wait(0.12)
        sheets.append(sheet)
        return sheet

    yield open_it
    for sheet in sheets:
        sheet.close()
    stage.wait(0.12)


def everything(widget: Any) -> list[Any]:
    return list(widget.walk())


def open_editor(stage: Stage) -> None:
    stage.tap("button", "My clinic said something else. Add its time")


def test_it_answers_first_and_then_says_why_and_who(stage: Stage, opened: Open) -> None:
    opened("sauna")
    spoken = stage.spoken()
    order = ["'Sauna'", "'1 day 6 h'", "'Until then'", "'Why wait?'", "My clinic said something else", "2 sources"]
    places = [next(n for n, line in enumerate(spoken) if words in line) for words in order]
    assert places == sorted(places)
    assert any("We tell you tomorrow at 15:00" in line for line in spoken)


def test_a_new_minute_changes_the_countdown_and_makes_no_widget(stage: Stage, opened: Open) -> None:
    sheet = opened("own-skincare")
    before = everything(sheet)
    assert stage.find("heading", "5 h 12 min")
    sheet.render(limit.build_state(seen("2026-06-10T07:49"), "own-skincare"))
    stage.settle()
    assert stage.find("heading", "5 h 11 min")
    assert everything(sheet) == before


def test_sources_unfold_to_article_line_and_words(stage: Stage, opened: Open) -> None:
    opened("sauna")
    row = stage.tap("button", "2 sources, for body injections. 2 to 3 days. We use the longest")
    assert row.expanded is True
    assert stage.find("text", "Body injections: 2 to 3 days")
    assert stage.find("text", "Mesotherapy of face, body and scalp, line 107")
    assert stage.find("text", "Compiled from published articles. No clinician has reviewed it.")
    stage.tap("button", row.name)
    assert stage.find_all("text", "Body injections: 2 to 3 days") == []


def test_a_longer_clinic_time_is_taken_at_once(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("sauna")
    open_editor(stage)
    stage.tap("button", "More")
    assert stage.find("spinbutton", "How long after the session?").value == "4 days"
    assert stage.find("text", "OK from Fri 12 June, 15:00")
    stage.tap("button", "Save this time")
    assert asked == [
        ("override", {"session_id": "first", "activity": "sauna", "phase": Phase.AFTER, "hours": 96.0})
    ]


def test_a_shorter_clinic_time_needs_a_second_yes(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("sauna")
    open_editor(stage)
    stage.tap("radio", "Hours")
    stage.tap("button", "Less")
    assert stage.find("spinbutton", "How long after the session?").value == "71 h"
    # when it is saved, then the sheet asks again and nothing has happened yet
    stage.tap("button", "Save this time")
    assert asked == []
    warning = "This is shorter than our sources say. Use it only if your clinic told you."
    assert stage.find("text", warning)
    # when the patient goes back, the time can still be changed
    stage.tap("button", "Go back")
    assert stage.find_all("text", warning) == []
    # when it is said again
    stage.tap("button", "Save this time")
    stage.tap("button", "Yes, my clinic told me")
    assert asked[0][1]["hours"] == 71


def test_fine_by_the_clinic_needs_a_second_yes_where_the_sources_wait(
    stage: Stage, opened: Open, asked: list[Any]
) -> None:
    opened("sauna")
    open_editor(stage)
    stage.tap("button", "My clinic said it is fine")
    assert asked == []
    stage.tap("button", "Yes, my clinic told me")
    assert asked[0][1]["hours"] is None


def test_what_no_article_dates_is_fine_with_one_tap(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("hair-washing")
    stage.tap("button", "My clinic said it is fine. Then it shows as OK")
    assert asked == [
        ("override", {"session_id": "first", "activity": "hair-washing", "phase": Phase.AFTER, "hours": None})
    ]


def test_a_clinic_time_can_be_changed_and_removed(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("makeup", seen(overrides=[said("makeup", 48)]))
    stage.tap("button", "My clinic said: 2 days. You added this on 8 June")
    assert stage.find("spinbutton", "How long after the session?").value == "2 days"
    stage.tap("button", "Remove my clinic's time")
    assert asked == [("remove-override", {"override_id": "said-first-makeup"})]


def test_an_editor_stays_as_it_is_from_minute_to_minute(stage: Stage, opened: Open) -> None:
    sheet = opened("own-skincare")
    open_editor(stage)
    stage.tap("button", "More")
    before = everything(sheet)
    sheet.render(limit.build_state(seen("2026-06-10T07:49"), "own-skincare"))
    stage.settle()
    assert stage.find("spinbutton", "How long after the session?").value == "3 days"
    assert everything(sheet) == before


def test_of_two_sessions_the_editor_names_the_one_it_counts_for(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("makeup", seen("2026-06-12T12:00", [session(), SECOND], [said("makeup", 48)]))
    assert any("This belongs to your session on Fri 12 June." in line for line in stage.spoken())
    open_editor(stage)
    assert stage.find("text", "For your session on Fri 12 June.")
    stage.tap("button", "More")
    stage.tap("button", "Save this time")
    assert asked[0][1]["session_id"] == "second"


def test_a_question_is_copied_as_it_stands(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("hair-washing")
    stage.tap("link", "Copy")
    text = "My session was on Mon 8 June: face, injections. When may I wash my hair, and with what?"
    assert asked == [("copy-question", {"text": text})]
    assert stage.find("link", "Copied")


def test_aspirin_shows_what_fits_and_stores_nothing(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("aspirin")
    assert stage.find("radio", "Not sure").checked
    stage.tap("radio", "Prescribed")
    assert any("Keep taking it. Tell your clinic." in line for line in stage.spoken())
    stage.tap("radio", "My own")
    assert asked == []
    assert not any("My clinic" in line for line in stage.spoken())


def test_ok_again_leads_to_a_check_in(stage: Stage, opened: Open, asked: list[Any]) -> None:
    opened("cold", seen("2026-06-12T17:00"))
    stage.tap("button", "Check in")
    assert asked == [("check-in", {})]


def test_close_and_a_tap_outside_close_it(stage: Stage, opened: Open) -> None:
    sheet = opened("makeup")
    stage.tap("button", "Close")
    stage.wait(0.12)
    assert sheet.parent is None
    again = opened("makeup")
    stage.touch(195, 830)
    stage.wait(0.12)
    assert again.parent is None


def test_a_closed_sheet_is_let_go(stage: Stage) -> None:
    import gc
    from weakref import ref

    from screens.limit import LimitSheet

    def opened_and_closed() -> Any:
        sheet = LimitSheet()
        sheet.render(limit.build_state(seen(), "sauna"))
        sheet.open(stage.window)
        stage.wait(0.12)
        sheet.close()
        stage.wait_until(lambda: sheet.parent is None)
        return ref(sheet.page)

    kept = opened_and_closed()
    gc.collect()
    stage.settle()
    assert kept() is None


def test_escape_closes_it(stage: Stage, opened: Open) -> None:
    sheet = opened("makeup")
    stage.key("escape")
    stage.wait(0.12)
    assert sheet.parent is None


def test_on_a_wide_window_it_is_a_panel_at_the_right(stage: Stage, opened: Open) -> None:
    from kivy.metrics import dp

    stage.resize(1280, 800)
    sheet = opened("makeup")
    assert sheet.frame.width == dp(400)
    assert sheet.frame.right == sheet.width


VARIANTS = {
    "not yet": ("sauna", {}),
    "sources differ": ("makeup", {}),
    "by clinic": ("makeup", {"overrides": [said("makeup", 48)]}),
    "with care": ("exercise", {"now": "2026-06-08T17:00"}),
    "ok again": ("cold", {"now": "2026-06-12T17:00"}),
    "ask": ("hair-washing", {}),
    "medicine": ("aspirin", {}),
    "coming": ("makeup", {"now": "2026-06-06T07:48"}),
    "two sessions": ("alcohol", {"sessions": [session(), SECOND], "overrides": [said("alcohol", 24)]}),
    "no session": ("sun", {"sessions": []}),
}


@pytest.mark.parametrize(("width", "scale"), [(320, 2.0), (320, 1.0), (390, 1.3)])
@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_is_cut_or_too_small(stage: Stage, opened: Open, variant: str, width: int, scale: float) -> None:
    from screens.widgets.theme import theme

    stage.resize(width, 844)
    theme.text_scale = scale
    activity, given = VARIANTS[variant]
    sheet = opened(activity, seen(**given))
    # when everything that opens is open
    for row in [control for control in stage.find_all("button") if control.expanded is False]:
        row.press()
    stage.settle(8)
    assert misfits(sheet.page) == []


def test_every_bar_of_a_source_has_room_for_its_name(stage: Stage, opened: Open) -> None:
    from screens.widgets.drawing import SEMIBOLD
    from screens.widgets.theme import theme
    from screens.widgets.tracks import SourceBars
    from tests.presenters.limit_plans import catalogue

    stage.resize(320, 844)
    for protocol in catalogue().protocol_ids():
        for activity in ("makeup", "sun", "cold"):
            sheet = opened(activity, seen(sessions=[session(protocol=protocol)]))
            for bars in (w for w in sheet.walk() if isinstance(w, SourceBars)):
                for name, _at, label, _decides in bars.rows:
                    assert bars.measure(name, theme.scaled(16), SEMIBOLD) <= bars.width, name
                    assert bars.measure(label, theme.scaled(16), SEMIBOLD) <= bars.width, label
            sheet.close()
            stage.wait(0.12)
