"""The recovery chart as the patient meets it: by its symptom, in words, and as a table."""
from __future__ import annotations

from typing import Any


def charted(patient: Any) -> None:
    patient.tap("radio", "Chart")


def test_the_chart_is_spoken_in_words(diarist: Any) -> None:
    charted(diarist)
    diarist.tap("radio", "Swelling")
    spoken = "Swelling: mild today. It has gone down since Tuesday. It is usual until tomorrow, 15:00."
    assert diarist.stage.find("image", spoken)
    assert diarist.sees("Expected")


def test_the_table_takes_the_place_of_the_picture(diarist: Any) -> None:
    charted(diarist)
    diarist.tap("radio", "Swelling")
    diarist.stage.find("link", "Show as a table").press()
    diarist.stage.settle(6)
    assert diarist.sees("Yesterday, 10:48")
    assert diarist.stage.find_all("image") == []
    diarist.stage.find("link", "Show as a chart").press()
    diarist.stage.settle(6)
    assert len(diarist.stage.find_all("image")) == 1


def test_without_a_session_the_chart_leads_to_one(patient: Any) -> None:
    patient.open(session=False)
    patient.app.router.go("diary")
    patient.stage.settle(6)
    charted(patient)
    patient.tap("button", "Add my session")
    assert patient.place == "add-session"


def test_the_list_is_back_with_its_segment(diarist: Any) -> None:
    charted(diarist)
    diarist.tap("radio", "Entries")
    assert diarist.sees("Opens the result")
