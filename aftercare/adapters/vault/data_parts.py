"""All that is sealed in a data folder, in the order in which it is."""
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aftercare.adapters.vault.journal_part import JournalPart
from aftercare.adapters.vault.sealed_photos import PhotoPart
from aftercare.adapters.vault.whole_files import Leftovers, WholeFiles
from aftercare.core.photo_port import PhotoFiles
from aftercare.core.vault_port import Part


def data_parts(data_file: Path, photos: PhotoFiles, photo_folder: Path, *more: Part) -> tuple[Part, ...]:
    """The parts of a folder; `more` come last.

    Files kept beside the data file (`aftercare.json.damaged-…`, `.before-…`) come twice: unsealed before the data file,
    which then finds records in them, and sealed after it, as it may keep another one aside.
    """
    home = data_file.parent

    def beside() -> Iterable[Path]:
        return (path for path in home.glob(f"{data_file.name}.*") if path.is_file())

    whole = WholeFiles(beside)
    return (Leftovers(home, photo_folder), whole, JournalPart(data_file), whole, PhotoPart(photos), *more)
