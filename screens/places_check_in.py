"""The place of the check-in; imported when the patient goes there."""
from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from aftercare.core.alert_answer import answered_day
from aftercare.core.errors import InvalidInput
from aftercare.core.observation import Observation
from aftercare.core.observation_history import previous
from aftercare.presenters import check_in
from aftercare.presenters.check_in_save import to_observation
from aftercare.services.checkins import session_at
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.draft_photos import DraftPhotos
from screens.places import Place

# A change of a stored check-in leaves one that was only begun as it is.
DRAFT_SETTING, CHANGE_SETTING = "check_in_draft", "check_in_change"


class CheckInPlace(Place):
    """The check-in. What is filled in is kept at once, so that a closed app loses nothing."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.draft: check_in.CheckInDraft | None = None
        self._photos = DraftPhotos(patient, deeds, self._answer, lambda: self.screen.intent("photo-news"))

    def make(self) -> Screen:
        from screens.check_in import CheckInScreen

        pictures = self.deeds.photo_desk.pictures
        screen = CheckInScreen(pictures)
        pictures.attend(screen)
        return screen

    def begin(self, observation_id: str = "", alert: str = "", sign: str = "") -> None:
        """Go on with what was kept, or change a stored check-in. `alert`: the key of the one that was tapped; `sign`:
        a sign that is there, as was just said.
        """
        clock = self.patient.clock
        stored = self.patient.observations.get(observation_id) if observation_id else None
        kept = check_in.resumed(self._kept(bool(stored)), clock.now(), clock.zone())
        if kept.editing != (stored.id if stored else ""):
            kept = check_in.of_observation(stored, clock.zone()) if stored else check_in.CheckInDraft(clock.now())
        if not stored:
            # A desktop does not tell which notification was tapped.
            alert = alert or self.patient.asked_by()
        self.draft = replace(kept, counts_for=answered_day(alert, clock.now(), clock.zone())) if alert else kept
        if sign and sign not in self.draft.signs:
            self.handle("answer", {"field": "sign", "value": sign})
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        draft = self.draft
        if draft is None:
            self.begin()
            draft = self.draft or check_in.CheckInDraft(snapshot.now)
        at = check_in.observed_at(draft, snapshot.now, snapshot.zone)
        before = _before(snapshot, at, draft.editing)
        content = self.patient.catalogue.advice()
        photos = self.patient.photos.all()
        self.screen.render(check_in.build_state(draft, snapshot, content, before, photos=photos))
        return None

    def photo_at(self) -> datetime | None:
        """The UTC instant that a picture of this check-in speaks of; None is now."""
        now, zone = self.patient.clock.now(), self.patient.clock.zone()
        at = check_in.observed_at(self.draft, now, zone) if self.draft is not None else now
        return at if at < now else None

    def take_photo(self, photo_id: str) -> None:
        """Have a stored picture with the answers."""
        self._answer("photo", photo_id)

    def _answer(self, field: str, value: Any) -> None:
        self.handle("answer", {"field": field, "value": value})

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if self.draft is None:
            return False
        if intent == "drop-photo":
            self._photos.take_out(self.draft, (payload["id"],))
            return True
        if intent != "answer":
            return False
        if payload["field"] == "again" and self.draft.photos:
            # They were taken for answers that are given up.
            self._photos.take_out(self.draft, self.draft.photos)
        clock = self.patient.clock
        self._keep(check_in.change(self.draft, payload["field"], payload["value"], clock.now(), clock.zone()))
        return True

    def save(self) -> str:
        """Store the check-in and return its id; empty when something is missing, which the screen then says."""
        snapshot, draft = self.patient.snapshot(), self.draft
        if draft is None or check_in.faults(draft, snapshot):
            self.handle("answer", {"field": "tried", "value": None})
            return ""
        try:
            stored = self.patient.observations.get(draft.editing) if draft.editing else None
            made = to_observation(draft, snapshot, stored)
            self.patient.check_in(made)
            if stored is not None:
                self.deeds.photo_desk.remove(tuple(each for each in stored.photos if each not in made.photos))
        except InvalidInput as refused:
            self.deeds.say(refused.message)
            return ""
        self._forget(draft)
        return made.id

    def bring_back(self, observation: Observation) -> None:
        """Open what was taken out of the diary again, as a new check-in."""
        clock = self.patient.clock
        draft = replace(check_in.of_observation(observation, clock.zone()), editing="", begun=clock.now())
        self._keep(draft)
        self.screen.begin()

    def _keep(self, draft: check_in.CheckInDraft) -> None:
        self.draft = draft
        self._put(draft, json.dumps(draft.to_dict()))

    def _forget(self, draft: check_in.CheckInDraft) -> None:
        self.draft = None
        self._put(draft, "")

    def _put(self, draft: check_in.CheckInDraft, text: str) -> None:
        if not self.patient.in_example:
            self.patient.settings.put(CHANGE_SETTING if draft.editing else DRAFT_SETTING, text)

    def _kept(self, change: bool) -> dict[str, Any]:
        if self.patient.in_example:
            return self.draft.to_dict() if self.draft else {}
        try:
            kept = json.loads(self.patient.settings.get(CHANGE_SETTING if change else DRAFT_SETTING) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def _before(snapshot: Snapshot, at: datetime, editing: str) -> Observation | None:
    """What a check-in about an instant is compared with."""
    stored = next((each for each in snapshot.observations if each.id == editing), None) if editing else None
    session = session_at(snapshot.sessions, at)
    session_id = stored.session_id if stored else session.id if session else None
    return previous(Observation(editing, session_id, at, snapshot.now, at.date()), snapshot.observations)

