"""The plan: Today and the timeline."""
from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kivy.utils import platform

from aftercare.core.data_errors import DataError
from aftercare.services.patient import Patient
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from screens.base import Screen
from screens.deeds import Deeds
from screens.places import Place

if TYPE_CHECKING:
    from aftercare.core.data_loss import Loss

PHONES = ("android", "ios")
# The setting with the day, on the device, on which the ring was filled last.
GREETED = "greeted"


class TodayPlace(Place):
    """What is fine now and what is not; on a desktop the timeline stands beside it."""

    tab = "today"

    def __init__(self, patient: Patient, deeds: Deeds) -> None:
        super().__init__(patient, deeds)
        from aftercare.presenters.today_state import TodayView

        self.view = TodayView()
        self._state: Any = None
        self._panel: Any = None
        self._greeted = ""

    def make(self) -> Screen:
        from screens.today import TodayScreen

        return TodayScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        from aftercare.presenters import today
        from aftercare.presenters.alerts_banner import DISMISSED

        if self.screen.desktop:
            self._fill_panel(snapshot)
        # What is known already: asking the system would hold up the first frame.
        reach = self.deeds.alerts.pulse.availability
        if reach is not None and reach.ok and snapshot.settings.get(DISMISSED):
            # The next time that nothing arrives is told again.
            self.patient.settings.put(DISMISSED, "")
        state = self._state = today.build_state(
            snapshot, self.view, reach, self._care(snapshot), platform in PHONES, self._losses()
        )
        self.view = state.view
        self.screen.render(state)
        self._greet(snapshot)
        return today.next_tick(state)

    def _greet(self, snapshot: Snapshot) -> None:
        """Fill the ring, once a day; later looks find it as it is."""
        from aftercare.presenters import wording

        day = wording.local(snapshot.now, snapshot.zone).date().isoformat()
        if snapshot.example or snapshot.settings.get(GREETED) == day:
            return
        if self._greeted != day:
            self._greeted = day
            self.screen.greet()
        if self.first_frame_shown:
            # What cannot be stored is no reason to say so.
            with suppress(DataError):
                self.patient.settings.put(GREETED, day)

    def _care(self, snapshot: Snapshot) -> Any:
        """What the cards around a session need of the content; nothing for the first frame."""
        if not self.first_frame_shown or not snapshot.plan.sessions:
            return None
        from aftercare.presenters.today_care_state import CareContent

        content, last = self.patient.catalogue, snapshot.last
        named = last is not None and last.product is not None
        return CareContent(
            content.steps(),
            content.checks() if snapshot.next is not None else None,
            content.products() if named else None,
        )

    def _losses(self) -> tuple[Loss, ...]:
        """What damage has cost and was not told yet; the first frame does without it, the example has no file."""
        keeper = self.patient.own_losses
        if keeper is None or not self.first_frame_shown or self.patient.in_example:
            return ()
        return keeper.losses()

    def handle(self, intent: str, payload: dict[str, Any]) -> bool:
        from aftercare.presenters import today

        if intent == "losses-told" and self.patient.own_losses is not None:
            self.patient.own_losses.losses_told()
            return True
        if intent == "toggle-step":
            self.patient.prepare(payload["session"], lambda kept: kept.tick(payload["step"]))
            return True
        if intent == "late-none":
            self._nothing_late()
            return True
        if self._state is None or intent not in ("filter", "see-all"):
            return False
        self.view = today.respond(self.view, self._state, intent, payload)
        return True

    def _nothing_late(self) -> None:
        """Store that none of the late signs is there; it can be undone for a while."""
        from kivy.core.window import Window

        from aftercare.presenters.today_late import asked_signs
        from screens.widgets.toast import UndoBar

        put_back = self.patient.nothing_late(asked_signs(self.patient.snapshot()))
        self.deeds.changed()

        def undo() -> None:
            put_back()
            self.deeds.changed()
            self.screen.intent("tab", name=self.tab)

        UndoBar(_("Saved: none of these signs"), on_undo=undo).show(Window)

    def _fill_panel(self, snapshot: Snapshot) -> None:
        """On a desktop: the timeline beside the answers, once there is a session."""
        if not self.first_frame_shown:
            from kivy.uix.widget import Widget

            # The room of the timeline, which follows at once.
            self.screen.panel = Widget(size_hint_y=None, height=0)
            return
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


class TimelinePlace(Place):
    """Every limit as a bar, from before the session until the last one ends."""

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
