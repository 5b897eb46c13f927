"""What damage has cost: to be told to the patient."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from aftercare.words import ngettext


@dataclass(frozen=True, slots=True)
class Loss:
    """`records` that could not be read, at least; from `tables`, as far as that is known.

    `kept` is the file name under which the damaged file was kept, empty as long as nothing was saved since.
    """

    records: int
    tables: tuple[str, ...] = ()
    kept: str = ""

    @property
    def sentence(self) -> str:
        """What happened, in the patient's words."""
        return ngettext(
            "{count} entry of your data file was damaged and is lost. All the others are here.",
            "{count} entries of your data file were damaged and are lost. All the others are here.",
            self.records,
        ).format(count=self.records)


class Losses(Protocol):
    """Where the patient's data lies, as far as damage to it is concerned. Both calls may raise DataError."""

    def losses(self) -> tuple[Loss, ...]:
        """What was lost and not told yet."""
        ...

    def losses_told(self) -> None:
        """The patient has read it; the damaged file stays kept."""
        ...
