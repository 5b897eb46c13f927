"""What a check-in is measured by: the session it belongs to, how long that is ago, and what its protocol expects."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from aftercare.core.expected import latest_hours
from aftercare.core.protocol import CareProtocol, ExpectedEffect
from aftercare.core.red_flags import AdviceContent, SymptomRule
from aftercare.core.session import Session


@dataclass(frozen=True, slots=True)
class Setting:
    """`hours` since the session's end. That, the session and its protocol are None where they are not known.

    `needle_free`: the session did not pierce the skin.
    """

    hours: float | None
    session: Session | None
    protocol: CareProtocol | None
    needle_free: bool

    def effect(self, rule: SymptomRule) -> ExpectedEffect | None:
        """When the symptom is expected, by its own times or by those of the symptom it is like."""
        return self._own(rule.id) or (self._own(rule.like) if rule.like else None)

    def lists(self, symptom: str) -> bool:
        """Whether the protocol itself expects the symptom."""
        return self._own(symptom) is not None

    def latest(self, effect: ExpectedEffect) -> float:
        """Hours from the session's end from which the symptom asks for the clinic."""
        return latest_hours(effect, self.session)

    def _own(self, symptom: str) -> ExpectedEffect | None:
        technique = self.session.technique if self.session else None
        found = self.protocol.effects_for(technique) if self.protocol else ()
        named = [effect for effect in found if effect.symptom == symptom]
        return max(named, key=lambda effect: effect.technique, default=None)


def setting_at(
    at: datetime, session: Session | None, protocol: CareProtocol | None, content: AdviceContent
) -> Setting:
    """The setting of a check-in about a UTC instant."""
    return Setting(
        hours=hours_since(session, at),
        session=session,
        protocol=protocol,
        needle_free=protocol is not None and protocol.id in content.needle_free,
    )


def hours_since(session: Session | None, at: datetime) -> float | None:
    """Elapsed hours from the session's end, 0 while it lasts.

    None without a session, before its start, and after one that was cancelled.
    """
    if session is None or session.cancelled or at < session.start:
        return None
    return max(0.0, (at - session.end) / timedelta(hours=1))
