"""The diary as the patient meets it: entries open, go and come back, and the list is narrowed."""
from __future__ import annotations

from typing import Any


def entries(patient: Any) -> list[str]:
    """What the entries on the screen say, from the top."""
    return [line for line in patient.stage.spoken() if "Opens the result" in line]


def test_the_tab_shows_what_was_checked_in(diarist: Any) -> None:
    diarist.app.router.go("today")
    diarist.stage.settle(6)
    diarist.tap("tab", "Diary")
    assert diarist.place == "diary"
    newest, watched, first = entries(diarist)
    assert "Today, 08:48. Expected. Swelling mild" in newest
    assert "Keep watching. Swelling strong. Cool cloth helped" in watched
    assert "Mon 8 June, 17:48" in first


def test_a_wide_window_shows_the_chart_beside_the_list(diarist: Any) -> None:
    diarist.stage.resize(1280, 800)
    diarist.stage.settle(8)
    # then both are seen at once, and neither is a place of its own
    assert len(entries(diarist)) == 3
    chart, entry = diarist.stage.find("heading", "Redness"), diarist.stage.find("button", "Delete: Today, 08:48")
    assert chart.to_window(*chart.pos)[0] > 640 > entry.to_window(*entry.pos)[0]
    assert diarist.stage.find_all("radio", "Chart") == []
    # when the window becomes a phone's again, then the chart is one tap away
    diarist.stage.resize(390, 844)
    diarist.stage.settle(8)
    assert diarist.stage.find_all("heading", "Redness") == []
    diarist.tap("radio", "Chart")
    assert diarist.stage.find("heading", "Redness")


def test_the_chart_follows_the_list_when_that_is_narrowed(diarist: Any) -> None:
    diarist.tap("radio", "Swelling")
    diarist.tap("radio", "Chart")
    assert diarist.stage.find("heading", "Swelling")


def test_an_entry_opens_its_result_which_leads_back(diarist: Any) -> None:
    diarist.stage.find("button", "Today, 08:48. Expected. Swelling mild. Opens the result.").press()
    diarist.stage.settle(6)
    assert diarist.place == "result"
    assert diarist.sees("Swelling: mild")
    # when it is closed, then the diary is back
    diarist.app.router.act("close")
    assert diarist.place == "diary"


def test_from_the_result_the_entry_is_changed(diarist: Any) -> None:
    diarist.stage.find("button", "Today, 08:48. Expected. Swelling mild. Opens the result.").press()
    diarist.stage.settle(6)
    diarist.tap("link", "Change")
    diarist.tap("radio", "Swelling, none, 1 of 4")
    diarist.app.router.act("save-check-in")
    diarist.app.router.act("close")
    diarist.stage.settle(6)
    assert len(diarist.diary) == 3
    assert "Nothing unusual" in entries(diarist)[0]


def test_a_deleted_entry_comes_back_by_undo(diarist: Any) -> None:
    diarist.tap("button", "Delete: Today, 08:48")
    assert len(entries(diarist)) == 2
    assert len(diarist.diary) == 2
    diarist.stage.wait(0.3)
    diarist.tap("button", "Undo")
    assert len(diarist.diary) == 3
    assert "Today, 08:48" in entries(diarist)[0]


def test_undo_works_from_another_tab(diarist: Any) -> None:
    diarist.tap("button", "Delete: Today, 08:48")
    diarist.tap("tab", "Today")
    diarist.stage.wait(0.3)
    diarist.tap("button", "Undo")
    assert len(diarist.diary) == 3
    assert diarist.place == "diary"


def test_the_list_is_narrowed_and_widened(diarist: Any) -> None:
    diarist.tap("radio", "Swelling")
    assert len(entries(diarist)) == 2
    diarist.tap("radio", "All")
    assert len(entries(diarist)) == 3


def test_before_the_first_one_check_in_stands_there(patient: Any) -> None:
    patient.open()
    patient.app.router.go("diary")
    patient.stage.settle(6)
    assert patient.sees("No check-ins yet")
    patient.tap("button", "Check in")
    assert patient.place == "check-in"


def test_help_is_one_touch_away(diarist: Any) -> None:
    diarist.tap("button", "Feels wrong?")
    assert diarist.place == "help"
    diarist.tap("button", "Close")
    assert diarist.place == "diary"


def test_undo_is_of_the_last_deletion(diarist: Any) -> None:
    diarist.tap("button", "Delete: Today, 08:48")
    diarist.tap("button", "Delete: Tue 9 June, 10:48")
    diarist.stage.wait(0.4)
    diarist.tap("button", "Undo")
    assert [line for line in entries(diarist) if "Tue 9 June" in line]
    assert len(diarist.diary) == 2
