"""The automatic backup, which the background delivery makes too."""
from __future__ import annotations

from typing import TYPE_CHECKING

from aftercare.core.backup_settings import BACKUP_FOLDER
from aftercare.core.data_errors import DataError

if TYPE_CHECKING:
    from aftercare.cli.outside import Outside


def back_up_if_due(outside: Outside) -> None:
    """Make it when it is time; behind a code nothing is known of it, and the window makes it up."""
    try:
        if not outside.settings.get(BACKUP_FOLDER):
            return
    except DataError:
        return
    from aftercare.services.auto_backup import AutoBackups

    saved = AutoBackups(outside.backups()).run_if_due()
    if saved is not None:
        print(f"Backup: {saved.path}")
