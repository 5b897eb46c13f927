"""The commands about the time while the app is closed: the system's timer, and the agent where there is none."""
from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import redirect_stdout
from datetime import datetime
from io import StringIO
from typing import TYPE_CHECKING

from aftercare.core.alarm_port import Outcome, PlannedAlarm
from aftercare.core.data_errors import DataError
from aftercare.core.errors import ContentFault
from aftercare.core.instants import utc_text
from aftercare.core.ports import SettingsRepository
from aftercare.presenters import wording
from aftercare.services import alarm_agent, closed_app
from aftercare.services.locked_alerts import NeutralSettings

if TYPE_CHECKING:
    from aftercare.cli.outside import Outside


def alerts_install(args: Namespace, outside: Outside) -> int:
    """Asking for it on the command line is the consent."""
    scheduler = outside.scheduler()
    now = outside.clock.now()
    outcome = closed_app.enable(scheduler, outside.settings, _wakes(outside, now), now)
    return _told(outcome, f"Installed: {scheduler.name}")


def alerts_remove(args: Namespace, outside: Outside) -> int:
    """Withdraw the consent, and take out what wakes us."""
    scheduler = outside.scheduler()
    return _told(closed_app.disable(scheduler, outside.settings), f"Removed: {scheduler.name}")


def alerts_status(args: Namespace, outside: Outside) -> int:
    """Print whether the system wakes us, and when next."""
    found = closed_app.status(outside.scheduler(), _settings(outside))
    coming = found.status.next
    if args.json:
        made = {
            "scheduler": found.name,
            "available": found.available.ok,
            "wanted": found.wanted,
            "installed": found.status.installed,
            "armed": found.status.armed,
            "next": utc_text(coming) if coming else None,
            "note": found.status.note or found.available.reason,
        }
        print(json.dumps(made, ensure_ascii=False, indent=1))
        return 0
    print(f"{found.name}: {'installed' if found.status.installed else 'not installed'}")
    if coming:
        next_text = f"{wording.local(coming, outside.clock.zone()):%Y-%m-%d %H:%M}"
        print(f"Armed: {found.status.armed}, the next at {next_text}")
    for sentence in filter(None, (found.available.reason, found.status.note)):
        print(sentence)
    return 0


def alerts_agent(args: Namespace, outside: Outside) -> int:
    """Wait and deliver until told to end."""
    from aftercare.cli.alerts import alerts_deliver

    def deliver() -> None:
        try:
            # Desktops keep what their programs print in a log, which is no place for what was shown.
            with redirect_stdout(StringIO()):
                alerts_deliver(args, outside)
        except (DataError, ContentFault) as fault:
            print(f"aftercare: {fault}", file=sys.stderr)

    def next_due() -> datetime | None:
        try:
            return min(_instants(outside, outside.clock.now()), default=None)
        except (DataError, ContentFault):
            return None

    def withdrawn() -> bool:
        try:
            return closed_app.is_off(_settings(outside))
        except DataError:
            return False

    turn = outside.agent_turn()
    with turn as mine:
        if mine:
            alarm_agent.keep_delivering(turn, outside.clock.now, deliver, next_due, withdrawn)
        else:
            print("Another one is waiting already.")
    return 0


def follow_plan(outside: Outside, now: datetime) -> None:
    """What was armed follows the plan, if the patient wants that. A failure is told and tried again next time."""
    settings = _settings(outside)
    if closed_app.is_wanted(settings):
        wakes = _wakes(outside, now)
        outcome = closed_app.repair_at_start(outside.scheduler(), settings, wakes, now)
        if not outcome.ok:
            print(f"aftercare: alerts: {outcome.reason}", file=sys.stderr)


def _wakes(outside: Outside, now: datetime) -> tuple[PlannedAlarm, ...]:
    return closed_app.wakes(_instants(outside, now), now)


def _instants(outside: Outside, now: datetime) -> list[datetime]:
    from aftercare.cli.outside import snapshot_of

    locked = outside.locked_alerts()
    if locked.lock.is_locked:
        from aftercare.services.neutral_delivery import wake_times_locked

        return wake_times_locked(locked.file, now)
    return closed_app.instants(snapshot_of(outside, now), outside.journal)


def _settings(outside: Outside) -> SettingsRepository:
    """The patient's settings, or what may be known of them behind a code."""
    locked = outside.locked_alerts()
    return NeutralSettings(locked.file) if locked.lock.is_locked else outside.settings


def _told(outcome: Outcome, done: str) -> int:
    if not outcome.ok:
        print(f"aftercare: alerts: {outcome.reason}", file=sys.stderr)
        return 2
    print(done)
    return 0
