"""Where plans of clinics come in."""
from __future__ import annotations

from typing import Protocol

from aftercare.core.clinic_plan import SignedPlan


class PlanReader(Protocol):
    """Reads a plan that a clinic signed. Every call raises PlanRefused and no other error."""

    def read(self, path: str) -> SignedPlan:
        """The plan in a file."""
        ...

    def from_bytes(self, content: bytes) -> SignedPlan:
        """The plan in what was scanned or shared."""
        ...
