"""Guides, evidence and a patient for the tests of Learn. Times are the clock in Berlin."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from aftercare.core.evidence import Authority, EvidenceRow
from aftercare.core.guide import CallBox, Guide, GuideGroup, GuidePart
from aftercare.core.protocol import CareProtocol, Source
from aftercare.core.review import Review
from tests.presenters.today_cases import CATALOGUE

ARTICLE, OTHER = "002_f6f2196830f13b36.txt", "001_095b89f77a758f38.txt"
NHS = EvidenceRow("C7", (66, 66), "Anaphylaxis", "NHS", Authority.HEALTH_SERVICE, "https://www.nhs.uk/x", copied=True)
OWN = EvidenceRow("own", (71, 76), "Our summary", "", Authority.OWN)
EVIDENCE = (NHS, OWN)


def lines(*texts: str) -> tuple[Source, ...]:
    """ "article:7" as sources."""
    return tuple(Source(text.rsplit(":", 1)[0], int(text.rsplit(":", 1)[1])) for text in texts)


def part(heading: str = "What you see", *sources: str) -> GuidePart:
    """A part of one sentence."""
    return GuidePart(heading, ("It fades.",), (), lines(*(sources or (f"{ARTICLE}:7",))))


def guide(id: str = "first", group: str = "after", parts: Iterable[GuidePart] = (), **kwargs: Any) -> Guide:
    """A short guide; everything may be set."""
    given = {"icon": "bruise", "title": id.capitalize(), "short": ("It fades.",)} | kwargs
    review = given.pop("review", Review(3, date(2026, 11, 22)))
    return Guide(id=id, group=GuideGroup(group), parts=tuple(parts) or (part(),), review=review, **given)


def box(*when: str, emergency: bool = True, sources: tuple[str, ...] = ("evidence.md:72",)) -> CallBox:
    """When to call."""
    return CallBox(when or ("It grows.",), emergency, lines(*sources))


def protocols() -> list[CareProtocol]:
    """All that are shipped."""
    return [CATALOGUE.protocol(each) for each in CATALOGUE.protocol_ids()]
