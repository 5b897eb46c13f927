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

    `id` is a sign's code, or the name of a condition such as "worse". A sign has its `name`, as a check-in offers it,
    and what it can mean; a condition has the `text` of its reason, with {symptom}. `skin` says how a sign shows on
    brown or black skin, `note` is one thing to do or know; both may be empty.
    """

    id: str
    tier: Tier
    call: Call
    sources: tuple[Source, ...]
    name: str = ""
    means: str = ""
    text: str = ""
    skin: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SymptomRule:
    """What the rules need to know of a symptom beyond the times that a protocol gives it.

    `like`: where a protocol gives no time, it has the time of that symptom; empty: it is then not expected at all.
    `fades`: past its usual time it is fine while it gets better. `usual_is_no_limit`: past it even a strong one is
    only watched.
    """

    id: str
    name: str
    skin: str = ""
    like: str = ""
    fades: bool = False
    usual_is_no_limit: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of a tier: what to do now, and what would change the advice."""

    now: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdviceContent:
    """Everything `advise` reads: rules by sign code, by condition and by symptom, and what is said of tier and call.

    `needle_free`: protocols whose session does not pierce the skin.
    """

    signs: Mapping[str, RedFlagRule]
    conditions: Mapping[str, RedFlagRule]
    symptoms: Mapping[str, SymptomRule]
    said: Mapping[tuple[Tier, Call], Said]
    needle_free: frozenset[str] = frozenset()

    @property
    def names(self) -> dict[str, str]:
        """The name of every symptom that can be logged, by id."""
        return {rule.id: rule.name for rule in self.symptoms.values()}

    @property
    def skin(self) -> dict[str, str]:
        """How a symptom looks on brown or black skin, by id, where there is something to say."""
        return {rule.id: rule.skin for rule in self.symptoms.values() if rule.skin}
