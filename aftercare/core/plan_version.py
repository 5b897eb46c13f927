"""Whether a session is planned by the version of its protocol that it was made with."""
from __future__ import annotations

from enum import StrEnum

from aftercare.core.protocol import CareProtocol
from aftercare.core.session import Session


class PlanVersion(StrEnum):
    """The version a session was made with, against that of the protocol at hand."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"


def plan_version(session: Session, protocol: CareProtocol) -> PlanVersion:
    """NEWER: the session's own hours are not known here, and these may be others. A plan is not rewritten silently."""
    if session.version == protocol.version:
        return PlanVersion.SAME
    return PlanVersion.NEWER if session.version > protocol.version else PlanVersion.OLDER
