"""Aftercare. Without a command this opens the app; with one it works on the same data and imports no Kivy."""
from __future__ import annotations

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aftercare.cli.outside import Outside
    from aftercare.core.alarm_port import AlarmScheduler
    from aftercare.core.clinic_plan_port import PlanReader
    from aftercare.core.errors import ContentFault
    from aftercare.core.facts import FactReport
    from aftercare.core.notify_port import Notifier
    from aftercare.services.alarm_agent import Turn
    from aftercare.services.backup import Backups
    from aftercare.services.closed_lock import ClosedLock
    from aftercare.services.locked_alerts import LockedAlerts


def main(arguments: list[str] | None = None) -> int:
    """Parse, wire, run. Returns the exit status: 0 done, 1 done with faults, 2 refused."""
    from aftercare import language
    from aftercare.cli.parser import WINDOW_COMMANDS, build_parser

    args = build_parser().parse_args(arguments)
    home = data_folder(getattr(args, "home", None))
    language.ask_for(getattr(args, "lang", "") or ("en" if args.command == "shots" else ""))
    if args.command in WINDOW_COMMANDS:
        return open_window(args, home)
    from aftercare.core.data_errors import DataError
    from aftercare.core.errors import ContentFault, InvalidInput

    try:
        from aftercare.cli import commands

        finish_erasing(home)
        outside = wire(home)
        outside.speak()
        return commands.run(args, outside)
    except (InvalidInput, ContentFault, DataError) as refused:
        print(f"aftercare: {refused}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is left to print has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def data_folder(given: str | None) -> Path:
    """The folder named on the command line, else AFTERCARE_HOME, else the system's place for an app's data."""
    named = given or os.environ.get("AFTERCARE_HOME")
    if named:
        return Path(named).expanduser()
    return usual_folder()


def usual_folder() -> Path:
    """The system's place for an app's data."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Aftercare", appauthor=False))


def wire(home: Path) -> Outside:
    """The commands' view of the outside: this folder, this system's clock and notifications."""
    from aftercare.adapters.clock import SystemClock
    from aftercare.adapters.content import FileCatalogue
    from aftercare.adapters.store import Store
    from aftercare.adapters.vault.key_look import KeyLook
    from aftercare.cli.outside import Outside
    from aftercare.services.closed_lock import ClosedLock

    def notifier() -> Notifier:
        from aftercare.adapters.notifier import PlyerNotifier

        return PlyerNotifier()

    def agent_turn() -> Turn:
        from aftercare.adapters.alarms.agent_turn import AgentTurn

        return AgentTurn(home)

    def backups() -> Backups:
        from aftercare.adapters.backup_ports import backup_ports
        from aftercare.services.backup import Backups

        return Backups(backup_ports(store, lock.sealer), clock)

    def clinic_plans() -> PlanReader:
        from aftercare.adapters.clinic_plan_file import PlanFiles

        return PlanFiles()

    def locked_alerts() -> LockedAlerts[ClosedLock]:
        from aftercare.adapters.vault.neutral_file import FolderNeutralFile
        from aftercare.services.locked_alerts import LockedAlerts

        return LockedAlerts(lock, FolderNeutralFile(home), os.urandom)

    def open_settings() -> Mapping[str, str]:
        from aftercare.adapters.vault.neutral_file import FolderNeutralFile
        from aftercare.services.locked_alerts import NeutralSettings

        return NeutralSettings(FolderNeutralFile(home)).all()

    def content_faults(folder: str | None) -> list[ContentFault]:
        from aftercare.adapters.content import CONTENT_DIR
        from aftercare.adapters.house_words import wording_faults

        catalogue = FileCatalogue(Path(folder)) if folder else FileCatalogue()
        return [*catalogue.faults(), *wording_faults(Path(folder) if folder else CONTENT_DIR)]

    def translation_faults(folder: str | None) -> list[ContentFault] | None:
        from aftercare.adapters.content import CONTENT_DIR
        from aftercare.adapters.translations_file import missing_translations

        return missing_translations(Path(folder) if folder else CONTENT_DIR)

    def fact_report(folder: str | None, records: str) -> FactReport:
        from aftercare.adapters.content import CONTENT_DIR
        from aftercare.adapters.facts_file import check_facts

        return check_facts(Path(folder) if folder else CONTENT_DIR, Path(records))

    def speak() -> None:
        from aftercare import language
        from aftercare.adapters.system_language import system_language
        from aftercare.core.data_errors import DataError

        try:
            settings = open_settings() if lock.is_locked else store.settings.all()
        except DataError:
            # Whoever needs the data says what is wrong with it.
            settings = {}
        language.follow(settings, system_language())

    lock = ClosedLock(KeyLook(home))
    clock = SystemClock()
    store = Store(home, lock.sealer, clock)
    return Outside(
        catalogue=FileCatalogue(),
        clock=clock,
        sessions=store.sessions,
        overrides=store.overrides,
        observations=store.observations,
        journal=store.journal,
        settings=store.settings,
        locked_alerts=locked_alerts,
        notifier=notifier,
        scheduler=lambda: scheduler_of(home),
        agent_turn=agent_turn,
        backups=backups,
        clinic_plans=clinic_plans,
        speak=speak,
        content_faults=content_faults,
        translation_faults=translation_faults,
        fact_report=fact_report,
    )


def scheduler_of(home: Path) -> AlarmScheduler:
    """The way in which this system wakes us for the alerts of a data folder."""
    from aftercare.adapters.alarms.choose import choose
    from aftercare.adapters.clock import SystemClock

    return choose(home, SystemClock(), usual_home=usual_folder())


def finish_erasing(home: Path) -> None:
    """Go on with a deletion of all data that was interrupted. Raises DataError."""
    if (home / ".erasing").exists() or (home / ".erasing-logs").exists():
        from aftercare.adapters.backup_ports import backup_ports
        from aftercare.adapters.clock import SystemClock
        from aftercare.adapters.store import Store
        from aftercare.services.erase import Eraser

        Eraser(backup_ports(Store(home)), SystemClock(), lambda: scheduler_of(home)).finish_interrupted()


def open_window(args: Namespace, home: Path) -> int:
    """Open the app, or draw its screens; the terminal stays clean, Kivy's log goes to the data folder."""
    import tempfile

    from screens.start import prepare_kivy

    verbose = getattr(args, "verbose", False)
    if args.command == "shots":
        # Twice the pixels, as on a phone; the data folder of the person at the keyboard is not touched.
        with tempfile.TemporaryDirectory() as nowhere:
            prepare_kivy(Path(nowhere), verbose, density=2)
            from screens.shots import draw

            return int(draw(args))
    from aftercare.core.data_errors import DataError

    # Another window that is open finishes it as well, and the next start tries again.
    with contextlib.suppress(DataError):
        finish_erasing(home)
    prepare_kivy(home, verbose)
    from screens.app import open_app

    return int(open_app(home, lambda: scheduler_of(home), first_frame_only=args.bench_first_frame))


if __name__ == "__main__":
    sys.exit(main())
