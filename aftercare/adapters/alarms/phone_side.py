"""The part of a phone's alarms that lies beyond Python: made when first needed, and never trusted to work."""
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from aftercare.core.alarm_port import Outcome
from aftercare.words import gettext as _


class Reporting(Protocol):
    """What both sides can say of themselves, as JSON."""

    def report(self) -> str: ...


Side = TypeVar("Side", bound=Reporting)


class PhoneSide(Generic[Side]):
    """Calls into the Java or Objective-C side. What it throws or refuses becomes an Outcome."""

    def __init__(self, load: Callable[[], Side]) -> None:
        self._load = load
        self._made: Side | None = None

    @property
    def is_there(self) -> bool:
        """Whether the side can be loaded here."""
        try:
            self._side()
        except Exception:
            return False
        return True

    def change(self, change: Callable[[Side], str]) -> Outcome:
        """Carry out a change, which returns "" or the reason for a failure."""
        try:
            refused = change(self._side())
        except Exception as error:  # the bridges raise exceptions of many classes of their own
            refused = str(error) or type(error).__name__
        if not refused:
            return Outcome(True)
        return Outcome(False, _("Your phone did not take the alerts: {reason}").format(reason=refused))

    def report(self) -> dict[str, Any] | None:
        """What the side says of itself, or None where nothing sensible comes back."""
        try:
            report = json.loads(self._side().report())
        except Exception:
            return None
        return report if isinstance(report, dict) else None

    def _side(self) -> Side:
        if self._made is None:
            self._made = self._load()
        return self._made
