"""Notifiers for tests: one that remembers, and can be told to fail."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.notify_port import Availability, Delivery, Message


class MemoryNotifier:
    """Keeps what was shown, in order. With a `failure` it is unavailable and every delivery fails for it."""

    def __init__(self, failure: str = "") -> None:
        self.failure = failure
        self.shown: list[Message] = []
        self.closed: list[str] = []

    def availability(self) -> Availability:
        """Available unless told to fail."""
        return Availability(not self.failure, self.failure)

    def show(self, message: Message) -> Delivery:
        """Remember the message, or fail with the reason given."""
        if self.failure:
            return Delivery(False, self.failure)
        self.shown.append(message)
        return Delivery(True)

    def close(self, keys: Sequence[str]) -> None:
        """Remember what was taken off the display."""
        self.closed += keys
