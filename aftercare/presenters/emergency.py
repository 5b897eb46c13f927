"""The emergency number: the patient's own, else that of the country the device is in, else 112."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare import regions
from aftercare.core.errors import ContentFault
from aftercare.core.help import DEFAULT_NUMBER, own_number
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """The number, and one line on where it comes from; the line is empty for the patient's own."""

    number: str
    source: str


def signs_in_short() -> tuple[str, str]:
    """Every emergency sign in two lines, for where the list itself has no room or cannot be read."""
    return (
        _("Hard to breathe or swallow, swollen lips or tongue, fainting, sight changes"),
        _("Drooping face, weak arm, slurred speech, confusion, blue or grey skin"),
    )


def emergency(snapshot: Snapshot | None) -> EmergencyNumber:
    """The number to call. Stands with damaged data or content too: then it is 112, and says that it may differ."""
    own = own_number(snapshot.settings) if snapshot else ""
    if own:
        return EmergencyNumber(own, "")
    country = regions.country_of(snapshot.zone) if snapshot else ""
    number = _known(snapshot).get(country) if country else None
    if number:
        return EmergencyNumber(number, _("Country: {country}").format(country=regions.country_name(country)))
    return EmergencyNumber(DEFAULT_NUMBER, _("The number may differ where you are."))


def _known(snapshot: Snapshot | None) -> dict[str, str]:
    if snapshot is None or snapshot.emergency_numbers is None:
        return {}
    try:
        return dict(snapshot.emergency_numbers())
    except ContentFault:
        return {}
