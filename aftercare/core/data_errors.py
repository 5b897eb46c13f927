"""Faults of the patient's stored data. Each reads as a clear sentence and leaves the data as it was."""
from __future__ import annotations

from aftercare.words import gettext as _


class DataError(Exception):
    """Any fault of reading or writing the stored data."""


class UnreadableData(DataError):
    """The file at `path` is there but cannot be understood, for `reason`. Nobody may write over it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(_("The data file {path} cannot be read: {reason}. It was left as it is.").format(
            path=path, reason=reason))
        self.path = path
        self.reason = reason


class UnsavedData(DataError):
    """The file at `path` could not be written, for `reason`; it still holds what it held before."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(_("The data file {path} cannot be saved: {reason}. Nothing was changed.").format(
            path=path, reason=reason))
        self.path = path
        self.reason = reason


class NewerData(UnsavedData):
    """A newer version wrote the file at `path`: this one may look at it and change nothing."""

    def __init__(self, path: str) -> None:
        super().__init__(path, _("a newer Aftercare wrote it; update this one first"))


class NotStorable(DataError, TypeError):
    """No file keeps the value under `key` ("table/record/field") unchanged. Nothing was written.

    A TypeError, too: that is what TinyDB's own storage raises, after it has torn its file.
    """

    def __init__(self, key: str, kind: str) -> None:
        text = _("{key} cannot be saved: it may hold text, numbers, lists and records, not {kind}.")
        super().__init__(text.format(key=key, kind=kind))
        self.key = key
        self.kind = kind


class ReadableAgain(DataError):
    """Data that was to be replaced because it could not be read can be read after all. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__(_("Your data can be read again. Nothing was changed."))


class DataBusy(DataError):
    """Another part of the app held the data in `folder` for longer than `seconds`. Nothing was written."""

    def __init__(self, folder: str, seconds: float) -> None:
        super().__init__(_("Your data is in use by another Aftercare window. Close it or try again."))
        self.folder = folder
        self.seconds = seconds
