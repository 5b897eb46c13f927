"""The ways into adding and changing a session, and into the example."""
from __future__ import annotations

from typing import Any

from screens.ways import Ways


class SessionWays(Ways):
    """Answers "add-session", "edit-session" (id), "save-session", "example", "leave-example"."""

    def _to_add_session(self, _payload: dict[str, Any]) -> None:
        if self._router.name == "welcome":
            self._router.patient.consent()
        self._open("add-session", "")

    def _to_edit_session(self, payload: dict[str, Any]) -> None:
        self._open("add-session", payload["id"])

    def _to_save_session(self, _payload: dict[str, Any]) -> None:
        router = self._router
        if router.place("add-session").save():
            router.deeds.changed()
            router.go("today")
        else:
            router.follow()

    def _to_example(self, _payload: dict[str, Any]) -> None:
        self._router.patient.open_example()
        self._router.go("today")

    def _to_leave_example(self, _payload: dict[str, Any]) -> None:
        router = self._router
        router.patient.close_example()
        router.go("today" if router.patient.has_started else "welcome")
