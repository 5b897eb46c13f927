"""One function a command. Each prints what it did and returns the exit status."""
from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aftercare.cli import alarms, check_in, output
from aftercare.core.alarm_port import AlarmScheduler
from aftercare.core.derive import derive
from aftercare.core.errors import ContentFault, InvalidInput
from aftercare.core.instants import Clock, parse_instant, parse_wall, zone_named
from aftercare.core.notify_port import Notifier
from aftercare.core.ports import Catalogue, ObservationRepository, OverrideRepository, SessionRepository
from aftercare.core.session import Session, new_session
from aftercare.presenters import wording
from aftercare.services import reminders, sessions
from aftercare.services.alarm_agent import Turn
from aftercare.services.patient import AllSettings
from aftercare.services.snapshot import Snapshot, build


@dataclass(frozen=True, slots=True)
class Outside:
    """What the commands work on, wired by main.py. The notifier and the fault list are made only when needed."""

    catalogue: Catalogue
    clock: Clock
    sessions: SessionRepository
    overrides: OverrideRepository
    observations: ObservationRepository
    journal: reminders.LockedJournal
    settings: AllSettings
    notifier: Callable[[], Notifier]
    scheduler: Callable[[], AlarmScheduler]
    agent_turn: Callable[[], Turn]
    content_faults: Callable[[str | None], list[ContentFault]]


def run(args: Namespace, outside: Outside) -> int:
    """Carry out a parsed command. Raises InvalidInput and the data errors; main.py prints them."""
    return _COMMANDS[args.command, getattr(args, "action", None)](args, outside)


def protocols(args: Namespace, outside: Outside) -> int:
    found = [outside.catalogue.protocol(protocol_id) for protocol_id in outside.catalogue.protocol_ids()]
    if args.json:
        return _print_json([output.protocol_json(protocol) for protocol in found])
    for protocol in found:
        print(f"{protocol.id:16} {protocol.name} ({', '.join(protocol.areas)})")
        for title, choices in (("techniques", protocol.techniques), ("products", protocol.products)):
            if choices:
                print(f"{'':16} {title}: {', '.join(choice.id for choice in choices)}")
    return 0


def plan(args: Namespace, outside: Outside) -> int:
    session = _entered_session(args, outside, "plan")
    derived = derive(session, outside.catalogue.protocol(session.protocol))
    now = parse_instant(args.now, "now", zone_named(args.zone)) if args.now else None
    made = output.plan_json(derived, session, outside.catalogue.activities(), now)
    if args.json:
        return _print_json(made)
    _print_plan(made, args.zone)
    return 0


def session_add(args: Namespace, outside: Outside) -> int:
    session = _entered_session(args, outside, sessions.new_id(), args.status)
    sessions.add(outside.sessions, session)
    if args.json:
        return _print_json(output.stored_session_json(session))
    print(f"Added {session.id}")
    return 0


def session_list(args: Namespace, outside: Outside) -> int:
    found = outside.sessions.all()
    if args.json:
        return _print_json([output.stored_session_json(session) for session in found])
    for session in found:
        start = wording.local(session.start, session.zone)
        print(f"{session.id}  {start:%Y-%m-%d %H:%M} {session.zone}  {session.protocol}  {session.status}")
    if not found:
        print("No sessions yet.")
    return 0


def session_cancel(args: Namespace, outside: Outside) -> int:
    cancelled = sessions.cancel(outside.sessions, args.id)
    print(f"Cancelled {cancelled.id}")
    return 0


def alerts_list(args: Namespace, outside: Outside) -> int:
    snapshot = snapshot_of(outside, outside.clock.now())
    found = reminders.coming(snapshot, outside.journal)
    if args.json:
        return _print_json([output.notice_json(notice, snapshot.zone) for notice in found])
    for notice in found:
        print(f"{wording.local(notice.fire_at, snapshot.zone):%Y-%m-%d %H:%M}  {output.said(notice, snapshot.zone)}")
    if not found:
        print("Nothing planned.")
    return 0


def alerts_deliver(args: Namespace, outside: Outside) -> int:
    now = outside.clock.now()
    if args.now:
        now = parse_instant(args.now, "now", zone_named(outside.clock.zone()))
    report = reminders.deliver(snapshot_of(outside, now), outside.journal, outside.notifier(), now)
    for message in report.shown:
        print(f"Shown: {message.title}: {message.body}")
    for key in report.dropped:
        print(f"Too late, dropped: {key}")
    for key in report.withdrawn:
        print(f"Withdrawn: {key}")
    for fault in report.faults:
        print(f"aftercare: {fault} The usual value is used.", file=sys.stderr)
    for message, reason in report.failed:
        print(f"{message.title}: not handed over: {reason} It stays due.", file=sys.stderr)
    if not (report.shown or report.dropped or report.withdrawn or report.failed):
        print("Nothing due.")
    if not args.now:
        alarms.follow_plan(outside, now)
    return 1 if report.failed or report.faults else 0


def check_content(args: Namespace, outside: Outside) -> int:
    faults = outside.content_faults(args.content)
    for fault in faults:
        print(fault)
    if not faults:
        print("The content is whole.")
    return 1 if faults else 0


def _entered_session(args: Namespace, outside: Outside, session_id: str, status: str = "planned") -> Session:
    protocol = outside.catalogue.protocol(args.protocol)
    try:
        minutes = int(args.minutes)
    except ValueError:
        raise InvalidInput("minutes", f'minutes: "{args.minutes}" is not a whole number from 1 to 480.') from None
    return new_session(
        session_id,
        protocol,
        parse_wall(args.start, "start"),
        args.zone,
        minutes=minutes,
        technique=args.technique,
        area=args.area,
        product=args.product,
        status=status,
    )


def snapshot_of(outside: Outside, now: datetime) -> Snapshot:
    """The plan at this moment."""
    return build(
        outside.catalogue,
        outside.sessions.all(),
        outside.overrides.all(),
        now,
        outside.clock.zone(),
        outside.settings.all(),
        observations=outside.observations.all(),
    )


def _print_json(value: Any) -> int:
    print(json.dumps(value, ensure_ascii=False, indent=1))
    return 0


def _print_plan(made: dict[str, Any], zone: str) -> None:
    def local(text: str | None) -> str:
        return f"{wording.local(datetime.fromisoformat(text), zone):%a %d %b %H:%M}" if text else "ask your clinic"

    session = made["session"]
    print(f"{session['protocol']}, {local(session['start'])} to {local(session['end'])}, {zone}")
    for window in made["windows"]:
        sources = ", ".join(window["sources"])
        note = " (extended)" if window["extended"] else ""
        print(
            f"  {window['activity']:16} {window['phase']:6} {window['strength']:5} "
            f"{local(window['start'])} to {local(window['end'])}{note}  {sources}"
        )
    for state in made.get("states", ()):
        until = f" until {local(state['until'])}" if state["until"] else ""
        print(f"  {state['activity']:16} {state['state']}{until}")


_COMMANDS: dict[tuple[str, str | None], Callable[[Namespace, Outside], int]] = {
    ("protocols", None): protocols,
    ("plan", None): plan,
    ("session", "add"): session_add,
    ("session", "list"): session_list,
    ("session", "cancel"): session_cancel,
    ("check-in", None): check_in.check_in,
    ("alerts", "list"): alerts_list,
    ("alerts", "deliver"): alerts_deliver,
    ("alerts", "install"): alarms.alerts_install,
    ("alerts", "remove"): alarms.alerts_remove,
    ("alerts", "status"): alarms.alerts_status,
    ("alerts", "agent"): alarms.alerts_agent,
    ("check-content", None): check_content,
}
