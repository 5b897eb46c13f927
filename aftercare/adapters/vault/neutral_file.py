"""What the alerts need while the data is sealed, in a small file of its own."""
from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aftercare.adapters.vault.small_file import remove_file, replace_file
from aftercare.core.instants import from_utc_text

if TYPE_CHECKING:
    from aftercare.core.neutral_alerts import NeutralNotice, NeutralPlan

NEUTRAL_NAME = "lock.alerts"
VERSION = 1


class FolderNeutralFile:
    """NeutralFile in the data folder."""

    def __init__(self, home: Path) -> None:
        self._path = home / NEUTRAL_NAME

    def read(self) -> NeutralPlan | None:
        try:
            said = json.loads(self._path.read_text("ascii"))
            return _plan(said) if said["version"] == VERSION else None
        except (OSError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return None

    def write(self, plan: NeutralPlan) -> None:
        said = {
            "version": VERSION,
            "salt": plan.salt.hex(),
            "settings": dict(plan.settings),
            "notices": [
                [_text(each.fire_at), _text(each.expire_at), _text(each.shown), *each.keys] for each in plan.notices
            ],
        }
        replace_file(self._path, json.dumps(said, separators=(",", ":")).encode("ascii"))

    def remove(self) -> None:
        remove_file(self._path)


def _plan(said: Any) -> NeutralPlan:
    # Without a code there is no such file.
    from aftercare.core.neutral_alerts import NeutralPlan

    notices = tuple(_notice(each) for each in said["notices"])
    settings = {str(name): str(value) for name, value in said["settings"].items()}
    return NeutralPlan(bytes.fromhex(said["salt"]), notices, settings)


def _notice(said: Any) -> NeutralNotice:
    from aftercare.core.neutral_alerts import NeutralNotice

    fire_at, expire_at, shown, *keys = said
    if not keys or not all(isinstance(key, str) for key in keys):
        raise ValueError(said)
    return NeutralNotice(
        tuple(keys), from_utc_text(fire_at), from_utc_text(expire_at), from_utc_text(shown) if shown else None
    )


def _text(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
