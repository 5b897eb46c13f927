"""What to do when something feels wrong: signs by urgency, and the emergency number."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from aftercare.core.errors import InvalidInput
from aftercare.core.protocol import Source
from aftercare.words import gettext as _

DEFAULT_NUMBER = "112"
NUMBER_SETTING = "emergency_number"
FEWEST_DIGITS, MOST_DIGITS = 2, 15
_NUMBER = re.compile(r"\+?[0-9 ]+")


class Urgency(StrEnum):
    """How soon to act, the most urgent first."""

    EMERGENCY = "emergency"
    SAME_HOUR = "same_hour"
    SAME_DAY = "same_day"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a sign comes from: the row of the collected evidence, and its line."""

    row: str
    source: Source


@dataclass(frozen=True, slots=True)
class Sign:
    """One warning sign. `skin` says how it shows on brown or black skin; `note` adds one thing to do or know."""

    text: str
    skin: str
    note: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """The signs of one urgency and what they ask for."""

    urgency: Urgency
    title: str
    lead: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class HelpContent:
    """The whole page: a tier for each urgency in order, steps while help is coming, and by protocol what to say."""

    tiers: tuple[Tier, ...]
    steps: tuple[str, ...]
    said: Mapping[str, str]


def checked_number(text: str) -> str:
    """A phone number with its spaces tidied. Raises InvalidInput unless it is digits, spaces and a leading +."""
    number = " ".join(text.split(" ")).strip()
    digits = sum(character.isdigit() for character in number)
    if not _NUMBER.fullmatch(number) or not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        raise InvalidInput(
            NUMBER_SETTING, _("Emergency number: use 2 to 15 digits, with spaces or a + in front if needed.")
        )
    return re.sub(" +", " ", number)


def own_number(settings: Mapping[str, str]) -> str:
    """The number that the patient set; empty where none is set or the stored one cannot be called."""
    try:
        return checked_number(settings[NUMBER_SETTING]) if settings.get(NUMBER_SETTING) else ""
    except InvalidInput:
        return ""
