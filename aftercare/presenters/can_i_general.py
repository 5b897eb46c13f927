"""What holds without a session: the times of all procedures together."""
from __future__ import annotations

from collections.abc import Iterable

from aftercare.core.protocol import CareProtocol, ElapsedHours, Phase
from aftercare.presenters import wording
from aftercare.words import gettext as _


def after_hours(protocols: Iterable[CareProtocol], activity_id: str) -> tuple[float, float] | None:
    """The shortest and the longest limit after a session, in hours; each procedure counts with its longest.

    None where no procedure has one.
    """
    ends = [
        rule.end.max
        for protocol in protocols
        for rule in protocol.rules
        if rule.activity == activity_id and rule.phase is Phase.AFTER and isinstance(rule.end, ElapsedHours)
    ]
    return (min(ends), max(ends)) if ends else None


def general_wait(hours: tuple[float, float]) -> str:
    """ "1 to 3 days after a session"."""
    return _("{time} after a session").format(time=wording.capital(wording.length_range(hours)))
