"""What changes something that is stored: each deed is one use case, and a refusal is said, never raised."""
from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aftercare.core.data_errors import DataError
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import from_utc_text
from aftercare.core.protocol import Phase
from aftercare.core.session import Session
from aftercare.services.patient import Patient
from screens.alerts_desk import AlertsDesk
from screens.data_desk import DataDesk
from screens.photo_desk import PhotoDesk

log = logging.getLogger("aftercare")


class Deeds:
    """Carries out the intents that store something. `say(text)` shows a sentence; `changed()` counts alerts anew."""

    def __init__(self, patient: Patient, home: Path, say: Callable[[str], None], alerts: AlertsDesk) -> None:
        self.patient, self.home, self.say, self.alerts = patient, home, say, alerts
        self.changed: Callable[[], None] = lambda: None
        # Set by the app, which knows the device.
        self.photo_desk: PhotoDesk
        self.data_desk: DataDesk
        self._cancelled: dict[str, Session] = {}

    def forget(self) -> None:
        """Nothing can be undone any more: the data was locked."""
        self._cancelled.clear()

    def do(self, intent: str, payload: dict[str, Any]) -> bool:
        """Carry out an intent; False when it is none of the deeds."""
        deed = _DEEDS.get(intent)
        if deed is None:
            log.warning("Nobody answers the intent %s", intent)
            return False
        try:
            deed(self, payload)
        except (InvalidInput, DataError) as refused:
            self.say(str(refused))
        else:
            self.changed()
        return True

    def _override(self, payload: dict[str, Any]) -> None:
        self.patient.clinic_said(
            payload["session_id"], payload["activity"], payload["hours"], Phase(payload.get("phase", Phase.AFTER))
        )

    def _remove_override(self, payload: dict[str, Any]) -> None:
        self.patient.forget_clinic(payload["override_id"])

    def _cancel_session(self, payload: dict[str, Any]) -> None:
        before = next(s for s in self.patient.snapshot().sessions if s.id == payload["id"])
        self.patient.cancel(payload["id"])
        self._cancelled[payload["id"]] = before

    def _restore_session(self, payload: dict[str, Any]) -> None:
        before = self._cancelled.pop(payload["id"], None)
        if before is not None:
            self.patient.restore(before)

    def _setting(self, payload: dict[str, Any]) -> None:
        self.patient.settings.put(payload["name"], payload["value"])

    def _test_alert(self, _payload: dict[str, Any]) -> None:
        self.alerts.send_test()

    def _test_later(self, _payload: dict[str, Any]) -> None:
        self.alerts.test_later()

    def _look_again(self, _payload: dict[str, Any]) -> None:
        self.alerts.look_again()

    def _fix_alerts(self, _payload: dict[str, Any]) -> None:
        self.alerts.ask_phone("settings")

    def _ask_alerts(self, _payload: dict[str, Any]) -> None:
        self.alerts.ask_phone("permission")

    def _exact_alerts(self, _payload: dict[str, Any]) -> None:
        self.alerts.ask_phone("exact")

    def _closed_app(self, payload: dict[str, Any]) -> None:
        self.alerts.closed_app.consent(bool(payload["on"]))

    def _missed_seen(self, _payload: dict[str, Any]) -> None:
        self.alerts.mark_seen()

    def _remind_me(self, payload: dict[str, Any]) -> None:
        self.patient.remind(payload["id"], from_utc_text(payload["at"]), payload["wall"], bool(payload["at_night"]))

    def _forget_reminder(self, payload: dict[str, Any]) -> None:
        self.patient.forget_reminder(payload["id"])


_DEEDS: dict[str, Callable[[Deeds, dict[str, Any]], None]] = {
    "override": Deeds._override,
    "remove-override": Deeds._remove_override,
    "cancel-session": Deeds._cancel_session,
    "restore-session": Deeds._restore_session,
    "setting": Deeds._setting,
    "test-alert": Deeds._test_alert,
    "test-later": Deeds._test_later,
    "look-again": Deeds._look_again,
    "fix-alerts": Deeds._fix_alerts,
    "ask-alerts": Deeds._ask_alerts,
    "exact-alerts": Deeds._exact_alerts,
    "closed-app": Deeds._closed_app,
    "missed-seen": Deeds._missed_seen,
    "remind-me": Deeds._remind_me,
    "forget-reminder": Deeds._forget_reminder,
}
