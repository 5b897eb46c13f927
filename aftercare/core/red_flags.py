"""Rules over observations as data: which sign or condition asks for what, in which words, on whose evidence."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from aftercare.core.protocol import Source


class Tier(StrEnum):
    """How soon to act, the most urgent first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    CLINIC = "clinic"
    WATCH = "watch"
    EXPECTED = "expected"

    @property
    def rank(self) -> int:
        """4 for an emergency down to 0 for expected."""
        return len(Tier) - 1 - list(Tier).index(self)


class Call(StrEnum):
    """Whom to call. CLINIC_THEN_EMERGENCY: the clinic first, the emergency number if nobody answers."""

    EMERGENCY = "emergency"
    CLINIC_THEN_EMERGENCY = "clinic_then_emergency"
    CLINIC = "clinic"
    NONE = "none"

    @property
    def rank(self) -> int:
        """3 for the emergency number down to 0 for nobody."""
        return len(Call) - 1 - list(Call).index(self)


@dataclass(frozen=True, slots=True)
class RedFlagRule:
    """What one sign or condition asks for.

    `id` is a sign's code, or the name of a condition such as "worse". `reason` is the sentence that names the cause;
    a condition's holds {symptom}. `means` is what it can mean, `skin` how it shows on brown or black skin, `note` one
    thing to do; these three may be empty. `name` is the sign in a few words, as a check-in offers it.
    """

    id: str
    tier: Tier
    call: Call
    reason: str
    sources: tuple[Source, ...]
    name: str = ""
    means: str = ""
    skin: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdviceContent:
    """Everything `advise` reads. `signs` and `conditions` by id; `names` of symptoms by id.

    `do_now` and `changes` are the sentences of each tier. `needle_free`: protocols that do not pierce the skin.
    """

    signs: Mapping[str, RedFlagRule]
    conditions: Mapping[str, RedFlagRule]
    names: Mapping[str, str]
    do_now: Mapping[Tier, tuple[str, ...]]
    changes: Mapping[Tier, tuple[str, ...]]
    skin: Mapping[str, str]
    needle_free: frozenset[str] = frozenset()
