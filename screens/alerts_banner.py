"""The line on Today that says no alert can arrive."""
from __future__ import annotations

from collections.abc import Callable

from aftercare.presenters.alerts_banner import DISMISSED, AlertsLine
from screens.widgets.buttons import IconButton, Link
from screens.widgets.layout import Row
from screens.widgets.surfaces import Card
from screens.widgets.text import Icon, Text


class AlertsBanner(Card):
    """A calm amber line: what is wrong, the way to it, and a way to put it away. `ask` takes the intents."""

    def __init__(self, ask: Callable[..., None]) -> None:
        self._ask, self._reason = ask, ""
        self.words = Text(style="label")
        self.link = Link(role="button", color="ink", on_press=lambda *_: ask("tab", name="alerts"))
        self.away = IconButton("x", on_press=lambda *_: ask("setting", name=DISMISSED, value=self._reason))
        words = Row(Icon("bell-slash", 20, color="care"), self.words, spacing=10)
        ends = Row(self.link, self.away, spacing=4, hug=True)
        super().__init__(
            Row(words, ends, spacing=10, stack="large"), color="careSoft", padding=[16, 4, 4, 4], radius=18
        )

    def show(self, line: AlertsLine) -> None:
        """Take the words."""
        self._reason = line.reason
        self.words.text, self.link.text, self.away.name = line.text, line.action, line.dismiss
