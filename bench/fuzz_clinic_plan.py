"""100,000 strange plans of clinics are read and held against a session: nothing but a refusal comes out.

Another number: BENCH_FUZZ=1000000. Another start of chance: BENCH_SEED=7.
"""
from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from aftercare.adapters.clinic_plan_file import PlanFiles
from aftercare.adapters.content import FileCatalogue
from aftercare.core.clinic_plan_errors import PlanFault, PlanRefused
from aftercare.core.ports import Catalogue
from aftercare.core.session import Session, new_session
from aftercare.presenters.clinic_plan_words import plan_lines, refusal_words
from aftercare.services.clinic_plan import PlanPreview, preview
from bench.result import Result
from bench.strange_plans import seeds, strange

CASES = int(os.environ.get("BENCH_FUZZ", "100000"))
SEED = int(os.environ.get("BENCH_SEED", "1"))
NOW, ZONE = datetime(2026, 6, 9, 12, tzinfo=UTC), "Europe/Berlin"


@dataclass(slots=True)
class Seen:
    """What became of the cases."""

    whole: int = 0
    failed: int = 0
    faults: set[PlanFault] = field(default_factory=set)


def run() -> list[Result]:
    catalogue, seen, chance, known = FileCatalogue(), Seen(), Random(SEED), seeds()
    sessions = their_sessions(catalogue)
    for number in range(CASES):
        content = strange(chance, known)
        try:
            read_and_shown(content, catalogue, sessions)
            seen.whole += 1
        except PlanRefused as refused:
            seen.faults.add(refused.fault)
        except Exception as error:
            seen.failed += 1
            print(f"case {number} of seed {SEED}: {type(error).__name__}: {error}")
    note = f"{CASES:,} cases, {seen.whole:,} of them whole after all, {len(seen.faults)} kinds of refusal"
    return [Result("fuzz_clinic_plan: plans that raise anything but a refusal", seen.failed, 0, "cases", note)]


def their_sessions(catalogue: Catalogue) -> tuple[Session, ...]:
    """The sessions of a patient for whom the good plans are."""
    protocol, wall = catalogue.protocol("face-injection"), datetime(2026, 6, 8, 15)
    made = new_session("s1", protocol, wall, ZONE, technique="papule")
    return made, new_session("s2", protocol, wall + timedelta(days=21), ZONE)


def read_and_shown(content: bytes, catalogue: Catalogue, sessions: tuple[Session, ...]) -> PlanPreview:
    """All that is done with bytes from outside, to the last sentence. Raises PlanRefused."""
    try:
        found = preview(PlanFiles().from_bytes(content), catalogue, sessions, (), (), NOW, ZONE)
    except PlanRefused as refused:
        refusal_words(refused, catalogue)
        raise
    plan_lines(found, catalogue, NOW, ZONE)
    return found
