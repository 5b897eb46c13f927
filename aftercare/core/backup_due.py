"""When an automatic backup is made, what it is called, and which ones are old enough to go."""
from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from aftercare.core.backup import SUFFIX

KEEP = 7
EVERY = timedelta(days=1)
# A folder that was not there, such as a stick that is not plugged in, is tried again after this.
RETRY = timedelta(hours=1)
# Two devices may share a folder: each one knows its own by the mark.
_NAME = re.compile(r"Aftercare-(\d{8}T\d{6}Z)-([0-9a-f]{8})\.aftercare")
_CRASHED = re.compile(rf"\.{_NAME.pattern}\.[0-9a-f]{{12}}\.tmp")


def is_due(now: datetime, last: datetime | None, tried: datetime | None) -> bool:
    """Whether a backup is made now (UTC). A clock that was set back does not put it off for ever."""
    if tried is not None and timedelta() <= now - tried < RETRY:
        return False
    return last is None or not timedelta() <= now - last < EVERY


def file_name(now: datetime, mark: str) -> str:
    """The name of a backup made now (UTC) by the device of a mark; it says nothing of what is inside."""
    return f"Aftercare-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{mark}{SUFFIX}"


def is_automatic(name: str) -> bool:
    """Whether a file was made by itself, by any device, or is what a crashed write of such a one has left."""
    return (_NAME.fullmatch(name) or _CRASHED.fullmatch(name)) is not None


def ours(names: Iterable[str], mark: str) -> list[str]:
    """Those of the files that this device made by itself, the oldest first."""
    found = [name for name in names if (match := _NAME.fullmatch(name)) and match[2] == mark]
    return sorted(found)


def too_old(names: Iterable[str], mark: str, made: str) -> list[str]:
    """Those of our files that are beyond the ones to keep, now that the one named `made` was."""
    return oldest_first(ours(names, mark), made)[:-KEEP]


def oldest_first(names: Iterable[str], made: str) -> list[str]:
    """Files whose names say when they were made, up to the one that was `made` last.

    Later names are of a clock that ran ahead: whatever they say, they are older than that one.
    """
    return sorted(names, key=lambda name: (name <= made, name))


def leftovers(names: Iterable[str], mark: str) -> list[str]:
    """What writes of ours that crashed have left in a folder."""
    return [name for name in names if (match := _CRASHED.fullmatch(name)) and match[2] == mark]
