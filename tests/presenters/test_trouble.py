"""Each fault is one clear sentence, and the data is left as it is."""
from __future__ import annotations

from datetime import timedelta

import pytest

from aftercare.core.backup import Found
from aftercare.core.data_errors import DataBusy, DataError, NewerData, UnreadableData, UnsavedData
from aftercare.core.errors import ContentFault
from aftercare.core.vault_port import KeyDamaged, KeyTooNew
from aftercare.presenters.trouble import Search, TroubleState, build_state, can_be_rescued
from tests.presenters.data_cases import NOW, ZONE

FOLDER = "/home/ana/Aftercare"


@pytest.mark.parametrize(
    ("fault", "title", "what"),
    [
        (
            UnreadableData("/home/ana/Aftercare/data.json", "it is not JSON"),
            "We could not open your data",
            "The file data.json cannot be read: it is not JSON.",
        ),
        (
            DataBusy(FOLDER, 5),
            "Your data is in use",
            "Your data is in use by another Aftercare window. Close it or try again.",
        ),
        (
            UnsavedData("C:\\Users\\Ana\\data.json", "the disk is full"),
            "We could not save",
            "The file data.json cannot be saved: the disk is full.",
        ),
        (
            ContentFault("reasons.toml", 7, "heat", "must be a text that is not empty"),
            "We could not read our rules",
            "The file reasons.toml of this app is damaged at line 7.",
        ),
        (
            ContentFault("help.toml", 0, "file", "cannot be read (FileNotFoundError)"),
            "We could not read our rules",
            "The file help.toml of this app is damaged or missing.",
        ),
        (DataError("The data cannot be read."), "We could not open your data", "The data cannot be read."),
    ],
)
def test_a_fault_is_told_in_one_sentence(fault: Exception, title: str, what: str) -> None:
    state = build_state(fault, FOLDER)
    assert (state.title, state.what) == (title, what)
    assert state.kept.startswith("Your data is left as it is.")


def test_an_unexpected_fault_shows_no_inside_of_the_app() -> None:
    state = build_state(ValueError("secret of the inside"), FOLDER)
    assert "secret" not in state.what
    assert "ValueError" in state.what


def test_every_trouble_offers_another_try_the_folder_and_help() -> None:
    state = build_state(DataError("It is gone."), FOLDER)
    assert (state.retry, state.folder, state.help) == ("Try again", FOLDER, "Get help")
    assert f"{state.unwell} {state.unwell_text}" == "Feel unwell? Do not wait for the app."


UNREADABLE = UnreadableData(f"{FOLDER}/aftercare.json", "it is damaged")


def searched(*found: Found) -> TroubleState:
    return build_state(UNREADABLE, FOLDER, Search(found, NOW, ZONE))


def test_while_backups_are_looked_for_none_can_be_used() -> None:
    state = build_state(UNREADABLE, FOLDER, Search(None, NOW, ZONE))
    assert (state.backup, state.backup_line, state.backup_path) == ("Use my last backup", "Looking for it", "")
    assert state.searching


@pytest.mark.parametrize(
    ("age", "said"), [(timedelta(hours=1), "Saved today, 08:48"), (timedelta(days=1), "Saved yesterday, 09:48"),
                      (timedelta(days=3), "Saved Sun 7 June, 09:48")],
)  # fmt: skip
def test_the_newest_backup_is_offered_with_its_moment(age: timedelta, said: str) -> None:
    state = searched(Found("/c/new", NOW - age), Found("/c/old", NOW - timedelta(days=9)))
    assert (state.backup, state.backup_line, state.backup_path) == ("Use my last backup", said, "/c/new")
    assert not state.searching


def test_where_none_is_found_a_file_is_chosen_by_hand() -> None:
    state = searched()
    assert (state.backup, state.backup_path, state.searching) == ("Open a backup", "", False)
    assert state.backup_line == "We found none here. Choose the file."


@pytest.mark.parametrize(
    "fault",
    [
        DataBusy(FOLDER, 5), UnsavedData(f"{FOLDER}/x", "full"), NewerData(f"{FOLDER}/x"), DataError("Locked."),
        ContentFault("reasons.toml", 7, "heat", "is missing"), ValueError("x"),
    ],
)  # fmt: skip
def test_no_backup_is_offered_where_none_would_help(fault: Exception) -> None:
    assert not can_be_rescued(fault)
    assert build_state(fault, FOLDER).backup == ""


def test_data_of_a_newer_version_asks_for_an_update() -> None:
    state = build_state(NewerData(f"{FOLDER}/aftercare.json"), FOLDER)
    assert state.title == "Please update Aftercare"
    assert "newer" in state.what
    assert state.kept == "Your data is left as it is."


def test_a_backup_helps_where_the_data_file_cannot_be_read() -> None:
    assert can_be_rescued(UNREADABLE)
    assert can_be_rescued(KeyDamaged())
    # A newer app still opens it.
    assert not can_be_rescued(KeyTooNew())
