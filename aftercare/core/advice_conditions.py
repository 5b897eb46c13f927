"""The conditions that the app works out itself from a check-in; content/red_flags.toml gives each tier and words."""
from __future__ import annotations

from enum import StrEnum


class Condition(StrEnum):
    """One id for each; with the symptom's id behind it, it is the key of a reason."""

    FEVER = "fever"
    ODD_TEMPERATURE = "odd-temperature"
    WORSE = "worse"
    PAST_LATEST = "past-latest"
    NEXT_DAY = "next-day"
    LASTING = "lasting"
    STRONG_PAST_USUAL = "strong-past-usual"
    PAPULES = "papules"
    NEEDLE_FREE_BRUISE = "needle-free-bruise"
    UNEXPECTED = "unexpected"
    STRONG_ITCH = "strong-itch"
    HOURS_UNKNOWN = "hours-unknown"
    UNCLEAR = "unclear"
    CONTRADICTORY = "contradictory"
    UNKNOWN_SYMPTOM = "unknown-symptom"
    UNKNOWN_SIGN = "unknown-sign"
    STRONG = "strong"
    MORE_THAN_USUAL = "more-than-usual"
    PAST_USUAL = "past-usual"
    NOT_FADING = "not-fading"
    NEEDLE_FREE_SURPRISE = "needle-free-surprise"


CONDITIONS = tuple(Condition)
