"""From a check-in to one advice. Pure and deterministic: the worst single rule wins, unknown input never calms."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.observation import Observation
from aftercare.core.protocol import CareProtocol
from aftercare.core.red_flags import AdviceContent, Call, Tier
from aftercare.core.session import Session

__all__ = ["Advice", "AdviceContent", "Call", "Tier", "advise"]


@dataclass(frozen=True, slots=True)
class Advice:
    """What a check-in comes to.

    `reasons` are finished sentences, the most urgent first, and `keys` names the rule of each ("pus", "worse.redness").
    `do_now` what to do, `changes` what would change the advice, `look_again_after` hours until the next look or None.
    """

    tier: Tier
    reasons: tuple[str, ...]
    do_now: tuple[str, ...]
    call: Call
    look_again_after: int | None
    changes: tuple[str, ...]
    keys: tuple[str, ...] = ()


def advise(
    observation: Observation,
    previous: Observation | None,
    session: Session | None,
    protocol: CareProtocol | None,
    content: AdviceContent,
) -> Advice:
    """The advice for a check-in. `previous`: the last one before it of the same session.

    `session` or `protocol` None: hours and expected symptoms are not known, so anything that is there asks for the
    clinic.
    """
    raise NotImplementedError
