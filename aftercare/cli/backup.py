"""The commands about files out and in: a backup of all data, and putting one in."""
from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from aftercare.cli.outside import Outside
from aftercare.core.backup import Mode
from aftercare.core.errors import InvalidInput
from aftercare.presenters import wording
from aftercare.presenters.backup_words import in_words, preview_words

_MOST_PASSWORD = 4096


def export(args: Namespace, outside: Outside) -> int:
    """Write a backup."""
    if args.kind != "backup":
        raise InvalidInput("kind", f'kind: "{args.kind}" is not known. Use one of: backup.')
    saved = outside.backups().save(str(Path(args.file).expanduser()), _password(args))
    print(f"Saved: {saved.path} ({in_words(saved.counts)})")
    if saved.missing_photos:
        print(f"Photos that could not be read and are not in it: {saved.missing_photos}", file=sys.stderr)
    return 1 if saved.missing_photos else 0


def restore(args: Namespace, outside: Outside) -> int:
    """Put a backup in, or print what that would do."""
    path, password = str(Path(args.file).expanduser()), _password(args)
    backups = outside.backups()
    if args.preview:
        found = backups.look(path, password)
        print(f"Made: {wording.local(found.made_at, outside.clock.zone()):%Y-%m-%d %H:%M}")
        print(f"Backup: {preview_words(found)}")
        print(f"Here: {in_words(found.here)}")
        print(f"Only in the backup: {in_words(found.added)}")
        print(f"Replacing would take away: {in_words(found.lost)}")
        return 0
    done = backups.restore(path, Mode.REPLACE if args.replace else Mode.MERGE, password)
    print(f"Put in: {in_words(done.added)}")
    if done.updated.total:
        print(f"Newer in the backup: {in_words(done.updated)}")
    if done.kept.total or done.set_aside:
        print(f"Second versions kept: {done.kept.total + done.set_aside}")
    if done.copy:
        print(f"What was here before: {done.copy}")
    if done.missing_photos:
        print(f"Photos that are missing: {done.missing_photos}", file=sys.stderr)
    return 0


def _password(args: Namespace) -> str:
    """The first line of the file; a password on the command line would stand in every list of programs."""
    if not args.passphrase_file:
        return ""
    try:
        with open(Path(args.passphrase_file).expanduser(), encoding="utf-8") as file:
            line = file.readline(_MOST_PASSWORD).rstrip("\r\n")
    except (OSError, ValueError):
        raise InvalidInput(
            "passphrase-file", f'passphrase-file: "{args.passphrase_file}" cannot be read. Use a text file.'
        ) from None
    if not line:
        raise InvalidInput("passphrase-file", "passphrase-file: its first line is empty. Put the passphrase there.")
    return line
