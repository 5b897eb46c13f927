"""Each fault is one clear sentence, and the data is left as it is."""
from __future__ import annotations

import pytest

from aftercare.core.data_errors import DataBusy, DataError, UnreadableData, UnsavedData
from aftercare.core.errors import ContentFault
from aftercare.presenters.trouble import build_state

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
            "The file reasons.toml of this app is damaged at line 7: heat must be a text that is not empty.",
        ),
        (
            ContentFault("help.toml", 0, "file", "cannot be read (FileNotFoundError)"),
            "We could not read our rules",
            "The file help.toml of this app cannot be read (FileNotFoundError).",
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
