"""Learn as the patient meets it: pick, filter, search, read, come back."""
from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from aftercare.adapters.content import CONTENT_DIR, FileCatalogue


def rows(patient: Any) -> list[str]:
    """What the guides in the list say, from the top; the one of the day is told apart by its first words."""
    return [c.name for c in patient.stage.find_all("button") if "Opens the guide" in c.name]


def typed(patient: Any, text: str) -> None:
    """Type into the search, letter by letter."""
    field = patient.stage.find("textbox", "Search the guides")
    field.do("focus")
    for end in range(1, len(text) + 1):
        field.line.text = text[:end]
        patient.stage.settle(2)
    patient.stage.settle(6)


def test_the_tab_leads_to_learn(patient: Any) -> None:
    patient.open()
    patient.tap("tab", "Learn")
    assert patient.place == "learn"
    assert patient.stage.find("tab", "Learn").selected


def test_the_guide_of_the_day_opens_and_leads_back(reader: Any) -> None:
    assert rows(reader)[0].startswith("For day 2. What is normal in the first 3 days?")
    reader.tap("button", rows(reader)[0])
    assert reader.place == "article"
    assert reader.stage.find("heading", "What is normal in the first 3 days?")
    # then the menu is not there, and back leads to the list
    assert reader.stage.find_all("tab") == []
    reader.tap("button", "Back")
    assert reader.place == "learn"


def test_a_group_shows_only_its_guides(reader: Any) -> None:
    before = len(rows(reader))
    reader.tap("radio", "Warning signs")
    assert 0 < len(rows(reader)) < before
    assert rows(reader)[0].startswith("Signs that need a doctor")
    reader.tap("radio", "All")
    assert len(rows(reader)) == before


def test_typing_finds_at_once_and_keeps_the_keyboard(reader: Any) -> None:
    typed(reader, "burises")
    assert [row.split(".")[0] for row in rows(reader)] == ["Bruises"]
    assert reader.sees("1 guide")
    assert reader.stage.find("textbox", "Search the guides").line.focus


def test_a_cleared_search_brings_all_guides_back(reader: Any) -> None:
    before = rows(reader)
    typed(reader, "burises")
    reader.tap("button", "Clear the search")
    assert rows(reader) == before
    assert reader.stage.find_all("button", "Clear the search") == []


def test_nothing_found_leads_to_all_guides(reader: Any) -> None:
    typed(reader, "telescope")
    assert reader.sees("No guide for “telescope”")
    reader.tap("button", "Show all guides")
    assert len(rows(reader)) > 20
    assert reader.stage.find("textbox", "Search the guides").value == ""


def test_without_a_session_reading_begins_at_the_beginning(patient: Any) -> None:
    patient.open(session=False)
    patient.app.router.go("learn")
    patient.stage.settle(6)
    assert rows(patient)[0].startswith("Start here.")
    patient.tap("button", rows(patient)[0])
    # then no state of any activity is claimed
    assert not patient.sees("In your plan now")


def test_help_is_one_touch_away(reader: Any) -> None:
    reader.tap("button", "Feels wrong?")
    assert reader.place == "help"
    reader.tap("button", "Close")
    assert reader.place == "learn"


def test_a_minute_later_the_same_rows_are_still_there(reader: Any) -> None:
    before = [id(c) for c in reader.stage.find_all("button") if "Opens the guide" in c.name]
    reader.app.router.follow()
    reader.stage.settle(4)
    assert [id(c) for c in reader.stage.find_all("button") if "Opens the guide" in c.name] == before


@pytest.fixture
def wide(patient: Any) -> Any:
    """Learn on a desktop."""
    patient.stage.resize(1280, 800)
    patient.open()
    patient.app.router.go("learn")
    patient.stage.settle(8)
    return patient


def test_on_a_desktop_the_guide_stands_beside_the_list(wide: Any) -> None:
    assert wide.stage.find("heading", "What is normal in the first 3 days?")
    [signs] = [row for row in rows(wide) if row.startswith("Signs that need a doctor")]
    wide.stage.find("button", signs).press()
    wide.stage.settle(8)
    assert wide.place == "learn"
    assert wide.stage.find("heading", "Signs that need a doctor")
    assert wide.stage.find("button", signs).selected


def test_on_a_desktop_a_search_keeps_what_is_read(wide: Any) -> None:
    typed(wide, "burises")
    assert wide.stage.find("heading", "What is normal in the first 3 days?")


def test_a_window_that_becomes_narrow_keeps_the_list(wide: Any) -> None:
    wide.stage.resize(390, 844)
    wide.stage.settle(8)
    assert len(rows(wide)) > 20
    assert wide.stage.find_all("heading", "What is normal in the first 3 days?") == []


def test_a_damaged_guide_is_named_and_the_rest_of_the_app_still_works(
    patient: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given content in which one guide is broken
    broken = tmp_path / "content"
    shutil.copytree(CONTENT_DIR, broken)
    (broken / "guides" / "sun.toml").write_text('id = "sun"\nversion = 0\n', encoding="utf-8")
    patient.open()
    monkeypatch.setattr(patient.app.patient, "catalogue", FileCatalogue(broken))
    patient.tap("tab", "Learn")
    # then it is said which file, and the menu leads on
    assert patient.sees("sun.toml")
    patient.tap("tab", "Today")
    assert patient.place == "today"
    assert patient.sees("Makeup")
