"""What the app needs from a system that shows notifications at once. Later alarms are another matter."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One notification as plain text, without markup. The same alert always has the same `key`."""

    key: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a message can arrive now. If not: why, and what the patient can do, one sentence each.

    `ask`: the system would ask the patient, and we have to explain before.
    """

    ok: bool
    reason: str = ""
    fix: str = ""
    ask: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one message: handed over to the system, or failed for `reason`, one sentence."""

    handed_over: bool
    reason: str = ""


class Notifier(Protocol):
    """Shows messages now. No call raises; each may take seconds when the system does not answer."""

    def availability(self) -> Availability:
        """Ask the system, each time anew, whether a message would arrive."""
        ...

    def show(self, message: Message) -> Delivery:
        """Show one message. A failed delivery may be tried again; the message may then appear twice."""
        ...

    def close(self, keys: Sequence[str]) -> None:
        """Take messages of these keys off the display, where the system allows it; those that are gone do no harm."""
        ...
