"""What the command line accepts. Every refusal is one line on stderr and exit status 2."""
from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from aftercare.words import languages

WINDOW_COMMANDS = (None, "shots")


class _Help(argparse.HelpFormatter):
    """Help of one width: argparse would ask for that of the terminal at every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=78)


class _EachOrEmpty(argparse.Action):
    """Collects the values of an option that is given several times; without one, a text that its reader refuses."""

    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: Any = None) -> None:
        setattr(namespace, self.dest, [*getattr(namespace, self.dest), *(values or [""])])


class _OneLineParser(argparse.ArgumentParser):
    """argparse prints its whole usage before an error; a patient's script wants the one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)

    def error(self, message: str) -> NoReturn:
        for before, after in (("argument ", ""), ("the following arguments are required: ", "needed and missing: ")):
            message = message.replace(before, after)
        sys.stderr.write(f"{self.prog}: {message}\n")
        raise SystemExit(2)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but the symptoms of a check-in may also stand behind an option."""
        found, rest = super().parse_known_args(args, namespace)
        if hasattr(found, "symptoms"):
            found.symptoms = [*found.symptoms, *(text for text in rest if not text.startswith("-"))]
            rest = [text for text in rest if text.startswith("-")]
        return found, rest


def build_parser() -> argparse.ArgumentParser:
    """The parser of main.py; without a command it opens the app."""
    everywhere = _OneLineParser(add_help=False)
    # Accepted before and after the command; without SUPPRESS the second place would erase the first.
    everywhere.add_argument("--home", default=argparse.SUPPRESS, metavar="DIR", help="the data folder")
    everywhere.add_argument(
        "--lang", choices=languages(), default=argparse.SUPPRESS, help="speak this language instead of the chosen one"
    )
    everywhere.add_argument("--verbose", action="store_true", default=argparse.SUPPRESS, help="show the log")

    parser = _OneLineParser(
        prog="aftercare", parents=[everywhere], description="What is OK after mesotherapy, and when."
    )
    parser.add_argument("--bench-first-frame", action="store_true", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_OneLineParser)

    def command(name: str, help: str, to: Any = commands) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = to.add_parser(name, help=help, parents=[everywhere])
        return made

    def json_flag(to: argparse.ArgumentParser) -> None:
        to.add_argument("--json", action="store_true", help="print JSON")

    json_flag(command("protocols", "list the protocols with their techniques, areas and products"))

    plan = command("plan", "derive a plan without storing anything")
    _session_options(plan)
    plan.add_argument("--now", metavar="ISO", help="show the states at this moment")
    json_flag(plan)

    session = command("session", "your own sessions").add_subparsers(
        dest="action", metavar="add|list|cancel", required=True, parser_class=_OneLineParser
    )
    add = command("add", "store a session", session)
    _session_options(add)
    add.add_argument("--status", default="planned", help="planned or done")
    json_flag(add)
    json_flag(command("list", "list your sessions", session))
    command("cancel", "cancel a session; it stays in the list", session).add_argument("id", metavar="ID")

    _check_in(commands, everywhere)

    alerts = command("alerts", "what is due").add_subparsers(
        dest="action", metavar="list|deliver|install|remove|status", required=True, parser_class=_OneLineParser
    )
    json_flag(command("list", "list the alerts that are still to come", alerts))
    deliver = command("deliver", "show every alert that is due, once", alerts)
    deliver.add_argument("--now", metavar="ISO", help="deliver as if it were this moment")

    command("install", "let the system wake the alerts while the app is closed", alerts)
    command("remove", "take that out again, completely", alerts)
    json_flag(command("status", "what the system holds", alerts))
    # Started by the desktop at login, not by people.
    hidden: Any = alerts
    hidden.add_parser("agent", parents=[everywhere]).set_defaults(now=None)

    check = command("check-content", "check every content file, and print each fault with file and line")
    check.add_argument("--content", metavar="DIR", help="another content folder")
    check.add_argument("--facts", metavar="FILE", help="check too that each of these statements is used or withheld")

    export = command("export", "write your data into a file: a backup of everything")
    export.add_argument("kind", metavar="backup")
    export.add_argument("file", metavar="FILE")
    restore = command("restore", "put a backup in: all of it or nothing")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--preview", action="store_true", help="say what is in it, and change nothing")
    restore.add_argument("--replace", action="store_true", help="instead of putting both together; a copy is kept")
    for either in (export, restore):
        either.add_argument("--passphrase-file", metavar="F", help="a file whose first line is the passphrase")

    clinic = command("clinic-plan", "say what a plan from your clinic would change; store nothing")
    clinic.add_argument("file", metavar="FILE")
    clinic.add_argument("--now", metavar="ISO", help="as if it were this moment")
    json_flag(clinic)

    shots = command("shots", "draw every screen of an example patient")
    shots.add_argument("--out", required=True, metavar="DIR")
    shots.add_argument("--size", choices=["phone", "desktop"])
    shots.add_argument("--theme", choices=["light", "dark"])
    shots.add_argument("--text", choices=["1.0", "1.3", "2.0"])
    shots.add_argument("--now", metavar="ISO")
    return parser


def _session_options(to: argparse.ArgumentParser) -> None:
    to.add_argument("protocol", metavar="PROTOCOL")
    to.add_argument("--start", required=True, metavar="2026-11-25T10:00", help="the clinic's clock time")
    to.add_argument("--zone", required=True, metavar="Europe/Berlin", help="the clinic's time zone")
    to.add_argument("--minutes", default="30", metavar="30", help="how long the session takes")
    to.add_argument("--technique")
    to.add_argument("--area")
    to.add_argument("--product")


def _check_in(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    made = commands.add_parser("check-in", help="say how the skin is, and get advice", parents=[everywhere])
    made.add_argument("symptoms", nargs="*", metavar="SYMPTOM=none|mild|medium|strong")
    made.add_argument("--trend", nargs="*", action=_EachOrEmpty, default=[], metavar="SYMPTOM=better|same|worse")
    made.add_argument("--sign", nargs="*", action=_EachOrEmpty, default=[], metavar="SIGN", help="a warning sign")

    def one(option: str, metavar: str, help: str | None = None) -> None:
        # Left without a value it is an empty one, whose refusal says what is accepted.
        made.add_argument(option, nargs="?", const="", metavar=metavar, help=help)

    one("--temperature", "38.2C|100.8F")
    one("--at", "ISO", "the moment it is about; now without it")
    one("--session", "ID", "the session it is about; the latest without it")
    made.add_argument("--note", default="", metavar="TEXT")
    made.add_argument("--dry-run", action="store_true", help="store nothing")
    one("--protocol", "P", "with --dry-run: a protocol instead of a session")
    one("--technique", "T", "with --dry-run --protocol")
    one("--hours", "H", "with --dry-run --protocol: hours since the session's end")
    made.add_argument("--json", action="store_true", help="print JSON")
