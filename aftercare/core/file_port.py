"""The system's own dialogs for a file or a folder. Not every device has them; then the patient types a name."""
from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

# The path that was chosen; None where the dialog was closed or failed.
Chosen = Callable[[str | None], None]


class FileDialog(Protocol):
    """Asks for a path. `done` is called once, from any thread."""

    @property
    def works(self) -> bool:
        """Whether there is a dialog; quick."""
        ...

    def open_file(self, done: Chosen) -> None:
        """Have a file chosen that is there."""
        ...

    def choose_folder(self, done: Chosen) -> None:
        """Have a folder chosen."""
        ...

    def usual_folder(self) -> str:
        """Where a patient would look for a file of theirs."""
        ...
