"""App lock in More: setting, changing and removing the code. It is kept no longer than it takes to set it."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from aftercare.core.errors import InvalidInput
from aftercare.core.lock_code import tidy_code
from aftercare.core.lock_policy import read_auto_lock
from aftercare.presenters import lock_setup
from aftercare.presenters.lock_setup import SetupView
from aftercare.services.app_lock_state import LockDraft
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds
from screens.places_lock import LockedPlace

RECOVERY_FILE = "Aftercare recovery code.txt"


class LockSetupPlace(LockedPlace):
    """Setting, changing and removing the code."""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.view = SetupView()
        self._forget()

    def _forget(self) -> None:
        self._current = self._first = ""
        self._draft: LockDraft | None = None

    def make(self) -> Screen:
        from screens.lock_setup import LockSetupScreen

        return LockSetupScreen()

    def begin(self) -> None:
        """Opened from More, or after the recovery code opened the data."""
        if self.view.busy:
            return
        self._forget()
        recovered = self.lock.is_set and self.lock.state().recovered
        self.view = SetupView("choose", "change") if recovered else SetupView()
        self.screen.begin()

    def render(self, snapshot: Snapshot) -> datetime | None:
        choice = read_auto_lock(snapshot.settings)
        recovered = self.lock.is_set and self.lock.state().recovered
        hides = self.desk.privacy.can_hide
        self.screen.render(lock_setup.build_state(self.view, self.lock.is_set, choice, hides, recovered))
        return None

    def step_back(self) -> bool:
        """A step back within the place; False from its first page."""
        if self.view.busy:
            return True
        if self.view.stage == "home":
            return False
        self._forget()
        self.view = SetupView()
        return True

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if self.view.busy:
            return intent in ("code-typed", "turn-on", "code-words", "note-tick", "set-code", "change-code", "lock-off")
        if intent == "set-code":
            self.view = SetupView("choose", "set")
        elif intent in ("change-code", "lock-off"):
            self.view = SetupView("current", "off" if intent == "lock-off" else "change")
        elif intent == "code-words":
            self.view = replace(self.view, words=bool(payload["on"]), fault="")
        elif intent == "code-typed":
            self._typed(payload["text"])
        elif intent == "note-tick":
            self.view = replace(self.view, ticked=bool(payload["on"]), missing_tick=False)
        elif intent == "note-saved":
            self._save_note()
        elif intent == "turn-on":
            self._turn_on()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        if self.view.stage == "current":
            self._check_current(text)
        elif self.view.stage == "choose":
            try:
                self._draft = self.lock.draft(text)
            except InvalidInput as refused:
                self.view = replace(self.view, fault=refused.message)
                return
            self._first = tidy_code(text)
            self.view = replace(self.view, stage="confirm", fault="")
        elif tidy_code(text) != self._first or self._draft is None:
            self.view = replace(self.view, stage="choose", fault=lock_setup.differ())
            self._first, self._draft = "", None
        else:
            self.view = replace(self.view, stage="note", fault="", groups=self._draft.groups)

    def _check_current(self, text: str) -> None:
        off = self.view.purpose == "off"

        def work() -> None:
            if off:
                self.lock.turn_off(text)
            else:
                self.lock.unlock(text)

        def done(_answer: Any) -> None:
            if off:
                self._finished("off")
            else:
                self._current = text
                self.view = replace(self.view, stage="choose", busy=False, words=False)
                self.news()

        self._run(work, done)

    def _turn_on(self) -> None:
        draft = self._draft
        if draft is None:
            return
        if not self.view.ticked:
            self.view = replace(self.view, missing_tick=True)
            return
        current, setting = self._current, self.view.purpose == "set"

        def work() -> None:
            if setting:
                self.lock.turn_on(draft)
            else:
                self.lock.change(draft, current)

        self._run(work, lambda _answer: self._finished("set" if setting else "change"))

    def _run(self, work: Any, done: Any) -> None:
        self.view = replace(self.view, busy=True, fault="")

        def refused(fault: Exception) -> None:
            self.view = replace(self.view, busy=False, fault=str(fault))
            self.news()

        self.desk.run(work, done, refused)

    def _finished(self, purpose: str) -> None:
        self._forget()
        self.view = SetupView(done=lock_setup.done_words(purpose))
        self.screen.intent("lock-changed")

    def _save_note(self) -> None:
        path = Path(self.desk.dialog.usual_folder()) / RECOVERY_FILE
        try:
            path.write_text(lock_setup.file_text(self.view.groups), encoding="utf-8")
        except OSError:
            self.view = replace(self.view, fault=lock_setup.not_saved_words(), done="")
        else:
            self.view = replace(self.view, fault="", done=lock_setup.saved_words(str(path)))
