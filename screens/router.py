"""From what the patient did to what is shown next."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aftercare.core.data_errors import DataError
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.services.patient import Patient
from aftercare.services.read_aloud import ReadAloud
from screens import looks
from screens.ask_ways import AskWays
from screens.back_ways import BackWays
from screens.check_in_ways import CheckInWays
from screens.common_ways import CommonWays
from screens.data_ways import RESCUE, DataWays
from screens.deeds import Deeds
from screens.layers import Layers
from screens.lock_gate import LockGate
from screens.lock_ways import LockWays
from screens.photo_ways import PhotoWays
from screens.place_shelf import PlaceShelf
from screens.places import Place
from screens.prepare_ways import PrepareWays
from screens.session_ways import SessionWays
from screens.shell import Shell

if TYPE_CHECKING:
    from aftercare.services.reminders import Report

# Open even where the content of the present place is damaged.
WAYS_OUT = ("help", "retry", "copy")


class Router:
    """Holds the places, shows one of them in the shell, and answers every intent.

    `follow()` renders what is shown anew and says when its text next changes by itself.
    """

    def __init__(self, patient: Patient, shell: Shell, deeds: Deeds) -> None:
        self.patient, self.shell, self.deeds = patient, shell, deeds
        self._places = PlaceShelf(patient, deeds, lambda intent, **payload: self.act(intent, **payload))
        self.name = ""
        # What the first frame can do without is left out until it is on the screen.
        self.first_frame_shown = False
        self.layers = Layers(self.act)
        self.photos = PhotoWays(self)
        self.data = DataWays(self)
        self.checks, self.prepares = CheckInWays(self), PrepareWays(self)
        self.gate, self.locks = LockGate(self), LockWays(self)
        # Chooses the language of these settings; True where it was another one before.
        self.speak: Callable[[Mapping[str, str]], bool] = lambda _settings: False
        self.reader: ReadAloud | None = None
        self.common, self._back = CommonWays(self), BackWays(self)
        self._ways = (
            self.locks, self.photos, self.data, self.checks, self.prepares, AskWays(self), SessionWays(self),
            self.common, self._back,
        )  # fmt: skip
        shell.bind(
            on_tab=lambda _shell, key: self.go(key),
            on_help=lambda _shell: self.act("help"),
            desktop=lambda *_: self.name and self.follow(),
        )

    def open_first(self) -> None:
        """The welcome until there is a session or a consent; then Today."""
        try:
            started = self.patient.has_started or bool(self.patient.snapshot().sessions)
        except (DataError, ContentFault):
            started = True
        self.go("today" if started else "welcome")

    def go(self, name: str) -> None:
        """Show a place. What cannot be read is said instead."""
        self._back.before(name)
        if name != self.name:
            self.common.hush()
        self.checks.before(name)
        self.prepares.before(name)
        self.name = name
        self.follow()

    def place(self, name: str) -> Any:
        """The Place of a name, made when it is first asked for."""
        return self._places.get(name)

    def follow(self) -> datetime | None:
        """Render what is shown at this moment; returns the UTC instant at which it changes by itself."""
        try:
            self.gate.hide_screen()
            if self.gate.closed:
                self.gate.show()
                return None
            snapshot = self.patient.snapshot()
        except DataError as fault:
            self._show_trouble(fault)
            return None
        except ContentFault as fault:
            # Settings stand apart from content: what is wrong is said in the patient's own language.
            self._dress(self.patient.settings.all())
            self._show_trouble(fault)
            return None
        if not self.place(self.name).keeps_looks:
            self._dress(snapshot.settings)
        place = self.place(self.name)
        place.first_frame_shown = self.first_frame_shown
        # Shown first: a screen that knows its room builds itself once.
        self.shell.show(place.screen, place.menu, place.tab)
        try:
            changes = place.render(snapshot)
            self.layers.follow(snapshot)
        except ContentFault as fault:
            # Only what this place reads is damaged: the menu leads on.
            self.layers.close_all()
            self._show_trouble(fault, place)
            return None
        return changes

    def _dress(self, settings: Mapping[str, str]) -> None:
        if self.speak(settings):
            self._renew()
        looks.apply(settings)

    def _renew(self) -> None:
        """Make everything shown anew. A check-in or session that was begun is stored, so it is not lost."""
        self.layers.close_all()
        self._places.drop()
        self.shell.renew()
        if self.first_frame_shown:
            # What a phone holds are finished texts.
            self.deeds.alerts.keep_armed()

    def act(self, intent: str, **payload: Any) -> None:
        """Answer an intent of the present screen or of a layer over it. What cannot be stored or read is said."""
        if not self.gate.lets(intent):
            return
        try:
            self._answer(intent, payload)
        except (DataError, InvalidInput) as refused:
            self.deeds.say(str(refused))
            self.follow()
        except ContentFault as fault:
            # A place of its own: a passing minute must not wipe away what it says.
            self.layers.close_all()
            self.name = "trouble"
            self.place("trouble").show(fault)
            self.follow()

    def _answer(self, intent: str, payload: dict[str, Any]) -> None:
        if self._taken(intent, payload):
            self.follow()
            return
        if any(ways.answer(intent, payload) for ways in self._ways):
            return
        if self.deeds.do(intent, payload):
            self.follow()

    def drop_places(self, *keep: str) -> None:
        """Forget every screen but these, with all that they show."""
        self.layers.close_all()
        self._places.drop(*keep)

    def start_anew(self) -> None:
        """As on the first day, or after another patient's data came in."""
        self.drop_places()
        self.name = ""
        self.open_first()

    def _taken(self, intent: str, payload: dict[str, Any]) -> bool:
        """Whether the present place answers it."""
        try:
            return bool(self.place(self.name).handle(intent, payload))
        except ContentFault:
            if intent in WAYS_OUT:
                return False
            raise

    def delivered(self, report: Report) -> None:
        """Alerts were handed over: what the screen says of them may have changed."""
        if report.shown or report.failed:
            self.follow()

    def back(self) -> bool:
        """Close the topmost layer, or go a step back. False where there is nowhere to go back to."""
        return self._back.step()

    def _show_trouble(self, fault: Exception, instead_of: Place | None = None) -> None:
        if self.name == "help":
            place = self.place("help")
            place.show(None)
        elif self.name == RESCUE and isinstance(fault, DataError):
            place = self.place(RESCUE)
            place.show()
        else:
            place = self.place("trouble")
            place.show(fault)
        left = instead_of is not None and bool(instead_of.tab)
        self.shell.show(place.screen, left, instead_of.tab if instead_of else "")
