"""One function a command. Each prints what it did and returns the exit status."""
from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

from aftercare.cli import output
from aftercare.cli.outside import Outside, print_json
from aftercare.core.derive import derive
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import parse_instant, parse_wall, zone_named
from aftercare.core.session import Session, new_session
from aftercare.presenters import wording
from aftercare.services import sessions


def run(args: Namespace, outside: Outside) -> int:
    """Carry out a parsed command. Raises InvalidInput and the data errors; main.py prints them."""
    return _COMMANDS[args.command, getattr(args, "action", None)](args, outside)


def protocols(args: Namespace, outside: Outside) -> int:
    """Print the procedures, with what can be picked within each."""
    found = [outside.catalogue.protocol(protocol_id) for protocol_id in outside.catalogue.protocol_ids()]
    if args.json:
        return print_json([output.protocol_json(protocol) for protocol in found])
    for protocol in found:
        print(f"{protocol.id:16} {protocol.name} ({', '.join(protocol.areas)})")
        for title, choices in (("techniques", protocol.techniques), ("products", protocol.products)):
            if choices:
                print(f"{'':16} {title}: {', '.join(choice.id for choice in choices)}")
    return 0


def plan(args: Namespace, outside: Outside) -> int:
    """Print the plan of a session that is not stored."""
    session = _entered_session(args, outside, "plan")
    derived = derive(session, outside.catalogue.protocol(session.protocol))
    now = parse_instant(args.now, "now", zone_named(args.zone)) if args.now else None
    made = output.plan_json(derived, session, outside.catalogue.activities(), now)
    if args.json:
        return print_json(made)
    _print_plan(made, args.zone)
    return 0


def session_add(args: Namespace, outside: Outside) -> int:
    """Store a session, and print its id."""
    session = _entered_session(args, outside, sessions.new_id(), args.status)
    sessions.add(outside.sessions, session)
    if args.json:
        return print_json(output.stored_session_json(session))
    print(f"Added {session.id}")
    return 0


def session_list(args: Namespace, outside: Outside) -> int:
    """Print every stored session, cancelled ones too."""
    found = outside.sessions.all()
    if args.json:
        return print_json([output.stored_session_json(session) for session in found])
    for session in found:
        start = wording.local(session.start, session.zone)
        print(f"{session.id}  {start:%Y-%m-%d %H:%M} {session.zone}  {session.protocol}  {session.status}")
    if not found:
        print("No sessions yet.")
    return 0


def session_cancel(args: Namespace, outside: Outside) -> int:
    """Cancel a stored session."""
    cancelled = sessions.cancel(outside.sessions, args.id)
    print(f"Cancelled {cancelled.id}")
    return 0


def check_content(args: Namespace, outside: Outside) -> int:
    """Print every fault of the content; the exit status is 1 where there is one."""
    faults = outside.content_faults(args.content)
    missing = outside.translation_faults(args.content)
    faults = [*faults, *(missing or ())]
    report = outside.fact_report(args.content, args.facts) if args.facts else None
    if report:
        faults = [*faults, *report.faults]
    for fault in faults:
        print(fault)
    if report:
        print(f"Facts: {report.used} used, {report.withheld} withheld, {len(report.missing)} missing.")
    if missing is None:
        print("Translations were not checked: there is no locale folder with .po files beside this content.")
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


def _of(module: str, command: str) -> Callable[[Namespace, Outside], int]:
    """A command of another module, which is imported when it is called: a plan needs no alarms and no backups."""

    def later(args: Namespace, outside: Outside) -> int:
        status: int = getattr(import_module(f"aftercare.cli.{module}"), command)(args, outside)
        return status

    return later


_COMMANDS: dict[tuple[str, str | None], Callable[[Namespace, Outside], int]] = {
    ("protocols", None): protocols,
    ("plan", None): plan,
    ("session", "add"): session_add,
    ("session", "list"): session_list,
    ("session", "cancel"): session_cancel,
    ("check-in", None): _of("check_in", "check_in"),
    ("alerts", "list"): _of("alerts", "alerts_list"),
    ("alerts", "deliver"): _of("alerts", "alerts_deliver"),
    ("alerts", "install"): _of("alarms", "alerts_install"),
    ("alerts", "remove"): _of("alarms", "alerts_remove"),
    ("alerts", "status"): _of("alarms", "alerts_status"),
    ("alerts", "agent"): _of("alarms", "alerts_agent"),
    ("check-content", None): check_content,
    ("export", None): _of("backup", "export"),
    ("restore", None): _of("backup", "restore"),
    ("clinic-plan", None): _of("clinic_plan", "clinic_plan"),
}
