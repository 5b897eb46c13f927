"""Beside the plan: help, More, alerts, and what is said when nothing can be read."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kivy.utils import platform

from aftercare.services.snapshot import Snapshot
from screens.base import Screen
from screens.places import Place

if TYPE_CHECKING:
    from aftercare.core.backup import Found


class HelpPlace(Place):
    """Feels wrong? Stands even when neither the data nor the content can be read."""

    menu = False

    def make(self) -> Screen:
        from screens.help import HelpScreen

        return HelpScreen()

    def render(self, snapshot: Snapshot) -> datetime | None:
        self.show(snapshot)
        return None

    def show_locked(self) -> None:
        """Render while the data is locked: the number of the country, and no way to data."""
        from aftercare.core.errors import ContentFault
        from aftercare.presenters import help as presenter
        from aftercare.services.snapshot import bare

        patient = self.patient
        try:
            content = patient.catalogue.help()
        except ContentFault:
            content = None
        snapshot = bare(patient.catalogue, patient.clock, patient.open_settings())
        state = presenter.build_state(content, snapshot, can_call=platform in ("android", "ios"))
        self.screen.render(replace(state, check_in=""))

    def show(self, snapshot: Snapshot | None) -> None:
        """Render with what there is; None where no plan can be made."""
        from aftercare.core.data_errors import DataError
        from aftercare.core.errors import ContentFault
        from aftercare.presenters import help as presenter

        try:
            content = self.patient.catalogue.help()
        except ContentFault:
            content = None
        if snapshot is None:
            try:
                # The number to call depends on the settings and the place alone.
                snapshot = self.patient.without_plan()
            except DataError:
                snapshot = None
        state = presenter.build_state(content, snapshot, can_call=platform in ("android", "ios"))
        # Before the consent there is a number to call, and no diary.
        new = snapshot is not None and not snapshot.sessions and not self.patient.has_started
        self.screen.render(replace(state, check_in="") if new else state)


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
        lock = self.patient.lock
        lock_set = None if lock is None else lock.is_set
        # Nothing is kept before a backup was put in; looking for it is quick.
        versions = self.deeds.data_desk.versions.count(snapshot) if self.patient.make_backups else 0
        facts = more.MoreFacts(
            alerts.availability, alerts.next_alert(), VERSION, str(self.deeds.home), lock_set, versions
        )
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
    """What is shown when the patient's data or the content cannot be read.

    Visited by itself where only the content of some other place is damaged; then the menu leads on.
    """

    def make(self) -> Screen:
        from screens.trouble import TroubleScreen

        return TroubleScreen()

    _found: tuple[Found, ...] | None = None
    _searched = False

    def render(self, snapshot: Snapshot) -> datetime | None:
        """What was said stays until the patient goes on."""
        return None

    def show(self, fault: Exception) -> None:
        """Say what happened; nothing was changed. Backups are looked for where one helps."""
        from aftercare.presenters import trouble

        clock = self.patient.clock
        search = None
        if trouble.can_be_rescued(fault) and self.patient.make_backups is not None:
            self._search()
            search = trouble.Search(self._found, clock.now(), clock.zone())
        self.screen.render(trouble.build_state(fault, str(self.deeds.home), search))

    def search_again(self) -> None:
        """Look for backups once more: a stick may be plugged in now."""
        self._searched = False

    def _search(self) -> None:
        if self._searched:
            return
        self._searched = True

        def done(found: tuple[Found, ...]) -> None:
            self._found = found
            self.screen.intent("data-news")

        self.deeds.data_desk.find(done, lambda _fault: done(()))
