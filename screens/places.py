"""The places of the app: which presenter and which screen belong together, and what the patient chose in each."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from kivy.utils import platform

from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.deeds import Deeds


class Place:
    """One screen with its state. `menu`: the menu stands beside it. `tab`: its key in the menu."""

    menu = True
    tab = ""

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        self.patient, self.deeds = patient, deeds
        self._screen: Screen | None = None

    @property
    def screen(self) -> Screen:
        """The screen, made when the place is first visited."""
        if self._screen is None:
            self._screen = self.make()
        return self._screen

    def make(self) -> Screen:
        raise NotImplementedError

    def render(self, snapshot: Snapshot) -> datetime | None:
        """Show the present state; returns the UTC instant at which it changes by itself."""
        raise NotImplementedError

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        """Take an intent that concerns only this place; True when it was taken."""
        return False


class TodayPlace(Place):
    tab = "today"

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        from aftercare.presenters.today_state import TodayView

        self.view = TodayView()
        self._state: Any = None
        self._panel: Any = None

    def make(self) -> Screen:
        from screens.today import TodayScreen

        return TodayScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import today
        from aftercare.presenters.alerts_banner import DISMISSED

        # What is known already: asking the system would hold up the first frame.
        reach = self.deeds.alerts.pulse.availability
        if reach is not None and reach.ok and snapshot.settings.get(DISMISSED):
            # The next time that nothing arrives is told again.
            self.patient.settings.put(DISMISSED, "")
        state = self._state = today.build_state(snapshot, self.view, reach)
        self.view = state.view
        self.screen.render(state)
        return today.next_tick(state)

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        from aftercare.presenters import today

        if self._state is None or intent not in ("filter", "see-all"):
            return False
        self.view = today.respond(self.view, self._state, intent, payload)
        return True

    def show_panel(self, snapshot: Snapshot) -> None:
        """On a desktop: the timeline beside the answers, once there is a session."""
        from aftercare.presenters import timeline

        if not snapshot.plan.sessions:
            self.screen.panel = None
            return
        if self._panel is None:
            from screens.timeline_panel import TimelinePanel

            self._panel = TimelinePanel()
            self._panel.bind(on_limit=lambda _panel, activity: self.screen.intent("limit", activity=activity))
        self._panel.render(timeline.build_state(snapshot))
        self.screen.panel = self._panel

    def keep_room_for_panel(self) -> None:
        """Before the first frame is shown: the room of the timeline, which follows at once."""
        from kivy.uix.widget import Widget

        self.screen.panel = Widget(size_hint_y=None, height=0)


class TimelinePlace(Place):
    tab = "timeline"

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        from aftercare.presenters.timeline import TimelineView

        self.view = TimelineView()

    def make(self) -> Screen:
        from screens.timeline import TimelineScreen

        return TimelineScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import timeline

        state = timeline.build_state(snapshot, self.view)
        self.view = state.view
        self.screen.render(state)
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        from aftercare.presenters import timeline

        followed = timeline.follow(self.view, intent, payload)
        taken, self.view = followed != self.view or intent.startswith("timeline-"), followed
        return taken


class WelcomePlace(Place):
    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.ticked = patient.has_started
        self.refused = False

    def make(self) -> Screen:
        from screens.welcome import WelcomeScreen

        return WelcomeScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import welcome

        self.screen.render(welcome.build_state(self.ticked, self.refused))
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent == "consent":
            self.ticked, self.refused = bool(payload.get("ticked")), False
        elif intent == "add-session" and not self.ticked:
            self.refused = True
        else:
            return False
        return True


class AddSessionPlace(Place):
    """The wizard. What is entered is kept at once, so that a closed app loses nothing."""

    menu = False

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        self.draft: Any = None

    def make(self) -> Screen:
        from screens.add_session import AddSessionScreen

        return AddSessionScreen()

    def begin(self, session_id: str = "") -> None:
        """Start anew, go on with what was kept, or change a stored session."""
        from aftercare.presenters.add_session import Draft, resumed

        if session_id:
            stored = next(s for s in self.patient.snapshot().sessions if s.id == session_id)
            self.draft = Draft.from_session(stored)
            return
        kept = self.patient.draft()
        clock = self.patient.clock
        self.draft = resumed(kept or {}, clock.now(), clock.zone())

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import add_session

        if self.draft is None:
            self.begin()
        self.screen.render(
            add_session.build_state(self.draft, self.patient.catalogue, snapshot.now, snapshot.zone)
        )
        return None

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        if intent != "draft":
            return False
        self._change(payload["field"], payload["value"])
        return True

    def save(self) -> bool:
        """Store the session that was entered; False when something is still missing, which the screen then says."""
        from aftercare.core.errors import InvalidInput
        from aftercare.presenters import add_session
        from aftercare.services.sessions import new_id

        try:
            if self.draft.editing:
                stored = next(s for s in self.patient.snapshot().sessions if s.id == self.draft.editing)
                self.patient.change(add_session.edited(self.draft, stored, self.patient.catalogue))
            else:
                self.patient.add(add_session.to_session(self.draft, new_id(), self.patient.catalogue))
                self.patient.keep_draft(None)
        except InvalidInput:
            self._change("next", None)
            return False
        self.draft = None
        return True

    def _change(self, field: str, value: Any) -> None:
        from aftercare.presenters import add_session

        clock = self.patient.clock
        self.draft = add_session.change(
            self.draft, field, value, self.patient.catalogue, clock.now(), clock.zone()
        )
        if not self.draft.editing:
            self.patient.keep_draft(self.draft.to_dict())


class HelpPlace(Place):
    """Feels wrong? Stands even when neither the data nor the content can be read."""

    menu = False

    def make(self) -> Screen:
        from screens.help import HelpScreen

        return HelpScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        self.show(snapshot)
        return None

    def show(self, snapshot: Snapshot | None) -> None:
        """Render with what there is; None where the patient's data could not be read."""
        from aftercare.core.errors import ContentFault
        from aftercare.presenters import help as presenter

        try:
            content = self.patient.catalogue.help()
        except ContentFault:
            content = None
        self.screen.render(presenter.build_state(content, snapshot, can_call=platform in ("android", "ios")))


class MorePlace(Place):
    """Sessions, looks, alerts and what the app is."""

    tab = "more"

    def make(self) -> Screen:
        from screens.more import MoreScreen

        return MoreScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare import VERSION
        from aftercare.presenters import more

        alerts = self.deeds.alerts
        facts = more.MoreFacts(alerts.availability, alerts.next_alert(), VERSION, str(self.deeds.home))
        self.screen.render(more.build_state(snapshot, facts))
        return None


class AlertsPlace(Place):
    """Whether alerts arrive, what comes, and what the patient chose about them; it lies behind More."""

    tab = "more"

    def make(self) -> Screen:
        from screens.alerts import AlertsScreen

        return AlertsScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import alerts

        facts = self.deeds.alerts.facts(snapshot)
        self.screen.render(alerts.build_state(snapshot, facts))
        return min((c.fire_at for c in facts.coming or () if c.fire_at > snapshot.now), default=None)


class TroublePlace(Place):
    """What is shown when the patient's data or the content cannot be read."""

    menu = False

    def make(self) -> Screen:
        from screens.trouble import TroubleScreen

        return TroubleScreen()

    def show(self, fault: Exception) -> None:
        """Say what happened; nothing was changed."""
        from aftercare.presenters import trouble

        self.screen.render(trouble.build_state(fault, str(self.deeds.home)))
