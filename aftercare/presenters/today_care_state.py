"""What Today shows of steps, products and the self-check, as finished strings."""
from __future__ import annotations

from dataclasses import dataclass

from aftercare.core.checks import SelfCheck
from aftercare.core.products import Products
from aftercare.core.steps import CareSteps
from aftercare.presenters.today_state import ActionCard


@dataclass(frozen=True, slots=True)
class CareContent:
    """The content behind these cards. Today's first frame does without it.

    `checks` only where a session is still to come, `products` only where one was named.
    """

    steps: CareSteps
    checks: SelfCheck | None = None
    products: Products | None = None


@dataclass(frozen=True, slots=True)
class StepTick:
    """A step that the patient can tick."""

    id: str
    title: str
    line: str
    done: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """The first steps of a list; `more` is empty where it holds all of them. `session` is the id of their session."""

    heading: str
    count: str
    rows: tuple[StepTick, ...]
    more: str
    session: str


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Something that helps now."""

    step: str
    icon: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class HelpsNow:
    """What helps now; `more` is empty where `rows` are all."""

    heading: str
    rows: tuple[HelpLine, ...]
    more: str


@dataclass(frozen=True, slots=True)
class CareCards:
    """The cards; each is None where it has nothing to say. `check` stands below a coming session's stop list."""

    checklist: Checklist | None = None
    there: ActionCard | None = None
    helps: HelpsNow | None = None
    caution: ActionCard | None = None
    check: ActionCard | None = None
    treatment: ActionCard | None = None
