"""The things a patient asks about, and the symptoms that the app names."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that a rule can restrict, with the words that every screen uses for it.

    `medicine`: its state is never shown as forbidden; prescribed use always goes on. `verb` joins the name in a
    sentence ("Makeup is", "Other treatments are").
    """

    id: str
    name: str
    icon: str
    verb: str = "is"
    medicine: bool = False
    while_limited: str = ""
    while_asking: str = ""
    fine: str = ""
    not_fine: str = ""
    restart: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Symptom:
    """An expected symptom and what to say of it: early, while it may last, and once it should have gone."""

    id: str
    name: str
    icon: str
    usual: str
    fading: str
    over: str
