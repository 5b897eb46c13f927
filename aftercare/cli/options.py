"""What each command takes, added to its parser."""
from __future__ import annotations

import argparse
from typing import Any


class _EachOrEmpty(argparse.Action):
    """Collects the values of an option that is given several times; without one, a text that its reader refuses."""

    def __call__(self, _parser: Any, namespace: Any, values: Any, _option: Any = None) -> None:
        setattr(namespace, self.dest, [*getattr(namespace, self.dest), *(values or [""])])


def none(to: Any) -> None:
    """A command without options of its own."""


def as_json(to: Any) -> None:
    to.add_argument("--json", action="store_true", help="print JSON")


def plan(to: Any) -> None:
    _session_options(to)
    to.add_argument("--now", metavar="ISO", help="show the states at this moment")
    as_json(to)


def session_add(to: Any) -> None:
    _session_options(to)
    to.add_argument("--status", default="planned", help="planned or done")
    as_json(to)


def session_cancel(to: Any) -> None:
    to.add_argument("id", metavar="ID")


def _session_options(to: Any) -> None:
    to.add_argument("protocol", metavar="PROTOCOL")
    to.add_argument("--start", required=True, metavar="2026-11-25T10:00", help="the clinic's clock time")
    to.add_argument("--zone", required=True, metavar="Europe/Berlin", help="the clinic's time zone")
    to.add_argument("--minutes", default="30", metavar="30", help="how long the session takes")
    to.add_argument("--technique")
    to.add_argument("--area")
    to.add_argument("--product")


def check_in(to: Any) -> None:
    to.add_argument("symptoms", nargs="*", metavar="SYMPTOM=none|mild|medium|strong")
    to.add_argument("--trend", nargs="*", action=_EachOrEmpty, default=[], metavar="SYMPTOM=better|same|worse")
    to.add_argument("--sign", nargs="*", action=_EachOrEmpty, default=[], metavar="SIGN", help="a warning sign")

    def one(option: str, metavar: str, help: str | None = None) -> None:
        # Left without a value it is an empty one, whose refusal says what is accepted.
        to.add_argument(option, nargs="?", const="", metavar=metavar, help=help)

    one("--temperature", "38.2C|100.8F")
    one("--at", "ISO", "the moment it is about; now without it")
    one("--session", "ID", "the session it is about; the latest without it")
    to.add_argument("--note", default="", metavar="TEXT")
    to.add_argument("--dry-run", action="store_true", help="store nothing")
    one("--protocol", "P", "with --dry-run: a protocol instead of a session")
    one("--technique", "T", "with --dry-run --protocol")
    one("--hours", "H", "with --dry-run --protocol: hours since the session's end")
    as_json(to)


def deliver(to: Any) -> None:
    to.add_argument("--now", metavar="ISO", help="deliver as if it were this moment")


def check_content(to: Any) -> None:
    to.add_argument("--content", metavar="DIR", help="another content folder")
    to.add_argument("--facts", metavar="FILE", help="check too that each of these statements is used or withheld")


def export(to: Any) -> None:
    to.add_argument("kind", metavar="backup")
    to.add_argument("file", metavar="FILE")
    _passphrase(to)


def restore(to: Any) -> None:
    to.add_argument("file", metavar="FILE")
    to.add_argument("--preview", action="store_true", help="say what is in it, and change nothing")
    to.add_argument("--replace", action="store_true", help="instead of putting both together; a copy is kept")
    _passphrase(to)


def _passphrase(to: Any) -> None:
    to.add_argument("--passphrase-file", metavar="F", help="a file whose first line is the passphrase")


def clinic_plan(to: Any) -> None:
    to.add_argument("file", metavar="FILE")
    to.add_argument("--now", metavar="ISO", help="as if it were this moment")
    as_json(to)


def shots(to: Any) -> None:
    to.add_argument("--out", required=True, metavar="DIR")
    to.add_argument("--size", choices=["phone", "desktop"])
    to.add_argument("--theme", choices=["light", "dark"])
    to.add_argument("--text", choices=["1.0", "1.3", "2.0"])
    to.add_argument("--now", metavar="ISO")
