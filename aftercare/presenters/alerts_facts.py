"""What the Alerts screen shows and only the running app knows."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aftercare.core.alert_choices import LEAD, OFF, QUIET_FROM, QUIET_TO, WORDING
from aftercare.core.alert_types import OWN, AlertKind
from aftercare.core.notify_port import Availability

EVERY_SETTING = frozenset((LEAD, OFF, QUIET_FROM, QUIET_TO, WORDING))


@dataclass(frozen=True, slots=True)
class ClosedAppFacts:
    """How alerts come while the app is closed.

    `name`: the technical name of the way, as its scheduler has it. `can_install`: this way works here; if not,
    `reason` says why. `wanted`: the patient agreed. `installed`: our part is in place. `note`: what is out of
    order. `armed` alarms wait, the soonest at `next` (UTC). `busy`: a change is under way.
    """

    name: str
    can_install: bool
    installed: bool = False
    wanted: bool = False
    reason: str = ""
    note: str = ""
    armed: int = 0
    next: datetime | None = None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class ComingAlert:
    """A notice that is planned, in full wording; `text` may hold marks for instants. `fire_at` is UTC."""

    fire_at: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PastAlert:
    """One that was shown, or could not be: `at` (UTC), and what it said."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class AlertsFacts:
    """None, an empty tuple or False hides what needs it: there is no control that nobody answers.

    `availability` None: not looked at yet. `obeyed`: the settings that deliveries follow. `kinds`: what is planned
    at all. `coming` None: not known; empty: nothing is planned. `missed`: what was not shown. `last`: what was shown
    last. `fix`: the words of a button that opens the system's settings. `inexact`: the phone shows alerts late to
    save power, and its settings can change that. `can_look`: the system can be asked again.
    `can_test_later`: a test can be sent in a minute; `test_at` (UTC): one is on its way.
    """

    availability: Availability | None = None
    closed_app: ClosedAppFacts | None = None
    coming: tuple[ComingAlert, ...] | None = None
    missed: tuple[PastAlert, ...] = ()
    last: PastAlert | None = None
    fix: str = ""
    inexact: bool = False
    can_look: bool = False
    can_test_later: bool = False
    test_at: datetime | None = None
    obeyed: frozenset[str] = EVERY_SETTING
    kinds: frozenset[AlertKind] = frozenset(AlertKind) - frozenset(OWN)
