"""What every screen can ask for."""
from __future__ import annotations

from typing import Any

from aftercare.words import gettext as _
from screens.ways import Ways


class CommonWays(Ways):
    """Answers "tab" (name), "healing", "help", "limit" (activity), "open-clinic-plan", "retry", "copy" and
    "copy-question" (text), "open-address" (address), "read-aloud" (text), "call" (number).
    """

    def hush(self) -> None:
        """End what is being read aloud."""
        self._to_read_aloud({"text": ""})

    def _to_tab(self, payload: dict[str, Any]) -> None:
        self._router.go(payload["name"])

    def _to_healing(self, _payload: dict[str, Any]) -> None:
        self._router.place("diary").show_chart()
        self._router.go("diary")

    def _to_help(self, _payload: dict[str, Any]) -> None:
        self._router.layers.close_all()
        self._router.go("help")

    def _to_limit(self, payload: dict[str, Any]) -> None:
        self._router.layers.open_limit(payload["activity"], self._router.patient.snapshot())

    def _to_open_clinic_plan(self, _payload: dict[str, Any]) -> None:
        self._router.layers.open_clinic_plan()

    def _to_retry(self, _payload: dict[str, Any]) -> None:
        self._router.go(self._router.name if self._router.name != "trouble" else "today")

    def _to_copy(self, payload: dict[str, Any]) -> None:
        # Imported when something is copied: looking for a clipboard starts programs.
        from kivy.core.clipboard import Clipboard

        Clipboard.copy(payload["text"])

    _to_copy_question = _to_copy

    def _to_open_address(self, payload: dict[str, Any]) -> None:
        # Imported when an address was tapped: nothing else ever leaves for the web.
        from screens.browser import open_address

        if not open_address(payload["address"]):
            self._to_copy({"text": payload["address"]})
            self._router.deeds.say(_("No browser answers here. The address is copied."))

    def _to_read_aloud(self, payload: dict[str, Any]) -> None:
        # An empty text only ends what is being read.
        if self._router.reader is not None:
            self._router.reader.toggle(payload["text"])

    def _to_call(self, payload: dict[str, Any]) -> None:
        # Imported when a number is dialled; only phones can, and only there the button is offered.
        from plyer import call

        call.makecall(tel=payload["number"])
