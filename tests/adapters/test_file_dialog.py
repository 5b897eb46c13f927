"""The system's dialogs for files and folders."""
from __future__ import annotations

import threading
from typing import Any

import pytest

from aftercare.adapters.file_dialog import SystemFileDialog


class Chooser:
    """Stands in for plyer's."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def open_file(self, **_how: Any) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    choose_dir = open_file


def asked(answer: Any, what: str = "open_file") -> str | None:
    """What comes back when the dialog answers so."""
    dialog = SystemFileDialog("macosx", lambda _system: Chooser(answer), lambda: "gnome")
    dialog.__class__ = type("Working", (SystemFileDialog,), {"works": True})
    came: list[str | None] = []
    done = threading.Event()

    def back(path: str | None) -> None:
        came.append(path)
        done.set()

    getattr(dialog, what)(back)
    assert done.wait(5)
    return came[0]


@pytest.mark.parametrize(
    ("answer", "path"),
    [(["/a/b.aftercare"], "/a/b.aftercare"), ([], None), (None, None), (OSError(), None), (["/a", "b"], "/a|b")],
)
def test_a_path_or_nothing_comes_back(answer: Any, path: str | None) -> None:
    assert asked(answer) == path


def test_a_folder_comes_back() -> None:
    assert asked(["/backups"], "choose_folder") == "/backups"


@pytest.mark.parametrize("system", ["android", "ios"])
def test_a_phone_has_no_dialog_with_paths(system: str) -> None:
    assert not SystemFileDialog(system).works


def test_linux_without_a_dialog_program_says_so_and_answers_nothing() -> None:
    dialog = SystemFileDialog("linux", program=lambda: None)
    came: list[str | None] = []
    dialog.open_file(came.append)
    assert not dialog.works
    assert came == [None]
