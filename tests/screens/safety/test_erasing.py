"""Deleting everything as a patient does it."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

pytestmark = pytest.mark.display


def test_keeping_is_the_filled_button_and_deletes_nothing(keeper: Any) -> None:
    keeper.open_row("Delete everything")
    assert keeper.stage.find("button", "Keep my data").kind == "primary"
    keeper.tap("button", "Keep my data")
    assert keeper.place == "more"
    assert keeper.app.patient.own_sessions.all()


def test_nothing_goes_without_the_tick(keeper: Any) -> None:
    # given
    keeper.open_row("Delete everything")
    assert keeper.sees("1 session")
    # when
    keeper.tap("button", "Delete everything")
    # then
    assert keeper.stage.find("checkbox", "I know this cannot be undone").value == "Please tick this first"
    assert keeper.app.patient.own_sessions.all()


def test_everything_goes_and_the_app_begins_anew(keeper: Any) -> None:
    # given
    saved = keeper.save()
    keeper.open_row("Delete everything")
    assert keeper.sees("Last backup: today, 09:48.")
    # when
    keeper.tap("checkbox", "I know this cannot be undone")
    keeper.tap("button", "Delete everything")
    keeper.wait(lambda: keeper.sees("All data is deleted"))
    # then it says what went, and the backup that the patient made stays
    assert keeper.sees("Sessions, check-ins, clinic times and settings")
    assert saved.exists()
    assert not (keeper.home / "aftercare.json").exists()
    keeper.tap("button", "Start again")
    assert keeper.place == "welcome"


def test_a_copy_can_be_saved_on_the_way(keeper: Any) -> None:
    keeper.open_row("Delete everything")
    keeper.tap("button", "Save a backup")
    assert keeper.place == "backup"
    keeper.tap("button", "Back")
    assert keeper.place == "erase"


def test_the_size_of_type_holds_while_it_is_being_deleted(keeper: Any) -> None:
    from screens.widgets.theme import theme

    # given a patient with large text, and the settings deleted but the end not yet told to the window
    keeper.app.patient.settings.put("text_scale", "2.0")
    keeper.open_row("Delete everything")
    place = keeper.app.router.place("erase")
    place.view = replace(place.view, ticked=True, busy=True)
    keeper.app.patient.settings.put("text_scale", "1.0")
    # when anything makes the screen follow
    keeper.app.router.follow()
    # then what stands there does not shrink under the eyes
    assert theme.text_scale == 2.0
