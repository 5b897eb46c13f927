"""What a patient does around a session, and what the clinic does in it: steps with times."""
from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aftercare.core.protocol import Source
from aftercare.core.review import Review


class StepPhase(StrEnum):
    """When a step is done. DURING is what happens at the clinic; the patient ticks the other three."""

    BEFORE = "before"
    DAY = "day"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class CareStep:
    """One step.

    `from_hours` to `to_hours`: hours from the session's start (before, day, during; negative is earlier) or from its
    end (after); None where no time is known. `protocols`, `areas`, `techniques`: empty means all. `say`: what to ask
    the clinic, where the step is a question; else empty. `ours`: why the step or its time is there although no source
    asks for it; empty where one does.
    """

    id: str
    phase: StepPhase
    title: str
    hint: str
    why: str
    sources: tuple[Source, ...] = ()
    protocols: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    from_hours: float | None = None
    to_hours: float | None = None
    ours: str = ""
    say: str = ""

    def applies(self, protocol: str, area: str | None = None, technique: str | None = None) -> bool:
        """Whether the step is for a session of this kind. A choice that is not known keeps only the general steps."""
        return all(
            not wanted or given in wanted
            for wanted, given in ((self.protocols, protocol), (self.areas, area), (self.techniques, technique))
        )


@dataclass(frozen=True, slots=True)
class CareSteps:
    """All steps, in the order in which they are shown."""

    review: Review
    steps: tuple[CareStep, ...]

    def of(
        self, phase: StepPhase, protocol: str, area: str | None = None, technique: str | None = None
    ) -> tuple[CareStep, ...]:
        """The steps of a phase for one session."""
        return tuple(step for step in self.steps if step.phase is phase and step.applies(protocol, area, technique))
