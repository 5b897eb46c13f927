"""The settings of automatic backups, by name. They stay on their device."""
from __future__ import annotations

BACKUP_FOLDER, BACKUP_LAST, BACKUP_TRIED = "backup_folder", "backup_last", "backup_tried"
BACKUP_PASSWORD, BACKUP_PROBLEM = "backup_password", "backup_problem"
BACKUP_MARK, BACKUP_PLACES = "backup_mark", "backup_places"
