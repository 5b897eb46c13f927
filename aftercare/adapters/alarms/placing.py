"""Writes a few small files into the system's places, and can take that back."""
from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


def read(path: Path) -> bytes | None:
    """What a file holds; None when there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def discard(paths: Iterable[Path]) -> str:
    """Delete these files and links, where they are. Goes on past one that stays, and says why it does."""
    reason = ""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            reason = _said(error)
    return reason


class Change:
    """New contents for files. Each file is replaced as a whole."""

    def __init__(self, contents: Mapping[Path, bytes]) -> None:
        self._contents = contents
        self._before = {path: read(path) for path in contents}

    @property
    def is_first(self) -> bool:
        """Whether none of the files was there before."""
        return not any(content is not None for content in self._before.values())

    def make(self) -> str:
        """Do it. Says why not, or ""; then everything is as it was."""
        try:
            for path, content in self._contents.items():
                _put(path, content)
        except OSError as error:
            self.undo()
            return _said(error)
        return ""

    def undo(self) -> None:
        """Put back what was there, as far as that is possible."""
        for path, content in self._before.items():
            try:
                _put(path, content)
            except OSError:
                continue


def _said(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    return f"{error.filename}: {what}" if error.filename else what


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    if read(path) == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
