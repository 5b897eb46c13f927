"""What the command line accepts. Every refusal is one line on stderr and exit status 2.

The options of a command are made when that command was asked for: those of all of them take longer than parsing.
"""
from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from aftercare.cli import options
from aftercare.words import languages

WINDOW_COMMANDS = (None, "shots")


class _Help(argparse.HelpFormatter):
    """Help of one width: argparse would ask for that of the terminal at every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=78)


class _OneLineParser(argparse.ArgumentParser):
    """argparse prints its whole usage before an error; a patient's script wants the one line.

    `takes` adds what this parser takes, once it is asked to parse.
    """

    def __init__(self, takes: Callable[[Any], None], **settings: Any) -> None:
        super().__init__(formatter_class=_Help, **settings)
        self._takes: Callable[[Any], None] | None = takes

    def error(self, message: str) -> NoReturn:
        for before, after in (("argument ", ""), ("the following arguments are required: ", "needed and missing: ")):
            message = message.replace(before, after)
        sys.stderr.write(f"{self.prog}: {message}\n")
        raise SystemExit(2)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but the symptoms of a check-in may also stand behind an option."""
        takes, self._takes = self._takes, None
        if takes is not None:
            _everywhere(self)
            takes(self)
        found, rest = super().parse_known_args(args, namespace)
        if hasattr(found, "symptoms"):
            found.symptoms = [*found.symptoms, *(text for text in rest if not text.startswith("-"))]
            rest = [text for text in rest if text.startswith("-")]
        return found, rest


def build_parser() -> argparse.ArgumentParser:
    """The parser of main.py; without a command it opens the app."""
    return _OneLineParser(_commands, prog="aftercare", description="What is OK after mesotherapy, and when.")


def _everywhere(to: Any) -> None:
    # Accepted before and after the command; without SUPPRESS the second place would erase the first.
    to.add_argument("--home", default=argparse.SUPPRESS, metavar="DIR", help="the data folder")
    to.add_argument(
        "--lang", choices=languages(), default=argparse.SUPPRESS, help="speak this language instead of the chosen one"
    )
    to.add_argument("--verbose", action="store_true", default=argparse.SUPPRESS, help="show the log")


def _commands(to: Any) -> None:
    to.add_argument("--bench-first-frame", action="store_true", help=argparse.SUPPRESS)
    commands = to.add_subparsers(dest="command", metavar="COMMAND", parser_class=_OneLineParser)

    def command(name: str, help: str, takes: Callable[[Any], None]) -> None:
        commands.add_parser(name, help=help, takes=takes)

    command("protocols", "list the protocols with their techniques, areas and products", options.as_json)
    command("plan", "derive a plan without storing anything", options.plan)
    command("session", "your own sessions", _session)
    command("check-in", "say how the skin is, and get advice", options.check_in)
    command("alerts", "what is due", _alerts)
    command("check-content", "check every content file, and print each fault with file and line", options.check_content)
    command("export", "write your data into a file: a backup of everything", options.export)
    command("restore", "put a backup in: all of it or nothing", options.restore)
    command("clinic-plan", "say what a plan from your clinic would change; store nothing", options.clinic_plan)
    command("shots", "draw every screen of an example patient", options.shots)


def _session(to: Any) -> None:
    actions = to.add_subparsers(dest="action", metavar="add|list|cancel", required=True, parser_class=_OneLineParser)
    actions.add_parser("add", help="store a session", takes=options.session_add)
    actions.add_parser("list", help="list your sessions", takes=options.as_json)
    actions.add_parser("cancel", help="cancel a session; it stays in the list", takes=options.session_cancel)


def _alerts(to: Any) -> None:
    actions = to.add_subparsers(
        dest="action", metavar="list|deliver|install|remove|status", required=True, parser_class=_OneLineParser
    )

    def action(name: str, help: str, takes: Callable[[Any], None]) -> None:
        actions.add_parser(name, help=help, takes=takes)

    action("list", "list the alerts that are still to come", options.as_json)
    action("deliver", "show every alert that is due, once", options.deliver)
    action("install", "let the system wake the alerts while the app is closed", options.none)
    action("remove", "take that out again, completely", options.none)
    action("status", "what the system holds", options.as_json)
    # Started by the desktop at login, not by people: no help names it.
    actions.add_parser("agent", takes=lambda agent: agent.set_defaults(now=None))
