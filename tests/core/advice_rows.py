"""How a line of the table of agreed check-ins is read."""
from __future__ import annotations

from typing import NamedTuple

from aftercare.core.observation import Severity, SymptomReport

_CALLS = {"emergency": "emergency", "same_hour": "clinic_then_emergency", "same_day": "clinic", "clinic": "clinic",
          "watch": "clinic", "expected": "none"}  # fmt: skip


class Row(NamedTuple):
    """One line of the table."""

    protocol: str
    technique: str | None
    hours: float | None
    logged: tuple[str, ...]
    tier: str
    call: str
    keys: frozenset[str]
    says: str

    @property
    def signs(self) -> tuple[str, ...]:
        return tuple(word[1:] for word in self.logged if word.startswith("+"))

    @property
    def temperature(self) -> str | None:
        return next((word for word in self.logged if word[0].isdigit()), None)

    @property
    def symptoms(self) -> tuple[str, ...]:
        return tuple(word for word in self.logged if "=" in word)

    @property
    def reports(self) -> tuple[SymptomReport, ...]:
        told: dict[str, dict[str, str]] = {}
        for symptom, value in (word.split("=") for word in self.symptoms):
            told.setdefault(symptom, {})["severity" if value in list(Severity) else "trend"] = value
        return tuple(SymptomReport(symptom, each.get("severity"), each.get("trend")) for symptom, each in told.items())


def row_of(line: str) -> Row:
    """The check-in of a line; "7d" are 168 hours, same_hour is same_day with a call that does not wait."""
    whose, hours, logged, tier, keys, says = (cell.strip() for cell in line.split("|"))
    protocol, _slash, technique = whose.partition("/")
    since = None if hours == "?" else float(hours[:-1]) * 24 if hours.endswith("d") else float(hours)
    return Row(
        protocol, technique or None, since, tuple(logged.split()), "same_day" if tier == "same_hour" else tier,
        _CALLS[tier], frozenset(keys.split()), says,
    )  # fmt: skip
