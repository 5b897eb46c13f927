"""100,000 strange backups are opened, looked through and put together with data: nothing but a refusal comes out.

Another number: BENCH_FUZZ=1000000. Another start of chance: BENCH_SEED=7.
"""
from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path
from random import Random

from aftercare.adapters.backup_files import FolderBackups
from aftercare.core import backup_merge
from aftercare.core.backup import counts_of
from aftercare.core.backup_errors import BackupRefused, Fault
from aftercare.core.rows import Rows
from aftercare.services.backup import rows_in
from bench.result import Result
from bench.strange_backups import CHEAP, PASSWORD, seeds, strange

CASES = int(os.environ.get("BENCH_FUZZ", "100000"))
SEED = int(os.environ.get("BENCH_SEED", "1"))


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        files = FolderBackups(Path(folder), cost=CHEAP)
        known = seeds(Path(folder))
        here = good_rows(files, known[0])
        chance = Random(SEED)
        opened, faults, failed = 0, set[Fault](), 0
        for number in range(CASES):
            content = strange(chance, known)
            try:
                put_together(files, content, here)
                opened += 1
            except BackupRefused as refused:
                faults.add(refused.fault)
            except Exception as error:
                failed += 1
                print(f"case {number} of seed {SEED}: {type(error).__name__}: {error}")
    note = f"{CASES:,} cases, {opened:,} of them whole after all, {len(faults)} kinds of refusal"
    return [Result("fuzz_restore: backups that raise anything but a refusal", failed, 0, "cases", note)]


def good_rows(files: FolderBackups, content: bytes) -> Rows:
    """The rows of a good backup."""
    return rows_in(files.opened(io.BytesIO(content), Path("x")))


def put_together(files: FolderBackups, content: bytes, here: Rows) -> None:
    """All that restoring does with bytes from outside. Raises BackupRefused."""
    found = files.opened(io.BytesIO(content), Path("x"), PASSWORD)
    theirs = rows_in(found)
    found.verify()
    merged = backup_merge.merge(here, theirs)
    backup_merge.merge(merged.rows, theirs)
    backup_merge.replace(here, theirs)
    backup_merge.lost_by_replacing(here, theirs)
    counts_of(theirs)
