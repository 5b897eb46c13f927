"""Backup: what the page says before, while and after a file is saved."""
from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from aftercare.core.backup import Counts, Saved
from aftercare.presenters.backup_page import BackupState, BackupView, build_state, daily_words, file_name, saved_words
from tests.presenters.data_cases import NOW, seen

FOLDER = "/home/ana/Documents"


def page(view: BackupView | None = None, daily: str = "", sealed: bool = False, dialog: bool = True,
         **settings: Any) -> BackupState:  # fmt: skip
    return build_state(seen(**settings), view or BackupView(FOLDER), daily, sealed, dialog)


def test_before_the_first_one_nothing_is_claimed() -> None:
    state = page()
    assert state.last == "None made yet"
    assert (state.busy, state.fault, state.done, state.daily_on) == ("", "", "", False)


def test_without_a_code_a_password_is_a_choice_and_what_it_is_for_is_said() -> None:
    state = page()
    assert state.password_label == "Password, if you want one"
    assert state.password_line == "Without one, whoever has the file can read it."


def test_behind_a_code_a_password_is_asked_for_with_its_least_length() -> None:
    state = page(sealed=True)
    assert state.password_label == "Password for backups"
    assert state.password_line.startswith("8 characters or more.")


def test_a_device_without_dialogs_offers_none() -> None:
    assert page(dialog=False).choose == ""
    assert page(dialog=True).choose == "Choose a folder"


def test_while_it_is_written_that_is_said() -> None:
    assert page(BackupView(FOLDER, busy=True)).busy == "Saving your backup"


def test_a_refusal_is_shown_as_it_came_and_the_folder_stays() -> None:
    state = page(BackupView("/gone", fault="Backup: it was not saved."))
    assert (state.fault, state.folder, state.done) == ("Backup: it was not saved.", "/gone", "")


def test_daily_backups_name_their_folder_and_how_many_stay() -> None:
    off, on = page(), page(daily="/home/ana/Cloud")
    assert off.daily_line == "Goes into the folder above while the app is open. The last 7 stay."
    assert on.daily_line == "Folder: /home/ana/Cloud. The last 7 stay."
    assert (off.daily_on, on.daily_on) == (False, True)


def test_a_problem_of_daily_backups_is_told_only_while_they_are_on() -> None:
    problem = {"backup_problem": "Backup: this folder is not there."}
    assert page(daily=FOLDER, **problem).daily_problem == problem["backup_problem"]
    assert page(**problem).daily_problem == ""


@pytest.mark.parametrize(
    ("now", "zone", "name"),
    [
        (NOW, "Europe/Berlin", "Aftercare 2026-06-10 09-48.aftercare"),
        # On the last evening of the year it is next year already in Auckland.
        (datetime(2026, 12, 31, 20, 5, tzinfo=UTC), "Pacific/Auckland", "Aftercare 2027-01-01 09-05.aftercare"),
    ],
)
def test_a_file_is_named_by_the_devices_clock_and_tells_nothing_else(now: datetime, zone: str, name: str) -> None:
    assert file_name(now, zone) == name


@pytest.mark.parametrize(
    ("counts", "missing", "said"),
    [
        (Counts(), 0, "Saved: nothing. File: x.aftercare."),
        (Counts(sessions=1), 0, "Saved: 1 session. File: x.aftercare."),
        (Counts(check_ins=2, photos=1), 1, "Saved: 2 check-ins, 1 photo. File: x.aftercare. "
                                           "1 photo could not be read and is not in it."),
        (Counts(photos=5), 2, "Saved: 5 photos. File: x.aftercare. 2 photos could not be read and are not in it."),
    ],
)  # fmt: skip
def test_what_was_saved_is_counted_and_what_is_missing_too(counts: Counts, missing: int, said: str) -> None:
    assert saved_words(Saved("/a/x.aftercare", NOW, counts, 9, missing_photos=missing), "x.aftercare") == said


def test_the_first_daily_backup_names_its_folder() -> None:
    assert daily_words(FOLDER) == f"The first backup is saved. Folder: {FOLDER}."
