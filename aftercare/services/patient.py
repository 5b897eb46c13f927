"""What the person using the app does: every use case of the screens."""
from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aftercare.core.instants import utc_text
from aftercare.core.protocol import Phase
from aftercare.core.session import Session
from aftercare.services import sessions
from aftercare.services.patient_data import PatientData

if TYPE_CHECKING:
    from aftercare.core.advice import Advice
    from aftercare.core.notify_port import Notifier
    from aftercare.core.observation import Observation
    from aftercare.core.preparation import Preparation
    from aftercare.services.reminders import Report


class Patient(PatientData):
    """Every use case of the screens, on the patient's own data or, while it is open, on the example's."""

    __slots__ = ()

    @property
    def has_started(self) -> bool:
        """Whether consent was given; until then the app opens with the welcome."""
        return bool(self.settings.get("consent"))

    def consent(self) -> None:
        """Remember when the patient agreed."""
        self.settings.put("consent", utc_text(self.clock.now()))

    def add(self, session: Session) -> Session:
        """Store a session of the patient's own. What it has already changed is on the screen, so it alerts no more."""
        self.close_example()
        return sessions.add(self.own_sessions, session, told_until=self.clock.now())

    def change(self, session: Session) -> None:
        """Store a session over the one of the same id. What that changes is on the screen, so it alerts no more."""
        sessions.add(self.own_sessions, session, told_until=self.clock.now())

    def cancel(self, session_id: str) -> Session:
        """Cancel a session of one's own. Raises InvalidInput."""
        return sessions.cancel(self.own_sessions, session_id)

    def restore(self, session: Session) -> None:
        """Undo a cancellation: the session as it was before."""
        self.own_sessions.save(session)

    def clinic_said(self, session_id: str, activity: str, hours: float | None, phase: Phase = Phase.AFTER) -> None:
        """Store the clinic's word; hours None: it is fine. Raises InvalidInput."""
        sessions.clinic_said(
            self._overrides, self._sessions, self.catalogue, session_id, activity, hours, self.clock.now(), phase
        )

    def forget_clinic(self, override_id: str) -> None:
        """Go back to what the articles say."""
        self._overrides.remove(override_id)

    def check_in(self, observation: Observation) -> Advice:
        """Store a check-in, new or changed, and say what it comes to. Raises InvalidInput when it says nothing."""
        from aftercare.services import checkins

        checkins.record(self.observations, observation)
        return self.advice_for(observation)

    def advice_for(self, observation: Observation) -> Advice:
        """What a check-in comes to beside those before it; works without a session too."""
        # Imported when asked for: the first screen does without it.
        from aftercare.services import checkins

        return checkins.advice_for(observation, self.observations.all(), self._sessions.all(), self.catalogue)

    def delete_check_in(self, observation_id: str, keep_photos: bool = False) -> Callable[[], None]:
        """Delete a check-in with the photos that it alone names; the answer undoes both. Raises InvalidInput."""
        from aftercare.services import checkins, look_again

        named = () if keep_photos else self.photos.named_alone_by(observation_id)
        undo_check_in = checkins.delete(self.observations, observation_id)
        try:
            undo_photos = self.photos.remove(named)
        except Exception:
            undo_check_in()
            raise

        # Nobody is reminded of what is not in the diary.
        reminder = look_again.forget(self.settings, observation_id)

        def undo() -> None:
            undo_check_in()
            undo_photos()
            if reminder is not None:
                look_again.put_back(self.settings, reminder, self.clock.now())

        return undo

    def nothing_late(self, signs: tuple[str, ...]) -> Callable[[], None]:
        """Store a check-in of now in which none of these signs is there; the answer undoes it."""
        from dataclasses import replace

        from aftercare.core.alert_answer import answered_day
        from aftercare.services import checkins

        now, zone = self.clock.now(), self.clock.zone()
        session = checkins.session_at(self._sessions.all(), now)
        made = checkins.new_observation(now, now, zone, session, absent=signs)
        day = answered_day(self.asked_by(), now, zone)
        self.observations.save(replace(made, date=day) if day else made)

        def undo() -> None:
            self.delete_check_in(made.id)

        return undo

    def asked_by(self) -> str:
        """The key of the alert that a check-in made now answers, or nothing."""
        from aftercare.services.asked import unanswered

        return "" if self.in_example else unanswered(self.journal.entries(), self.observations.all())

    def remind(self, observation_id: str, at: datetime, wall: str = "", at_night: bool = False) -> None:
        """Remind of a check-in at an instant (UTC); see `look_again.remind`. Raises InvalidInput."""
        from aftercare.services import look_again

        observation = self.observations.get(observation_id)
        if observation is not None and not self.in_example:
            now, zone = self.clock.now(), self.clock.zone()
            look_again.remind(self.settings, observation, at, now, zone, wall, at_night)

    def forget_reminder(self, observation_id: str) -> None:
        """Take back the reminder of a check-in."""
        from aftercare.services import look_again

        look_again.forget(self.settings, observation_id)

    def prepare(self, session_id: str, change: Callable[[Preparation], Preparation]) -> None:
        """Change what is prepared for a session; an empty id means: without a session. The example stores nothing."""
        from aftercare.services import preparation

        before = preparation.kept(self._tried if self.in_example else self.settings.all(), session_id)
        name, text = preparation.setting_of(session_id), preparation.stored(change(before))
        if self.in_example:
            self._tried[name] = text
        else:
            self.settings.put(name, text)

    def draft(self) -> dict[str, Any]:
        """The session that was being entered, or nothing."""
        try:
            kept = json.loads(self.settings.get("draft") or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep_draft(self, draft: Mapping[str, Any] | None) -> None:
        """Keep what was entered so far; None once it is stored or given up."""
        self.settings.put("draft", json.dumps(draft) if draft else "")

    def deliver(self, notifier: Notifier) -> Report:
        """Show what is due now. The example alerts nobody. Raises UnreadableData or ContentFault."""
        # The first frame comes before any alert.
        from aftercare.services.held import deliver_or_tell
        from aftercare.services.reminders import Report

        if self.in_example:
            return Report()

        now, zone = self.clock.now(), self.clock.zone()

        def delivery() -> Report:
            return deliver_or_tell(self.snapshot, self.journal, notifier, self.settings.all(), now, zone)

        if self.locked_alerts is None:
            return delivery()
        return self.locked_alerts.deliver(delivery, self.snapshot, self.journal, notifier, now)

    def next_alert(self) -> datetime | None:
        """When the next alert fires, UTC."""
        from aftercare.services import reminders

        return None if self.in_example else reminders.next_due(self.snapshot(), self.journal)
