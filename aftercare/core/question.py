"""Everyday questions: what a patient asks, and what else people type for it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aftercare.core.protocol import Source


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what is known beside the patient's plan.

    `activity`: an id whose state answers it; empty where no source gives a time, so that it reads "ask your clinic".
    `medicine`: always "ask first". `help`: what it describes cannot wait and leads to "Feels wrong?".
    `leaflets`: what clinics' own leaflets say, named as such. `near`: ids of what is asked too.
    """

    id: str
    icon: str
    name: str
    title: str
    answer: str
    activity: str = ""
    medicine: bool = False
    help: bool = False
    leaflets: str = ""
    near: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What people type in one language: words without meaning, and other phrases for questions and guides, by id."""

    stop: tuple[str, ...] = ()
    question: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guide: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
