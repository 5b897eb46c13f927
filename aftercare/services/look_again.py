"""The patient asks to be reminded of their skin, and takes it back."""
from __future__ import annotations

from datetime import datetime

from aftercare.core import look_again
from aftercare.core.errors import InvalidInput
from aftercare.core.instants import zone_named
from aftercare.core.look_again import LookAgain
from aftercare.core.observation import Observation
from aftercare.core.ports import SettingsRepository
from aftercare.words import gettext as _


def remind(
    settings: SettingsRepository,
    observation: Observation,
    at: datetime,
    now: datetime,
    zone: str,
    wall: str = "",
    at_night: bool = False,
) -> LookAgain:
    """Remind of a check-in at an instant (UTC); a second wish for the same one takes the place of the first.

    `wall`: it keeps this wall time of the device. `at_night`: quiet hours do not hold it back. Raises InvalidInput for
    a moment that is past.
    """
    if at <= now:
        raise InvalidInput("reminder", _("Reminder: this moment is past. Choose a later one."))
    day = at.astimezone(zone_named(zone)).date()
    made = LookAgain(observation.id, observation.session_id or "", at.replace(microsecond=0), day, wall, at_night)
    settings.put(look_again.SETTING, look_again.added(_kept(settings), made, now))
    return made


def forget(settings: SettingsRepository, check_in: str) -> LookAgain | None:
    """Take back the reminder of a check-in; returns it, None where there was none."""
    kept = look_again.set_for(_kept(settings), check_in)
    if kept is not None:
        settings.put(look_again.SETTING, look_again.removed(_kept(settings), check_in))
    return kept


def put_back(settings: SettingsRepository, reminder: LookAgain, now: datetime) -> None:
    """The reminder as it was before it was taken back."""
    settings.put(look_again.SETTING, look_again.added(_kept(settings), reminder, now))


def _kept(settings: SettingsRepository) -> dict[str, str]:
    return {look_again.SETTING: settings.get(look_again.SETTING)}
